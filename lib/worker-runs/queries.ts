import { asc, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { workerRuns } from '../db/schema-reminders.ts';
import type { OfficeState } from './rules.ts';

export type WorkerRun = {
  readonly job: string;
  readonly startedAt: Date;
  /** Null until a run has come to its end. */
  readonly finishedAt: Date | null;
};

/** When each scheduled job last began and last ended. */
export const listWorkerRuns = (db: Database | Transaction): Promise<WorkerRun[]> =>
  db.select().from(workerRuns).orderBy(asc(workerRuns.job));

/** How the office the transaction is in stands, in one query: what was due before `before` and has not gone, and what the last comparison found. */
export async function readOfficeState(tx: Transaction, before: Date): Promise<OfficeState> {
  const { rows } = await tx.execute<{
    created_at: string;
    waiting: number;
    oldest_at: string | null;
    differences: number | null;
  }>(sql`
    select o.created_at, u.waiting, u.oldest_at, (
      select r.difference_count from reconciliations r order by r.at desc, r.id desc limit 1) as differences
    from offices o, unsent_messages(${before}::timestamptz) u`);
  const [row] = rows;
  if (!row) throw new Error('the office is not there');
  return {
    createdAt: new Date(row.created_at),
    unsent: { waiting: row.waiting, oldestAt: row.oldest_at ? new Date(row.oldest_at) : null },
    differenceCount: row.differences,
  };
}
