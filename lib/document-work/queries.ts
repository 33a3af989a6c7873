import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { workerRuns } from '../db/schema-reminders.ts';
import { SCANNER } from './repository.ts';

/** Whether the virus scanner gave no answer when it was last asked, so that what is being checked waits for it. */
export async function isScannerSilent(tx: Transaction): Promise<boolean> {
  const [asked] = await tx.select().from(workerRuns).where(eq(workerRuns.job, SCANNER)).limit(1);
  return asked !== undefined && (asked.finishedAt === null || asked.finishedAt < asked.startedAt);
}
