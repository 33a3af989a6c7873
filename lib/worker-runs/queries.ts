import { asc } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { workerRuns } from '../db/schema-reminders.ts';

export type WorkerRun = {
  readonly job: string;
  readonly startedAt: Date;
  /** Null until a run has come to its end. */
  readonly finishedAt: Date | null;
};

/** When each scheduled job last began and last ended. */
export const listWorkerRuns = (db: Database | Transaction): Promise<WorkerRun[]> =>
  db.select().from(workerRuns).orderBy(asc(workerRuns.job));
