import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { listCovered } from '../covers/queries.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { calendarEntries, calendarFeeds, calendarFetches } from '../db/schema-reminders.ts';
import type { OwedBy, TaskReason } from '../db/vocabulary.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import { PENDING } from '../worklist/queries.ts';
import type { Entry } from './changed-entries.ts';
import type { DueClock } from './entry-words.ts';

/** A feed that stands, and whose deadlines it tells. */
export type FeedHolder = { readonly feedId: string; readonly person: UserActor };

/** Whose feed it is, by the hash of its token; null when it was revoked or its person is not active any more. */
export async function findHolder(tx: Transaction, tokenHash: string): Promise<FeedHolder | null> {
  const [row] = await tx
    .select({
      feedId: calendarFeeds.id,
      userId: users.id,
      officeId: users.officeId,
      name: users.name,
      role: users.role,
      language: users.language,
    })
    .from(calendarFeeds)
    .innerJoin(users, eq(users.id, calendarFeeds.userId))
    .where(
      and(
        eq(calendarFeeds.tokenHash, tokenHash),
        isNull(calendarFeeds.revokedAt),
        isNull(users.deactivatedAt),
      ),
    );
  if (!row) return null;
  const { feedId, ...person } = row;
  return { feedId, person: { kind: 'user', ...person } };
}

/** The pending clocks of a person's cases and of those they cover today, as on the page Today. Two queries. */
export async function listDueClocks(tx: Transaction, userId: string, today: LocalDate): Promise<DueClock[]> {
  const covered = await listCovered(tx, userId, today);
  const ownerIds = [userId, ...covered.map(({ id }) => id)];
  const { rows } = await tx.execute<{
    case_id: string;
    number: string;
    client_name: string;
    rule: ClockId;
    owed_by: OwedBy;
    due_on: LocalDate;
    rule_due_on: LocalDate | null;
    due_at: string | null;
    made_for: TaskReason | null;
  }>(sql`
    select d.case_id, c.number, cl.name as client_name, d.rule, d.owed_by, d.due_on, d.rule_due_on, d.due_at, m.made_for
    from deadlines d
    join cases c on c.id = d.case_id
    join clients cl on cl.id = c.client_id
    left join manual_deadlines m on m.case_id = d.case_id and d.rule = 'manual.' || m.id
    where ${PENDING} and d.owner_id = any(${sql.param(ownerIds)}::uuid[])
    order by d.due_on, d.case_id, d.rule`);
  return rows.map((row) => ({
    caseId: row.case_id,
    caseNumber: row.number,
    clientName: row.client_name,
    rule: row.rule,
    owedBy: row.owed_by,
    dueOn: row.due_on,
    ruleDueOn: row.rule_due_on,
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    madeFor: row.made_for,
  }));
}

/** Everything a feed has told, except of cases that are hidden from its person. */
export async function listEntries(tx: Transaction, feedId: string): Promise<Entry[]> {
  const rows = await tx
    .select({
      caseId: calendarEntries.caseId,
      rule: calendarEntries.rule,
      dueOn: calendarEntries.dueOn,
      summary: calendarEntries.summary,
      sequence: calendarEntries.sequence,
      createdAt: calendarEntries.createdAt,
      modifiedAt: calendarEntries.modifiedAt,
      canceledAt: calendarEntries.canceledAt,
    })
    .from(calendarEntries)
    .where(eq(calendarEntries.feedId, feedId));
  return rows.map((row) => ({ ...row, rule: row.rule as ClockId }));
}

export type OwnFeed = {
  readonly createdAt: Date;
  readonly fetches: readonly {
    readonly subscriber: string;
    readonly firstAt: Date;
    readonly lastAt: Date;
  }[];
};

/** The address that stands for one person, and which programs have fetched it, the latest first; null without one. */
export async function readOwnFeed(tx: Transaction, userId: string): Promise<OwnFeed | null> {
  const [feed] = await tx
    .select({ id: calendarFeeds.id, createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.userId, userId), isNull(calendarFeeds.revokedAt)));
  if (!feed) return null;
  const fetches = await tx
    .select({
      subscriber: calendarFetches.subscriber,
      firstAt: calendarFetches.firstAt,
      lastAt: calendarFetches.lastAt,
    })
    .from(calendarFetches)
    .where(eq(calendarFetches.feedId, feed.id))
    .orderBy(desc(calendarFetches.lastAt), calendarFetches.subscriber);
  return { createdAt: feed.createdAt, fetches };
}
