import { type SQL, sql } from 'drizzle-orm';
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
 * query of this file selects a name, a contact, a number of anything, free text or a date. The plan stays out too: many
 * plans serve one county, and a county is one of the rule's identifiers.
 */
export type ReviewedCase = {
  readonly reference: string;
  readonly yearOpened: number;
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
};

type Office = { readonly id: string; readonly key: Buffer };

/** One page of the review in the order of year and reference, which tells nothing of the order cases came in. */
export async function readReview(tx: Transaction, office: Office, filter: ReviewFilter): Promise<ReviewPage> {
  const found = await listReferences(tx, office, filter);
  const first = (filter.page - 1) * REVIEW_PAGE_SIZE;
  return {
    cases: await readCases(tx, found.slice(first, first + REVIEW_PAGE_SIZE)),
    totals: await readTotals(tx, filter),
    years: await listYears(tx),
  };
}

/** Every case under the filter, for a file. */
export const listReview = async (
  tx: Transaction,
  office: Office,
  filter: ReviewFilter,
): Promise<ReviewedCase[]> => readCases(tx, await listReferences(tx, office, filter));

/** The case behind a reference, or null. References are not stored, so they are made again to find it. */
export async function readReviewedCase(
  tx: Transaction,
  office: Office,
  reference: string,
): Promise<ReviewedCase | null> {
  if (!isReference(reference)) return null;
  const { rows } = await tx.execute<{ id: string }>(sql`select c.id from ${REVIEWED} c`);
  const found = rows.find(({ id }) => referenceOf(office.key, office.id, id) === reference);
  return found ? ((await readCases(tx, [{ id: found.id, reference }]))[0] ?? null) : null;
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

// The database's own functions: a reviewer reads of cases what they give and nothing else, and no restricted case.
const REVIEWED = sql.raw('review_index()');

function narrowing({ year, program, regulator, outcome }: ReviewFilter): SQL {
  const conditions = [sql`true`];
  if (year !== null) conditions.push(sql`c.year = ${year}`);
  if (program) conditions.push(sql`c.program = ${program}`);
  if (regulator) conditions.push(sql`coalesce(c.regulator, 'unknown') = ${regulator}`);
  if (outcome) conditions.push(outcome === 'open' ? sql`c.outcome is null` : sql`c.outcome = ${outcome}`);
  return sql.join(conditions, sql` and `);
}

type CaseColumns = {
  id: string;
  year: number;
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

async function readCases(tx: Transaction, referred: readonly Referred[]): Promise<ReviewedCase[]> {
  if (referred.length === 0) return [];
  const ids = `{${referred.map(({ id }) => id).join(',')}}`;
  const { rows } = await tx.execute<CaseColumns>(sql`
    select c.id, c.year, c.program, c.regulator, c.bases, c.stage, c.outcome, c.closed_on_day,
      c.plan_answer, c.determination, c.clocks
    from review_cases(${ids}::uuid[]) c`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return referred.flatMap(({ id, reference }) => {
    const row = byId.get(id);
    return row ? [reviewedCase(reference, row)] : [];
  });
}

const reviewedCase = (reference: string, row: CaseColumns): ReviewedCase => ({
  reference,
  yearOpened: row.year,
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

async function readTotals(tx: Transaction, filter: ReviewFilter): Promise<ReviewTotals> {
  const outcomes = await tx.execute<{ outcome: 'open' | CaseOutcome; count: number }>(sql`
    select coalesce(c.outcome, 'open') as outcome, count(*)::int as count
    from ${REVIEWED} c where ${narrowing(filter)} group by 1 order by 2 desc, 1`);
  const clocks = await tx.execute<{
    rule: DatedRuleId;
    owed_by: OwedBy;
    standing: ClockStanding;
    count: number;
  }>(sql`
    select d.rule, d.owed_by, d.standing, count(*)::int as count
    from review_standings() d join ${REVIEWED} c on c.id = d.case_id
    where ${narrowing(filter)}
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
