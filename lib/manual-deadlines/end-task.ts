import type { CaseRecord } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { TaskReason } from '../db/vocabulary.ts';
import { endManualDeadline } from './repository.ts';

/**
 * Ends the open task of its kind on a locked case, where there is one: it was done today, or is no longer needed. The
 * clocks are recomputed by whoever holds the case.
 */
export async function endTask(
  unit: UnitOfWork,
  record: CaseRecord,
  madeFor: TaskReason,
  ending: 'done' | 'canceled',
): Promise<void> {
  const task = record.manualDeadlines.find(
    (each) => each.madeFor === madeFor && !each.doneOn && !each.canceledAt,
  );
  if (!task) return;
  const isDone = ending === 'done';
  await endManualDeadline(unit, task.id, isDone ? { doneOn: unit.today } : { canceledAt: unit.now });
  unit.record({
    event: isDone ? 'manual-deadline.finished' : 'manual-deadline.canceled',
    caseId: record.id,
    caseVersion: record.version + 1,
    subjectId: task.id,
    changes: [
      { field: 'what', from: null, to: task.title },
      ...(isDone ? [{ field: 'doneOn', from: null, to: unit.today }] : []),
    ],
  });
}
