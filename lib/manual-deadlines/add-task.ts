import { addWorkingDays } from '../calendar/business-days.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { TaskReason } from '../db/vocabulary.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { insertTask } from './repository.ts';
import { taskTitle } from './rules.ts';

/**
 * Puts a task on a locked case by itself, due the next working day; at most one of its kind is open at a time, and none
 * comes to a closed case. Says whether it did.
 */
export async function addTask(unit: UnitOfWork, record: CaseRecord, madeFor: TaskReason): Promise<boolean> {
  if (record.closedAt) return false;
  const task = {
    title: taskTitle(madeFor, record.client.language),
    owedBy: 'client',
    dueOn: addWorkingDays(unit.today, 1),
    madeFor,
  } as const;
  const id = await insertTask(unit, { officeId: record.officeId, caseId: record.id, ...task });
  if (id === null) return false;
  const { version } = await syncDeadlines(unit, record.id);
  unit.record({
    event: 'manual-deadline.added',
    caseId: record.id,
    caseVersion: version + 1,
    subjectId: id,
    changes: Object.entries(task).map(([field, to]) => ({ field, from: null, to })),
  });
  return true;
}
