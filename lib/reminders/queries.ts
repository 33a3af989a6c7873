import { inArray } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { reminders } from '../db/schema.ts';

/** Which of these messages are reminders of cases that whoever asks may know of. */
export async function listKnownReminders(
  tx: Transaction,
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (messageIds.length === 0) return new Set();
  const rows = await tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(inArray(reminders.id, [...messageIds]));
  return new Set(rows.map(({ id }) => id));
}
