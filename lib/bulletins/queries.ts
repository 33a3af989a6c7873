import { and, asc, eq, gte, isNull, lte, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { instant, startOfPacificDay } from '../calendar/instant.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { formatWallTime } from '../calendar/wall-time-words.ts';
import { parseWallTime, type WallTime } from '../calendar/zoned-time.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { covers } from '../db/schema-access.ts';
import { digestPreferences } from '../db/schema-reminders.ts';
import type { ReminderAnswer, Role } from '../db/vocabulary.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import type { Recipient as Hearer } from '../reminders/ladder.ts';
import { readPolicy } from '../reminders/queries.ts';
import {
  CLOCK_COLUMNS,
  CLOCK_CONTEXT,
  type ClockColumns,
  type ClockRow,
  clockRowOf,
  JOIN_CLOCK_CONTEXT,
  notAmong,
} from '../worklist/queries.ts';

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

// ---------------------------------------------------------------- what a bulletin tells, read by the worker

/** One of the staff as a bulletin needs them; null once they can no longer sign in or work no cases. */
export type Recipient = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

export async function readRecipient(tx: Transaction, userId: string): Promise<Recipient | null> {
  const [row] = await tx
    .select({ id: users.id, name: users.name, email: users.email, role: users.role })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt), ne(users.role, 'reviewer')));
  return row ?? null;
}

/** The restricted cases that whoever the transaction acts for may not know of: no policy keeps them from the worker. */
export async function listHiddenCases(tx: Transaction): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select unnest(hidden_cases()) as id`);
  return rows.map(({ id }) => id);
}

const absent = alias(users, 'absent');
const stand = alias(users, 'stand');

export type Away = {
  readonly name: string;
  readonly cover: Recipient;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
};

/** Who is away on some of these days, or of one person whether they are, and who covers; covers who have left do not count. */
export const listAway = (
  tx: Transaction,
  { from, to, absentId }: { from: LocalDate; to: LocalDate; absentId?: string },
): Promise<Away[]> =>
  tx
    .select({
      name: absent.name,
      cover: { id: stand.id, name: stand.name, email: stand.email, role: stand.role },
      fromOn: covers.fromOn,
      untilOn: covers.untilOn,
    })
    .from(covers)
    .innerJoin(absent, eq(absent.id, covers.absentId))
    .innerJoin(stand, eq(stand.id, covers.coverId))
    .where(
      and(
        isNull(covers.endedAt),
        lte(covers.fromOn, to),
        gte(covers.untilOn, from),
        isNull(stand.deactivatedAt),
        ne(stand.role, 'reviewer'),
        absentId ? eq(covers.absentId, absentId) : undefined,
      ),
    )
    .orderBy(asc(covers.fromOn), asc(absent.name), asc(covers.id));

/** The open cases that somebody owns. */
export async function listOwnCases(tx: Transaction, ownerId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from cases where owner_id = ${ownerId} and closed_at is null`,
  );
  return rows.map(({ id }) => id);
}

/** A reminder that a digest is to tell, beside what has become of its deadline and its case. */
export type Gathered = {
  readonly id: string;
  readonly caseId: string;
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly rung: string;
  readonly recipientId: string;
  readonly recipientKind: Hearer;
  /** The deadline is pending with this date. */
  readonly stands: boolean;
  readonly title: string;
  readonly ownerId: string | null;
  readonly isRestricted: boolean;
  readonly answer: {
    readonly kind: ReminderAnswer;
    readonly untilOn: LocalDate;
    readonly byName: string;
    readonly reason: string;
  } | null;
};

type GatheredColumns = Omit<Gathered, 'answer'> & {
  answer_kind: ReminderAnswer | null;
  quiet_until_on: LocalDate;
  answer_reason: string;
  answered_by: string;
};

export async function listTakenAlong(tx: Transaction, bulletinId: string): Promise<Gathered[]> {
  const { rows } = await tx.execute<GatheredColumns>(sql`
    select r.id, r.case_id as "caseId", r.rule, r.due_on as "dueOn", r.rung, r.recipient_id as "recipientId",
      r.recipient_kind as "recipientKind", coalesce(d.outcome = 'pending' and c.closed_at is null, false) as stands,
      coalesce(d.title, '') as title, c.owner_id as "ownerId",
      exists (select 1 from restrictions x where x.case_id = r.case_id) as "isRestricted",
      a.kind as answer_kind, a.quiet_until_on, a.reason as answer_reason, u.name as answered_by
    from reminders r
    join cases c on c.id = r.case_id
    left join deadlines d on d.case_id = r.case_id and d.rule = r.rule and d.due_on = r.due_on
    left join reminder_answers a on a.case_id = r.case_id and a.rule = r.rule and a.due_on = r.due_on
      and a.withdrawn_at is null
    left join users u on u.id = a.answered_by
    where r.bulletin_id = ${bulletinId} and r.state = 'gathered'
    order by r.due_on, r.case_id, r.rule, r.id`);
  return rows.map(({ answer_kind, quiet_until_on, answer_reason, answered_by, ...row }) => ({
    ...row,
    answer: answer_kind && {
      kind: answer_kind,
      untilOn: quiet_until_on,
      byName: answered_by,
      reason: answer_reason,
    },
  }));
}

/** The clocks that these reminders are of, soonest first, those of cases left out aside. */
export async function listClocksOf(
  tx: Transaction,
  reminderIds: readonly string[],
  leftOut: readonly string[],
): Promise<ClockRow[]> {
  if (reminderIds.length === 0) return [];
  const { rows } = await tx.execute<ClockColumns>(sql`
    select d.*, ${CLOCK_CONTEXT}
    from (
      select ${CLOCK_COLUMNS} from deadlines d
      where d.outcome = 'pending' and ${notAmong(leftOut)} and (d.case_id, d.rule, d.due_on) in (
        select r.case_id, r.rule, r.due_on from reminders r where r.id = any (${sql.param(reminderIds)}::uuid[]))
    ) d ${JOIN_CLOCK_CONTEXT}
    order by d.due_on, d.case_id, d.rule`);
  return rows.map(clockRowOf);
}

export type TeamNews = {
  /** Clocks of ours and of others that were noted to have run out in the seven days before. */
  readonly lapsedCount: number;
  /** Clients whom somebody has to reach another way. */
  readonly unreachedCount: number;
};

/** What happened to the office's clocks in the week before a day, and which clients mail does not reach. */
export async function readTeamNews(
  tx: Transaction,
  today: LocalDate,
  leftOut: readonly string[],
): Promise<TeamNews> {
  const startOf = (on: LocalDate) => new Date(instant(startOfPacificDay(on)));
  const { rows } = await tx.execute<TeamNews>(sql`
    select
      (select count(*)::int from audit_events d where d.event = 'deadline.lapsed'
        and d.at >= ${startOf(addDays(today, -7))} and d.at < ${startOf(today)} and ${notAmong(leftOut)}) as "lapsedCount",
      (select count(distinct c.client_id)::int from manual_deadlines d join cases c on c.id = d.case_id
        where d.made_for = 'reach-client' and d.done_on is null and d.canceled_at is null and c.closed_at is null
        and ${notAmong(leftOut)}) as "unreachedCount"`);
  return rows[0] ?? { lapsedCount: 0, unreachedCount: 0 };
}
