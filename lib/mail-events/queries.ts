import { and, asc, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { cases, clients, users } from '../db/schema.ts';
import { bulletins, clientMessages, mailEvents, reminders } from '../db/schema-reminders.ts';
import type { BulletinKind, Language } from '../db/vocabulary.ts';
import { type ClockId, clockTitle } from '../deadlines/clock-title.ts';
import { CLIENT_MESSAGE_NAMES } from '../labels.ts';
import type { Recipient } from '../reminders/ladder.ts';

export type MailEventToApply = Pick<
  typeof mailEvents.$inferSelect,
  'id' | 'messageId' | 'event' | 'address' | 'detail' | 'happenedAt' | 'receivedAt'
>;

/** One page of what is not applied yet, in the order it came in. */
export async function listEventsToApply(
  tx: Transaction,
  after: MailEventToApply | null,
  limit: number,
): Promise<MailEventToApply[]> {
  const { id, messageId, event, address, detail, happenedAt, receivedAt, appliedAt } = mailEvents;
  return tx
    .select({ id, messageId, event, address, detail, happenedAt, receivedAt })
    .from(mailEvents)
    .where(
      and(
        isNull(appliedAt),
        after
          ? or(gt(receivedAt, after.receivedAt), and(eq(receivedAt, after.receivedAt), gt(id, after.id)))
          : undefined,
      ),
    )
    .orderBy(asc(receivedAt), asc(id))
    .limit(limit);
}

/** A message of the ledger, with the address it went to; empty where its recipient has none. */
export type SentMessage = { readonly id: string; readonly recipientId: string; readonly address: string } & (
  | {
      readonly ledger: 'reminders' | 'client-messages';
      readonly caseId: string;
      readonly to: Recipient;
      /** As the case's record says it. */
      readonly about: string;
    }
  | { readonly ledger: 'bulletins'; readonly to: BulletinKind }
);

/** The ledger keeps no address: what the client's was when the message went stands in the record of its first change since. */
const addressBeforeChange = ({ sentAt, createdAt }: typeof reminders | typeof clientMessages) => sql`(
  select change ->> 'from' from audit_events e cross join jsonb_array_elements(e.changes) change
  where e.case_id in (select id from ${cases} where ${cases.clientId} = ${clients.id})
    and e.event = 'client.changed' and e.at > coalesce(${sentAt}, ${createdAt})
    and change ->> 'field' = 'email'
  order by e.id limit 1)`;

/** The message an event is about, or null where this office sent none by that number. */
export const findMessage = async (tx: Transaction, messageId: string): Promise<SentMessage | null> =>
  (await findReminder(tx, messageId)) ??
  (await findClientMessage(tx, messageId)) ??
  (await findBulletin(tx, messageId));

async function findReminder(tx: Transaction, messageId: string): Promise<SentMessage | null> {
  const { id, recipientId, caseId, rule, recipientKind } = reminders;
  const [reminder] = await tx
    .select({
      id,
      recipientId,
      caseId,
      rule,
      to: recipientKind,
      address: sql<string>`lower(coalesce(${addressBeforeChange(reminders)}, ${clients.email}, ${users.email}, ''))`,
    })
    .from(reminders)
    .leftJoin(clients, and(eq(recipientKind, 'client'), eq(clients.id, recipientId)))
    .leftJoin(users, and(sql`${recipientKind} <> 'client'`, eq(users.id, recipientId)))
    .where(eq(id, messageId));
  if (!reminder) return null;
  const about = clockTitle({ rule: reminder.rule as ClockId });
  return { ...reminder, ledger: 'reminders', about };
}

async function findClientMessage(tx: Transaction, messageId: string): Promise<SentMessage | null> {
  const { id, caseId, kind } = clientMessages;
  const [message] = await tx
    .select({
      id,
      recipientId: clients.id,
      caseId,
      kind,
      address: sql<string>`lower(coalesce(${addressBeforeChange(clientMessages)}, ${clients.email}))`,
    })
    .from(clientMessages)
    .innerJoin(cases, eq(cases.id, caseId))
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .where(eq(id, messageId));
  if (!message) return null;
  return { ...message, ledger: 'client-messages', to: 'client', about: CLIENT_MESSAGE_NAMES[message.kind] };
}

async function findBulletin(tx: Transaction, messageId: string): Promise<SentMessage | null> {
  const [bulletin] = await tx
    .select({
      id: bulletins.id,
      recipientId: bulletins.recipientId,
      to: bulletins.kind,
      address: sql<string>`lower(${users.email})`,
    })
    .from(bulletins)
    .innerJoin(users, eq(users.id, bulletins.recipientId))
    .where(eq(bulletins.id, messageId));
  return bulletin ? { ...bulletin, ledger: 'bulletins' } : null;
}

/** The open cases whose client is written to at that address, in lower case: relatives often share one. */
export async function listCasesWrittenTo(tx: Transaction, address: string): Promise<string[]> {
  const { email, emailConsentOn, emailConsentWithdrawnOn } = clients;
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .where(
      and(
        ne(email, ''),
        eq(sql`lower(${email})`, address),
        isNotNull(emailConsentOn),
        isNull(emailConsentWithdrawnOn),
        isNull(cases.closedAt),
      ),
    );
  return rows.map(({ id }) => id);
}

/** What a link to stop messages belongs to: as much as its page may say. */
export type MessageToStop = {
  readonly messageId: string;
  readonly recipientKind: string;
  readonly language: Language | null;
};

/** Looked up in the database's own function, since the message may be about a case that nobody here may know of. */
export async function readMessageToStop(tx: Transaction, token: string): Promise<MessageToStop | null> {
  const { rows } = await tx.execute<{
    message_id: string;
    recipient_kind: string;
    language: Language | null;
  }>(sql`select message_id, recipient_kind, language from message_to_stop(${token})`);
  const [row] = rows;
  if (!row) return null;
  return {
    messageId: row.message_id,
    recipientKind: row.recipient_kind,
    language: row.language,
  };
}

/** Whether the reader of a message asked for no more of them. */
export async function isStopAsked(tx: Transaction, messageId: string): Promise<boolean> {
  const [asked] = await tx
    .select({ id: mailEvents.id })
    .from(mailEvents)
    .where(and(eq(mailEvents.messageId, messageId), eq(mailEvents.event, 'unsubscribed')))
    .limit(1);
  return asked !== undefined;
}
