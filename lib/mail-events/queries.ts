import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { clients, users } from '../db/schema.ts';
import { bulletins, mailEvents, reminders } from '../db/schema-reminders.ts';
import type { BulletinKind, Language } from '../db/vocabulary.ts';
import type { ClockId } from '../deadlines/clock-title.ts';

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

/** A message of the ledger, with the address its recipient has today; empty where they have none. */
export type SentMessage = { readonly id: string; readonly recipientId: string; readonly address: string } & (
  | {
      readonly ledger: 'reminders';
      readonly caseId: string;
      readonly rule: ClockId;
      readonly to: 'owner' | 'supervisor' | 'client';
    }
  | { readonly ledger: 'bulletins'; readonly to: BulletinKind }
);

/** The message an event is about, or null where this office sent none by that number. */
export async function findMessage(tx: Transaction, messageId: string): Promise<SentMessage | null> {
  const { id, recipientId, caseId, rule, recipientKind } = reminders;
  const [reminder] = await tx
    .select({
      id,
      recipientId,
      caseId,
      rule,
      to: recipientKind,
      address: sql<string>`lower(coalesce(${clients.email}, ${users.email}, ''))`,
    })
    .from(reminders)
    .leftJoin(clients, and(eq(recipientKind, 'client'), eq(clients.id, recipientId)))
    .leftJoin(users, and(sql`${recipientKind} <> 'client'`, eq(users.id, recipientId)))
    .where(eq(id, messageId));
  if (reminder) return { ...reminder, ledger: 'reminders', rule: reminder.rule as ClockId };
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

/** What a link to stop messages belongs to: as much as its page may say. */
export type MessageToStop = {
  readonly messageId: string;
  readonly recipientKind: string;
  readonly language: Language | null;
  /** Whether the page may say whose messages these are. */
  readonly saysWho: boolean;
};

/** Looked up in the database's own function, since the message may be about a case that nobody here may know of. */
export async function readMessageToStop(tx: Transaction, token: string): Promise<MessageToStop | null> {
  const { rows } = await tx.execute<{
    message_id: string;
    recipient_kind: string;
    language: Language | null;
    says_who: boolean;
  }>(sql`select message_id, recipient_kind, language, says_who from message_to_stop(${token})`);
  const [row] = rows;
  if (!row) return null;
  return {
    messageId: row.message_id,
    recipientKind: row.recipient_kind,
    language: row.language,
    saysWho: row.says_who,
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

/** A deadline whose latest message to the client did not arrive. */
export type UnreachedClock = {
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly because: 'bounced' | 'complained' | 'failed';
  readonly at: Date;
};

/** The deadlines of a case of which the client was told in vain, by the latest message about each. */
export async function listUnreachedClocks(tx: Transaction, caseId: string): Promise<UnreachedClock[]> {
  const { rows } = await tx.execute<{
    rule: ClockId;
    due_on: LocalDate;
    because: UnreachedClock['because'];
    at: string;
  }>(sql`
    select rule, due_on::text, because, at from (
      select distinct on (rule, due_on) rule, due_on,
        case when complained_at is not null then 'complained' when bounced_at is not null then 'bounced'
          when state = 'failed' and claimed_at is null then 'failed' end as because,
        coalesce(complained_at, bounced_at, sent_at, planned_at) as at
      from ${reminders}
      where case_id = ${caseId} and recipient_kind = 'client' and state in ('sent', 'failed', 'claimed')
      order by rule, due_on, planned_at desc, id
    ) latest where because is not null order by due_on, rule`);
  return rows.map(({ due_on, at, ...row }) => ({ ...row, dueOn: due_on, at: new Date(at) }));
}
