import { inArray } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { clientMessages, reminders } from '../db/schema-reminders.ts';

/** Which of these messages are about cases that whoever asks may know of. */
export async function listKnownMessages(
  tx: Transaction,
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (messageIds.length === 0) return new Set();
  const ids = [...messageIds];
  const rows = await tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(inArray(reminders.id, ids))
    .unionAll(
      tx.select({ id: clientMessages.id }).from(clientMessages).where(inArray(clientMessages.id, ids)),
    );
  return new Set(rows.map(({ id }) => id));
}
