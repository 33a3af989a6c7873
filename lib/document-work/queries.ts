import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { workerRuns } from '../db/schema-reminders.ts';
import { SCANNER } from './repository.ts';

const STALE_AFTER_MILLISECONDS = 10 * 60_000;

/** Whether documents wait because the virus scanner gave no answer when it was last asked, a short while ago. */
export async function isScannerSilent(tx: Transaction, now: Date): Promise<boolean> {
  const [asked] = await tx.select().from(workerRuns).where(eq(workerRuns.job, SCANNER)).limit(1);
  if (!asked || now.getTime() - asked.startedAt.getTime() > STALE_AFTER_MILLISECONDS) return false;
  return asked.finishedAt === null || asked.finishedAt < asked.startedAt;
}
