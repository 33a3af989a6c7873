import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import {
  bulletins,
  clientMessages,
  digestPreferences,
  mailEvents,
  reminders,
} from '../db/schema-reminders.ts';
import type { SentMessage } from './queries.ts';
import type { ToldEvent } from './resend-event.ts';
import type { Mark } from './rules.ts';

export type NewMailEvent = ToldEvent & { readonly providerEventId: string; readonly receivedAt: Date };

/**
 * Takes an event down as it came in; false where it was taken down before, or its office is none of ours. What it is about
 * is not looked at: the web server cannot see every case.
 */
export async function storeMailEvent(tx: Transaction, told: NewMailEvent): Promise<boolean> {
  const { officeId, providerEventId, messageId, event, address, detail, happenedAt, receivedAt } = told;
  // A provider's clock that is ahead of ours does not make events of the future.
  const at = happenedAt && happenedAt < receivedAt ? happenedAt : receivedAt;
  const { rowCount } = await tx.execute(sql`
    insert into ${mailEvents} (office_id, provider_event_id, message_id, event, address, detail, happened_at, received_at)
    select id, ${providerEventId}, ${messageId}, ${event}, ${address}, ${detail}, ${at}, ${receivedAt}
    from offices where id = ${officeId}
    on conflict do nothing`);
  return rowCount === 1;
}

/** Whether this worker is the one that applies the event. The address is not kept beyond that. */
export async function claimMailEvent(tx: Transaction, eventId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(mailEvents)
    .set({ appliedAt: now, address: '' })
    .where(and(eq(mailEvents.id, eventId), isNull(mailEvents.appliedAt)))
    .returning({ id: mailEvents.id });
  return rows.length > 0;
}

const LEDGERS = { reminders, bulletins, 'client-messages': clientMessages } as const;

/** Writes into the ledger what became of a message; false where that was known already: the first news stands. */
export async function markMessage(
  tx: Transaction,
  ledger: SentMessage['ledger'],
  messageId: string,
  mark: Mark,
  at: Date,
): Promise<boolean> {
  const table = LEDGERS[ledger];
  const rows = await tx
    .update(table)
    .set({ [mark]: at })
    .where(and(eq(table.id, messageId), isNull(table[mark])))
    .returning({ id: table.id });
  return rows.length > 0;
}

/** Ends a person's digests; false where they were ended already. */
export async function stopDigests(
  tx: Transaction,
  { officeId, userId }: { readonly officeId: string; readonly userId: string },
  stoppedAt: Date,
): Promise<boolean> {
  const rows = await tx
    .insert(digestPreferences)
    .values({ officeId, userId, stoppedAt })
    .onConflictDoUpdate({
      target: digestPreferences.userId,
      set: { stoppedAt },
      setWhere: isNull(digestPreferences.stoppedAt),
    })
    .returning({ userId: digestPreferences.userId });
  return rows.length > 0;
}
