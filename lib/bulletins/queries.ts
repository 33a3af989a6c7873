import { eq } from 'drizzle-orm';
import { formatWallTime } from '../calendar/wall-time-words.ts';
import { parseWallTime, type WallTime } from '../calendar/zoned-time.ts';
import type { Transaction } from '../db/client.ts';
import { digestPreferences } from '../db/schema-reminders.ts';
import { readPolicy } from '../reminders/queries.ts';

/** What one of the staff wants of their morning digest; null stands for the office's own hour. */
export type DigestPreference = { readonly digestAt: WallTime | null; readonly stoppedAt: Date | null };

export async function readDigestPreference(tx: Transaction, userId: string): Promise<DigestPreference> {
  const [row] = await tx
    .select({ digestAt: digestPreferences.digestAt, stoppedAt: digestPreferences.stoppedAt })
    .from(digestPreferences)
    .where(eq(digestPreferences.userId, userId));
  return { digestAt: row?.digestAt ? parseWallTime(row.digestAt) : null, stoppedAt: row?.stoppedAt ?? null };
}

/** Whether one's digest comes and at what hour, their own or the office's, as a person types it. */
export async function readOwnDigest(tx: Transaction, userId: string) {
  const { digestAt, stoppedAt } = await readDigestPreference(tx, userId);
  const office = (await readPolicy(tx)).digestAt;
  return {
    comes: stoppedAt === null,
    hour: formatWallTime(digestAt ?? office),
    ownHour: digestAt ? formatWallTime(digestAt) : '',
    officeHour: formatWallTime(office),
  };
}
