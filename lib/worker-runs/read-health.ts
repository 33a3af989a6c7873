import { systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { inOffice } from '../db/unit-of-work.ts';
import { listOffices } from '../offices/queries.ts';
import { listWorkerRuns, readOfficeState } from './queries.ts';
import { finishOf, lateBefore, type OfficeState, reasonsToWorry } from './rules.ts';

export type ReminderHealth = {
  readonly reasons: readonly string[];
  /** When the worker last finished sending reminders, and last finished comparing them. */
  readonly lastRunAt: Date | null;
  readonly lastComparisonAt: Date | null;
};

/** Whether reminders go out, for somebody who is not signed in: figures and times, and nothing about anybody. */
export async function readHealth(db: Database, now: Date): Promise<ReminderHealth> {
  const runs = await listWorkerRuns(db);
  const offices: OfficeState[] = [];
  for (const { id } of await listOffices(db))
    offices.push(
      await inOffice(db, systemActor(id), pacificToday(now), (tx) => readOfficeState(tx, lateBefore(now))),
    );
  return {
    reasons: reasonsToWorry(runs, offices, now),
    lastRunAt: finishOf('send-reminders', runs),
    lastComparisonAt: finishOf('reconcile', runs),
  };
}
