import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { TaskReason } from '../db/vocabulary.ts';
import { insertTask } from './repository.ts';
import { taskTitle } from './rules.ts';

/**
 * Puts a task on a locked case; at most one of its kind is open at a time, and none comes to a closed case. Says whether
 * it did. The clocks are recomputed by whoever holds the case.
 */
export async function putTask(
  unit: UnitOfWork,
  record: CaseRecord,
  madeFor: TaskReason,
  dueOn: LocalDate,
): Promise<boolean> {
  if (record.closedAt) return false;
  const task = {
    title: taskTitle(madeFor, record.client.language),
    owedBy: 'client',
    dueOn,
    madeFor,
  } as const;
  const id = await insertTask(unit, { officeId: record.officeId, caseId: record.id, ...task });
  if (id === null) return false;
  unit.record({
    event: 'manual-deadline.added',
    caseId: record.id,
    caseVersion: record.version + 1,
    subjectId: id,
    changes: Object.entries(task).map(([field, to]) => ({ field, from: null, to })),
  });
  return true;
}
