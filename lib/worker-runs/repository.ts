import type { Clock } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { workerRuns } from '../db/schema-reminders.ts';

/** Does one run of a scheduled job, and keeps when it began and, unless it fails, when it ended. */
export async function keepRun<T>(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  job: string,
  run: () => Promise<T>,
): Promise<T> {
  await note(db, { job, startedAt: clock() });
  const result = await run();
  await note(db, { job, startedAt: clock(), finishedAt: clock() });
  return result;
}

/** The end of the run before stays until there is another. */
async function note(
  db: Database,
  run: { readonly job: string; readonly startedAt: Date; readonly finishedAt?: Date },
): Promise<void> {
  const { startedAt, finishedAt } = run;
  await db
    .insert(workerRuns)
    .values(run)
    .onConflictDoUpdate({ target: workerRuns.job, set: finishedAt ? { finishedAt } : { startedAt } });
}
