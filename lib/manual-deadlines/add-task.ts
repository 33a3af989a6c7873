import { addWorkingDays } from '../calendar/business-days.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { TaskReason } from '../db/vocabulary.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { putTask } from './put-task.ts';

/**
 * Puts a task on a locked case by itself, due the next working day; at most one of its kind is open at a time, and none
 * comes to a closed case. Says whether it did.
 */
export async function addTask(unit: UnitOfWork, record: CaseRecord, madeFor: TaskReason): Promise<boolean> {
  if (!(await putTask(unit, record, madeFor, addWorkingDays(unit.today, 1)))) return false;
  await syncDeadlines(unit, record.id);
  return true;
}
