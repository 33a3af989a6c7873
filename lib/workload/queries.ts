import { sql } from 'drizzle-orm';
import { pacificToday } from '../calendar/clock.ts';
import { addDays, type LocalDate, weekday } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import type { Role } from '../db/vocabulary.ts';
import { nudgeRung } from '../reminders/ladder.ts';
import {
  CLOCK_COLUMNS,
  CLOCK_CONTEXT,
  type ClockColumns,
  type ClockRow,
  clockRowOf,
  JOIN_CLOCK_CONTEXT,
  notAmong,
  PENDING,
} from '../worklist/queries.ts';

const ROWS_SHOWN = 12;
const WEEKS_AHEAD = 6;
const SOON_DAYS = 7;

export type PersonLoad = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly isActive: boolean;
  readonly openCount: number;
  /** Clocks past their date, ours and others'. */
  readonly pastCount: number;
  /** Of those, what others are late with. */
  readonly lateCount: number;
  readonly soonCount: number;
  readonly weeks: readonly WeekLoad[];
};

type WeekLoad = {
  /** A Sunday. */
  readonly startsOn: LocalDate;
  readonly toFile: number;
  readonly owed: number;
  /** What starts to run only if others take all their time. */
  readonly expected: number;
};

type CaseInBrief = {
  readonly caseId: string;
  readonly number: string;
  readonly clientName: string;
  readonly ownerName: string | null;
  readonly nextDueOn: LocalDate | null;
};

/** A plan that is late, with how many clocks, and since when the oldest of them is over. */
export type LatePlan = {
  readonly planId: string;
  readonly planName: string;
  readonly clockCount: number;
  readonly oldestOn: LocalDate | null;
};

/** A clock that needs a supervisor's eye, with when a person last did something on its case. */
export type AttentionRow = ClockRow & {
  readonly touchedOn: LocalDate | null;
  /** Somebody asked its owner about it today. */
  readonly isNudged: boolean;
};

/** How much everybody has, and the office as a whole, cases without an owner included. */
export type TeamLoad = {
  readonly people: readonly PersonLoad[];
  readonly weekStarts: readonly LocalDate[];
  /** Ours, past their date or ending within a week. */
  readonly oursCount: number;
  /** What others are late with. */
  readonly theirsCount: number;
  readonly pastCount: number;
  readonly soonCount: number;
  readonly unownedCount: number;
};

export type TeamReview = {
  /** Ours, past their date or ending within a week. */
  readonly ours: readonly AttentionRow[];
  /** What plans, the department and reviewers are late with, the latest first. */
  readonly theirs: readonly AttentionRow[];
  /** The plans that are late, those with the most late clocks first. */
  readonly latePlans: readonly LatePlan[];
  /** Cases nobody owns. */
  readonly unowned: readonly CaseInBrief[];
  readonly lateFilings: readonly (CaseInBrief & { readonly requestedAt: Date })[];
} & TeamLoad;

/**
 * The overdue review of the whole office by person, for those who supervise: what ran out or is about to, what others
 * are late with, cases without an owner, late filings to approve, and each person's load. Three queries.
 */
export async function reviewTeam(tx: Transaction, today: LocalDate): Promise<TeamReview> {
  const clocks = await attentionClocks(tx, today);
  const briefs = await casesInBrief(tx, today);
  const load = await readLoad(tx, today);
  return {
    ours: clocks.filter(({ key }) => key === 'ours').map(attentionOf),
    theirs: clocks
      .filter(({ key }) => key === 'theirs')
      .map(attentionOf)
      .toReversed(),
    unowned: briefs.filter(({ key }) => key === 'unowned').map(briefOf),
    lateFilings: briefs.flatMap((row) =>
      row.key === 'late-filing' && row.requested_at
        ? [{ ...briefOf(row), requestedAt: new Date(row.requested_at) }]
        : [],
    ),
    latePlans: briefs.flatMap((row) => (row.key === 'late-plan' ? [latePlanOf(row)] : [])),
    ...load,
  };
}

type AttentionColumns = ClockColumns & {
  key: 'ours' | 'theirs';
  touched_at: string | null;
  is_nudged: boolean;
};

const attentionOf = (row: AttentionColumns): AttentionRow => ({
  ...clockRowOf(row),
  touchedOn: row.touched_at === null ? null : pacificToday(new Date(row.touched_at)),
  isNudged: row.is_nudged,
});

async function attentionClocks(tx: Transaction, today: LocalDate) {
  const { rows } = await tx.execute<AttentionColumns>(sql`
    select d.*, ${CLOCK_CONTEXT},
      (select a.at from audit_events a where a.case_id = d.case_id and a.actor_id is not null
        order by a.id desc limit 1) as touched_at,
      exists (select from reminders r where r.case_id = d.case_id and r.rule = d.rule and r.due_on = d.due_on
        and r.rung = ${nudgeRung(today)}) as is_nudged
    from (
      (select 'ours'::text as key, ${CLOCK_COLUMNS} from deadlines d
        where ${PENDING} and d.owed_by = 'client' and d.due_on <= ${addDays(today, SOON_DAYS)}::date
        order by d.due_on, d.case_id, d.rule limit ${ROWS_SHOWN})
      union all
      (select 'theirs', ${CLOCK_COLUMNS} from deadlines d
        where ${PENDING} and d.owed_by <> 'client' and d.due_on < ${today}::date
        order by d.due_on desc, d.case_id desc, d.rule limit ${ROWS_SHOWN})
    ) d ${JOIN_CLOCK_CONTEXT}
    order by d.due_on, d.case_id, d.rule`);
  return rows;
}

type BriefColumns = {
  key: 'unowned' | 'late-filing' | 'late-plan';
  id: string;
  number: string;
  name: string;
  owner_name: string | null;
  on: LocalDate | null;
  requested_at: string | null;
  count: number | null;
};

const briefOf = (row: BriefColumns): CaseInBrief => ({
  caseId: row.id,
  number: row.number,
  clientName: row.name,
  ownerName: row.owner_name,
  nextDueOn: row.on,
});

const latePlanOf = ({ id, name, count, on }: BriefColumns): LatePlan => ({
  planId: id,
  planName: name,
  clockCount: count ?? 0,
  oldestOn: on,
});

async function casesInBrief(tx: Transaction, today: LocalDate): Promise<BriefColumns[]> {
  const columns = sql.raw('c.id, c.number, c.client_id, c.owner_id, c.next_due_on');
  const { rows } = await tx.execute<BriefColumns>(sql`
    (select c.key, c.id, c.number, cl.name, u.name as owner_name, c.next_due_on as on, c.requested_at,
        null::int as count
      from (
        (select 'unowned'::text as key, ${columns}, null::timestamptz as requested_at from cases c
          where c.closed_at is null and c.owner_id is null order by c.next_due_on, c.id limit ${ROWS_SHOWN})
        union all
        (select 'late-filing', ${columns}, e.requested_at from extension_requests e join cases c on c.id = e.case_id
          where e.approved_at is null and c.closed_at is null order by e.requested_at, c.id limit ${ROWS_SHOWN})
      ) c
      join clients cl on cl.id = c.client_id left join users u on u.id = c.owner_id
      order by c.requested_at, c.next_due_on, c.id)
    union all
    (select 'late-plan', p.id, '', p.name, null, min(late.due_on), null, count(*)::int
      from (
        select d.due_on, (select c.plan_line_id from cases c where c.id = d.case_id) as line_id
        from deadlines d where ${PENDING} and d.owed_by = 'plan' and d.due_on < ${today}::date
      ) late
      join plan_lines l on l.id = late.line_id join health_plans p on p.id = l.plan_id
      group by p.id, p.name order by count(*) desc, min(late.due_on), p.name, p.id limit ${ROWS_SHOWN})`);
  return rows;
}

type LoadColumns = {
  owner_id: string | null;
  name: string | null;
  role: Role | null;
  is_active: boolean | null;
  open_count: number;
  week_on: LocalDate | null;
  ours: number | null;
  theirs: number | null;
  expected: number | null;
  past_ours: number | null;
  past_theirs: number | null;
  soon: number | null;
  soon_ours: number | null;
};

/**
 * Open cases and pending clocks by person and week, counted where they lie: one row a person and week. `leftOut` are
 * cases to pass over, for a reader whom the database's own policies do not bind.
 */
export async function readLoad(
  tx: Transaction,
  today: LocalDate,
  leftOut: readonly string[] = [],
): Promise<TeamLoad> {
  const firstWeek = addDays(today, -weekday(today));
  const weekStarts = Array.from({ length: WEEKS_AHEAD }, (_, index) => addDays(firstWeek, index * 7));
  const end = addDays(firstWeek, WEEKS_AHEAD * 7);
  const { rows } = await tx.execute<LoadColumns>(sql`
    with held as materialized (
      select c.owner_id, count(*)::int as open_count from cases c
      where c.closed_at is null and ${notAmong(leftOut, 'c.id')} group by c.owner_id
    ), clocks as materialized (
      select d.owner_id,
        case when d.due_on >= ${today}::date
          then ${firstWeek}::date + (d.due_on - ${firstWeek}::date) / 7 * 7 end as week_on,
        count(*) filter (where d.owed_by = 'client' and d.starts_on <= ${today}::date)::int as ours,
        count(*) filter (where d.owed_by <> 'client' and d.starts_on <= ${today}::date)::int as theirs,
        count(*) filter (where d.starts_on > ${today}::date)::int as expected,
        count(*) filter (where d.due_on < ${today}::date and d.owed_by = 'client')::int as past_ours,
        count(*) filter (where d.due_on < ${today}::date and d.owed_by <> 'client')::int as past_theirs,
        count(*) filter (where d.due_on between ${today}::date and ${addDays(today, SOON_DAYS)}::date)::int as soon,
        count(*) filter (where d.owed_by = 'client' and d.due_on between ${today}::date and ${addDays(today, SOON_DAYS)}::date)::int as soon_ours
      from deadlines d
      where ${PENDING} and ${notAmong(leftOut)} and d.due_on < ${end}::date
      group by 1, 2
    ), owners as (
      select u.id as owner_id, u.name, u.role, u.deactivated_at is null as is_active from users u
      union all select null, null, null, null
    )
    select o.*, coalesce(h.open_count, 0) as open_count, k.week_on, k.ours, k.theirs, k.expected, k.past_ours,
      k.past_theirs, k.soon, k.soon_ours
    from owners o
    left join held h on h.owner_id is not distinct from o.owner_id
    left join clocks k on k.owner_id is not distinct from o.owner_id
    order by o.name, o.owner_id`);

  const people = [...Map.groupBy(rows, ({ owner_id }) => owner_id)].map(([id, weeks]) =>
    personOf(id, weeks, weekStarts),
  );
  const sumOf = (pick: (row: LoadColumns) => number | null) =>
    rows.reduce((total, row) => total + (pick(row) ?? 0), 0);
  return {
    people: people.filter(
      ({ id, role, isActive, openCount }) =>
        id !== '' && (openCount > 0 || (isActive && role !== 'reviewer')),
    ),
    unownedCount: people.find(({ id }) => id === '')?.openCount ?? 0,
    oursCount: sumOf(({ past_ours }) => past_ours) + sumOf(({ soon_ours }) => soon_ours),
    theirsCount: sumOf(({ past_theirs }) => past_theirs),
    pastCount: sumOf(({ past_ours, past_theirs }) => (past_ours ?? 0) + (past_theirs ?? 0)),
    soonCount: sumOf(({ soon }) => soon),
    weekStarts,
  };
}

function personOf(
  id: string | null,
  rows: readonly LoadColumns[],
  weekStarts: readonly LocalDate[],
): PersonLoad {
  const sumOf = (pick: (row: LoadColumns) => number | null) =>
    rows.reduce((total, row) => total + (pick(row) ?? 0), 0);
  const [first] = rows;
  return {
    id: id ?? '',
    name: first?.name ?? '',
    role: first?.role ?? 'caseworker',
    isActive: first?.is_active ?? false,
    openCount: first?.open_count ?? 0,
    pastCount: sumOf(({ past_ours, past_theirs }) => (past_ours ?? 0) + (past_theirs ?? 0)),
    lateCount: sumOf(({ past_theirs }) => past_theirs),
    soonCount: sumOf(({ soon }) => soon),
    weeks: weekStarts.map((startsOn) => {
      const week = rows.find(({ week_on }) => week_on === startsOn);
      return {
        startsOn,
        toFile: week?.ours ?? 0,
        owed: week?.theirs ?? 0,
        expected: week?.expected ?? 0,
      };
    }),
  };
}

export type OpenCount = { readonly id: string; readonly name: string; readonly count: number };

/** How many open cases each person holds. */
export async function countOpenCases(tx: Transaction): Promise<OpenCount[]> {
  const { rows } = await tx.execute<OpenCount>(sql`
    select u.id, u.name, (select count(*)::int from cases c where c.closed_at is null and c.owner_id = u.id) as count
    from users u order by u.name, u.id`);
  return rows;
}

/** How many pending clocks go with these cases. */
export async function countPendingClocks(tx: Transaction, caseIds: readonly string[]): Promise<number> {
  if (caseIds.length === 0) return 0;
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from deadlines d
    where ${PENDING} and d.case_id in (${sql.join(
      caseIds.map((id) => sql`${id}::uuid`),
      sql`, `,
    )})`);
  return rows[0]?.count ?? 0;
}
