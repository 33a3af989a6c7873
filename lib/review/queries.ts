import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import type {
  Basis,
  CaseOutcome,
  DecisionOutcome,
  OwedBy,
  Program,
  Regulator,
  Stage,
} from '../db/vocabulary.ts';
import type { DatedRuleId } from '../deadlines/rules.ts';
import { REVIEW_PAGE_SIZE, type ReviewFilter } from './list-filter.ts';
import { isReference, referenceOf } from './reference.ts';

/**
 * What is left of a case under the Safe Harbor rule, 45 CFR 164.514(b)(2): closed lists, years and counts of days. No
 * query of this file selects a name, a contact, a number of anything, free text or a date.
 */
export type ReviewedCase = {
  readonly reference: string;
  readonly yearOpened: number;
  readonly planName: string | null;
  readonly program: Program | null;
  readonly regulator: Regulator | null;
  readonly bases: readonly Basis[];
  readonly stage: Stage;
  /** Null while the case is open. */
  readonly outcome: CaseOutcome | null;
  /** How many days after its first event the case was closed. */
  readonly closedOnDay: number | null;
  readonly planAnswer: DecisionOutcome | null;
  readonly determination: DecisionOutcome | null;
  readonly clocks: readonly ReviewedClock[];
};

/** A clock in days from the case's first event, which is day 0. */
export type ReviewedClock = {
  readonly rule: DatedRuleId;
  readonly owedBy: OwedBy;
  readonly startsOnDay: number;
  readonly dueOnDay: number;
  readonly metOnDay: number | null;
  readonly standing: ClockStanding;
};

/** `past`: its last day is over and nothing is recorded that met it. */
export const CLOCK_STANDINGS = ['met', 'late', 'past', 'running', 'ended'] as const;
export type ClockStanding = (typeof CLOCK_STANDINGS)[number];

export type ReviewTotals = {
  readonly caseCount: number;
  readonly outcomes: readonly { readonly outcome: 'open' | CaseOutcome; readonly count: number }[];
  readonly clocks: readonly {
    readonly rule: DatedRuleId;
    readonly owedBy: OwedBy;
    readonly counts: Readonly<Record<ClockStanding, number>>;
  }[];
};

export type ReviewPage = {
  readonly cases: readonly ReviewedCase[];
  readonly totals: ReviewTotals;
  readonly years: readonly number[];
  readonly plans: readonly { readonly id: string; readonly name: string }[];
};

const CALIFORNIA = 'America/Los_Angeles';

type Office = { readonly id: string; readonly key: Buffer };

/** One page of the review in the order of year and reference, which tells nothing of the order cases came in. */
export async function readReview(
  tx: Transaction,
  office: Office,
  filter: ReviewFilter,
  today: LocalDate,
): Promise<ReviewPage> {
  const found = await listReferences(tx, office, filter);
  const first = (filter.page - 1) * REVIEW_PAGE_SIZE;
  return {
    cases: await readCases(tx, found.slice(first, first + REVIEW_PAGE_SIZE), today),
    totals: await readTotals(tx, filter, today),
    years: await listYears(tx),
    plans: await listReviewedPlans(tx),
  };
}

/** Every case under the filter, for a file. */
export const listReview = async (
  tx: Transaction,
  office: Office,
  filter: ReviewFilter,
  today: LocalDate,
): Promise<ReviewedCase[]> => readCases(tx, await listReferences(tx, office, filter), today);

/** The case behind a reference, or null. References are not stored, so they are made again to find it. */
export async function readReviewedCase(
  tx: Transaction,
  office: Office,
  reference: string,
  today: LocalDate,
): Promise<ReviewedCase | null> {
  if (!isReference(reference)) return null;
  const { rows } = await tx.execute<{ id: string }>(sql`select c.id from ${REVIEWED} c`);
  const found = rows.find(({ id }) => referenceOf(office.key, office.id, id) === reference);
  return found ? ((await readCases(tx, [{ id: found.id, reference }], today))[0] ?? null) : null;
}

type Referred = { readonly id: string; readonly reference: string };

async function listReferences(tx: Transaction, office: Office, filter: ReviewFilter): Promise<Referred[]> {
  const { rows } = await tx.execute<{ id: string; year: number }>(
    sql`select c.id, c.year from ${REVIEWED} c where ${narrowing(filter)}`,
  );
  return rows
    .map(({ id, year }) => ({ id, year, reference: referenceOf(office.key, office.id, id) }))
    .toSorted((a, b) => b.year - a.year || (a.reference < b.reference ? -1 : 1));
}

// A restricted case can be known again by what is left of it, to whom knows the person: it is in no review.
const REVIEWED = sql.raw(`(
  select c.id, extract(year from c.opened_at at time zone '${CALIFORNIA}')::int as year, c.plan_line_id, c.stage, c.outcome,
    c.opened_at, c.closed_at
  from cases c where not exists (select 1 from restrictions r where r.case_id = c.id))`);

function narrowing({ year, program, regulator, planId, outcome }: ReviewFilter): SQL {
  const conditions = [sql`true`];
  if (year !== null) conditions.push(sql`c.year = ${year}`);
  const lines = [
    program && sql`l.program = ${program}`,
    regulator && regulator !== 'unknown' && sql`l.regulator = ${regulator}`,
    planId && sql`l.plan_id = ${planId}`,
  ].filter((condition) => condition !== null && condition !== false && condition !== '');
  if (lines.length > 0)
    conditions.push(
      sql`c.plan_line_id in (select l.id from plan_lines l where ${sql.join(lines, sql` and `)})`,
    );
  if (regulator === 'unknown')
    conditions.push(
      sql`(c.plan_line_id is null or c.plan_line_id in (select l.id from plan_lines l where l.regulator = 'unknown'))`,
    );
  if (outcome) conditions.push(outcome === 'open' ? sql`c.outcome is null` : sql`c.outcome = ${outcome}`);
  return sql.join(conditions, sql` and `);
}

const CIVIL_OPENED = `(c.opened_at at time zone '${CALIFORNIA}')::date`;

/** Day 0: the earliest day anything on the case is dated, a date added by hand aside. */
const FIRST_DAY = sql.raw(`least(${CIVIL_OPENED}, dn.letter_on, dn.received_on,
  (select min(least(g.sent_on, g.received_on)) from grievances g where g.case_id = c.id),
  (select min(d.starts_on) from deadlines d where d.case_id = c.id and d.rule not like 'manual.%'))`);

const STANDING = (today: LocalDate): SQL => sql`case d.outcome
  when 'met' then 'met' when 'late' then 'late'
  when 'pending' then case when d.due_on < ${today}::date then 'past' else 'running' end
  else 'ended' end`;

const COUNTED_CLOCKS = sql.raw(`d.rule not like 'manual.%' and d.kind <> 'information'`);

type CaseColumns = {
  id: string;
  year: number;
  plan_name: string | null;
  program: Program | null;
  regulator: Regulator | null;
  bases: Basis[] | null;
  stage: Stage;
  outcome: CaseOutcome | null;
  closed_on_day: number | null;
  plan_answer: DecisionOutcome | null;
  determination: DecisionOutcome | null;
  clocks: ReviewedClock[] | null;
};

async function readCases(
  tx: Transaction,
  referred: readonly Referred[],
  today: LocalDate,
): Promise<ReviewedCase[]> {
  if (referred.length === 0) return [];
  const ids = `{${referred.map(({ id }) => id).join(',')}}`;
  const { rows } = await tx.execute<CaseColumns>(sql`
    select c.id, c.year, p.name as plan_name, l.program, l.regulator, c.bases, c.stage, c.outcome,
      ((c.closed_at at time zone ${sql.raw(`'${CALIFORNIA}'`)})::date - c.first_on) as closed_on_day,
      (select pd.outcome from grievances g join plan_decisions pd on pd.grievance_id = g.id where g.case_id = c.id
        order by pd.letter_on desc, pd.id limit 1) as plan_answer,
      (select i.outcome from imr_applications i where i.case_id = c.id and i.outcome is not null
        order by i.determined_on desc, i.id limit 1) as determination,
      (select jsonb_agg(jsonb_build_object('rule', d.rule, 'owedBy', d.owed_by, 'startsOnDay', d.starts_on - c.first_on,
          'dueOnDay', d.due_on - c.first_on, 'metOnDay', d.acted_on - c.first_on, 'standing', ${STANDING(today)})
          order by d.due_on, d.rule)
        from deadlines d where d.case_id = c.id and ${COUNTED_CLOCKS}) as clocks
    from (
      select c.*, dn.bases, ${FIRST_DAY} as first_on
      from ${REVIEWED} c left join denials dn on dn.case_id = c.id
      where c.id = any (${ids}::uuid[])
    ) c
    left join plan_lines l on l.id = c.plan_line_id
    left join health_plans p on p.id = l.plan_id`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return referred.flatMap(({ id, reference }) => {
    const row = byId.get(id);
    return row ? [reviewedCase(reference, row)] : [];
  });
}

const reviewedCase = (reference: string, row: CaseColumns): ReviewedCase => ({
  reference,
  yearOpened: row.year,
  planName: row.plan_name,
  program: row.program,
  regulator: row.regulator,
  bases: row.bases ?? [],
  stage: row.stage,
  outcome: row.outcome,
  closedOnDay: row.closed_on_day,
  planAnswer: row.plan_answer,
  determination: row.determination,
  clocks: row.clocks ?? [],
});

async function readTotals(tx: Transaction, filter: ReviewFilter, today: LocalDate): Promise<ReviewTotals> {
  const outcomes = await tx.execute<{ outcome: 'open' | CaseOutcome; count: number }>(sql`
    select coalesce(c.outcome, 'open') as outcome, count(*)::int as count
    from ${REVIEWED} c where ${narrowing(filter)} group by 1 order by 2 desc, 1`);
  const clocks = await tx.execute<{
    rule: DatedRuleId;
    owed_by: OwedBy;
    standing: ClockStanding;
    count: number;
  }>(sql`
    select d.rule, d.owed_by, ${STANDING(today)} as standing, count(*)::int as count
    from deadlines d join ${REVIEWED} c on c.id = d.case_id
    where ${COUNTED_CLOCKS} and ${narrowing(filter)}
    group by 1, 2, 3 order by 1, 2`);
  return {
    caseCount: outcomes.rows.reduce((sum, { count }) => sum + count, 0),
    outcomes: outcomes.rows,
    clocks: [...Map.groupBy(clocks.rows, ({ rule }) => rule)].map(([rule, rows]) => ({
      rule,
      owedBy: rows[0]?.owed_by ?? 'plan',
      counts: Object.fromEntries(
        CLOCK_STANDINGS.map((standing) => [
          standing,
          rows.filter((row) => row.standing === standing).reduce((sum, { count }) => sum + count, 0),
        ]),
      ) as Record<ClockStanding, number>,
    })),
  };
}

async function listYears(tx: Transaction): Promise<number[]> {
  const { rows } = await tx.execute<{ year: number }>(
    sql`select distinct c.year from ${REVIEWED} c order by 1 desc`,
  );
  return rows.map(({ year }) => year);
}

async function listReviewedPlans(tx: Transaction): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from health_plans order by lower(name), id`,
  );
  return rows;
}
