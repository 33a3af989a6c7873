import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { isFoundInNotes } from '../cases/search-terms.ts';
import type { Transaction } from '../db/client.ts';
import type { OwedBy } from '../db/vocabulary.ts';
import { type Reading, readingsOf, type TermRange } from './search-words.ts';
import { type Spelling, spellingOf } from './spelling.ts';

/** As many as a search box shows; fewer hits than that, and what is spelled nearly so is found too. */
export const MOST_FOUND = 8;
const MOST_COMPARED = 500;
const MOST_NEAR_WORDS = 40;
const SHORTEST_PLAN_WORD = 3;

export type Hit = {
  readonly caseId: string;
  readonly number: string;
  readonly clientName: string;
  readonly planName: string | null;
  readonly ownerName: string | null;
  readonly next: { readonly dueOn: LocalDate; readonly owedBy: OwedBy } | null;
  readonly isClosed: boolean;
  readonly foundIn: 'case' | 'note';
};

export type Hits = { readonly cases: readonly Hit[]; readonly isMore: boolean };

/**
 * The first cases a search finds: under their names, numbers and plan, then under what their notes say, then, when these
 * are few, under words that are spelled nearly so. One query for each of the three that is needed.
 */
export async function findCases(tx: Transaction, query: string): Promise<Hits> {
  const search = { readings: readingsOf(query), most: sql` limit ${MOST_COMPARED}` };
  const found: Hit[] = [];
  for (const tier of [namedUnder, notedUnder, nearTo]) {
    const cases = tier(search);
    if (!cases || (tier === nearTo && found.length >= MOST_FOUND) || found.length > MOST_FOUND) continue;
    found.push(...(await readHits(tx, cases, found)));
  }
  return { cases: found.slice(0, MOST_FOUND), isMore: found.length > MOST_FOUND };
}

/** A condition on `cases c`: the search finds it. The same cases as `findCases` finds, all of them. */
export function foundUnder(query: string): SQL {
  const search = { readings: readingsOf(query), most: sql`` };
  const named = namedUnder(search);
  if (!named) return sql`false`;
  const noted = notedUnder(search);
  const near = nearTo(search);
  const nobody = sql`select null::uuid as case_id where false`;
  // An array is found once and looked up: a subquery would tempt the planner to walk every case in order of its date.
  return sql`c.id = any(array(
    with strictly as materialized (
      select n.case_id from (${named}) n union select n.case_id from (${noted ?? nobody}) n
    )
    select s.case_id from strictly s
    union
    select n.case_id from (${near ?? nobody}) n
    where (select count(*) from (select from strictly limit ${MOST_FOUND}) few) < ${MOST_FOUND}))`;
}

type HitRow = {
  id: string;
  number: string;
  client_name: string;
  plan_name: string | null;
  owner_name: string | null;
  next_due_on: LocalDate | null;
  next_owed_by: OwedBy | null;
  is_closed: boolean;
  in_note: boolean;
};

async function readHits(tx: Transaction, cases: SQL, known: readonly Hit[]): Promise<Hit[]> {
  const order = (rank: string) =>
    sql.raw(`${rank}.in_note, ${rank}.is_exact desc, c.closed_at is not null, c.next_due_on, c.number desc`);
  const others =
    known.length === 0
      ? sql`true`
      : sql`f.case_id <> all(${sql.param(known.map(({ caseId }) => caseId))}::uuid[])`;
  const { rows } = await tx.execute<HitRow>(sql`
    with found as materialized (${cases})
    select c.id, c.number, cl.name as client_name, p.name as plan_name, u.name as owner_name, c.next_due_on,
      c.next_owed_by, c.closed_at is not null as is_closed, c.in_note
    from (
      select c.*, f.is_exact, f.in_note
      from (select f.case_id, bool_or(f.is_exact) as is_exact, bool_and(f.in_note) as in_note
        from found f where ${others} group by f.case_id) f
      join cases c on c.id = f.case_id
      order by ${order('f')} limit ${MOST_FOUND + 1}
    ) c
    join clients cl on cl.id = c.client_id
    left join plan_lines l on l.id = c.plan_line_id
    left join health_plans p on p.id = l.plan_id
    left join users u on u.id = c.owner_id
    order by ${order('c')}`);
  return rows.map((row) => ({
    caseId: row.id,
    number: row.number,
    clientName: row.client_name,
    planName: row.plan_name,
    ownerName: row.owner_name,
    next:
      row.next_due_on && row.next_owed_by && !row.is_closed
        ? { dueOn: row.next_due_on, owedBy: row.next_owed_by }
        : null,
    isClosed: row.is_closed,
    foundIn: row.in_note ? 'note' : 'case',
  }));
}

type Search = {
  readonly readings: readonly Reading[];
  /** How many cases are compared at most, as a clause; empty for all. */
  readonly most: SQL;
};

/** Cases of which every word starts a name, a number or the name of the plan. */
function namedUnder({ readings, most }: Search): SQL | null {
  const [first] = readings;
  if (!first) return null;
  return anyOf([...readings.map((reading) => underTerms(reading, IN_CASE, most)), ...underPlan(first, most)]);
}

/** Cases of which every word stands in a note, or is a name or a number of theirs. */
function notedUnder({ readings, most }: Search): SQL | null {
  const kept = readings
    .map((reading) => reading.filter(({ from }) => isFoundInNotes(from)))
    .filter((reading) => reading.length > 0);
  return anyOf(kept.map((reading) => underTerms(reading, ANYWHERE, most)));
}

/** Cases of which every word is spelled nearly as it was typed. */
function nearTo({ readings, most }: Search): SQL | null {
  const spelled = readings.filter((reading) => reading.some(({ from }) => spellingOf(from) !== null));
  return anyOf(spelled.map((reading) => underTerms(reading, NEARLY, most)));
}

type Where = (alias: SQL, range: TermRange) => SQL;

const IN_CASE: Where = (t, range) => sql`${t}.source = 'case' and ${startsAs(t, range)}`;
const ANYWHERE: Where = (t, range) => sql`${t}.source in ('case', 'note') and ${startsAs(t, range)}`;
const NEARLY: Where = (t, range) => {
  const spelling = spellingOf(range.from);
  const near = spelling ? sql` or ${t}.term = any(${wordsNear(spelling)})` : sql``;
  return sql`${t}.source in ('case', 'note') and (${startsAs(t, range)}${near})`;
};

const startsAs = (t: SQL, { from, before, orExactly }: TermRange): SQL =>
  orExactly === null
    ? sql`(${t}.term >= ${from} and ${t}.term < ${before})`
    : sql`(${t}.term >= ${from} and ${t}.term < ${before} or ${t}.term = ${orExactly})`;

/** The office's words one slip away from a word; two in a long one. */
export function wordsNear({ keys, length, patterns, mayDifferTwice }: Spelling): SQL {
  const isNear = mayDifferTwice
    ? sql`true`
    : sql`(length(s.word) <> ${length} or s.word like any(${sql.param(patterns)}::text[]))`;
  return sql`array(select distinct s.word from search_word_keys s
    where s.key = any(${sql.param(keys)}::text[]) and ${isNear} limit ${MOST_NEAR_WORDS})`;
}

/** Each of the words is among a case's terms; the longest is looked up, the others only in what it found. */
function underTerms(reading: Reading, where: Where, most: SQL, orElse?: (range: TermRange) => SQL): SQL {
  const [first, ...others] = reading.toSorted((a, b) => b.from.length - a.from.length);
  return lookedUp(first as TermRange, others, where, most, orElse);
}

function lookedUp(
  first: TermRange,
  others: readonly TermRange[],
  where: Where,
  most: SQL,
  orElse: (range: TermRange) => SQL = () => sql``,
): SQL {
  const conditions = [
    where(sql`t`, first),
    ...others.map(
      (range) =>
        sql`(exists (select from case_search_terms o where o.case_id = t.case_id and ${where(sql`o`, range)})${orElse(range)})`,
    ),
  ];
  return sql`(select t.case_id, t.term in (${first.from}, ${first.orExactly ?? first.from}) as is_exact,
      t.source = 'note' as in_note
    from case_search_terms t where ${sql.join(conditions, sql` and `)}${most})`;
}

/**
 * Cases found by their plan: every word starts a word of its name, or some do and the others are among the case's terms.
 * Nothing is read where no plan has such a name.
 */
function underPlan(reading: Reading, most: SQL): SQL[] {
  const isPlanWord = ({ from }: TermRange) => from.length >= SHORTEST_PLAN_WORD && !/[0-9]/.test(from);
  if (!reading.some(isPlanWord)) return [];
  const isNamed = (range: TermRange) =>
    isPlanWord(range) ? sql`cardinality(${linesNamed(range)}) > 0` : sql`false`;
  const mixed = reading.flatMap((first) => {
    const others = reading.filter((range) => range !== first);
    if (others.length === 0) return [];
    const orByPlan = (range: TermRange) =>
      isPlanWord(range)
        ? sql` or exists (select from cases k where k.id = t.case_id and k.plan_line_id = any(${linesNamed(range)}))`
        : sql``;
    const found = lookedUp(first, others, IN_CASE, most, orByPlan);
    return [sql`select * from ${found} m where (${sql.join(others.map(isNamed), sql` or `)})`];
  });
  if (!reading.every(isPlanWord)) return mixed;
  const ofAll = sql.join(
    reading.map((range) => sql`k.plan_line_id = any(${linesNamed(range)})`),
    sql` and `,
  );
  return [
    ...mixed,
    sql`(select k.id, false, false from cases k where ${ofAll}
      order by k.closed_at is not null, k.next_due_on${most})`,
  ];
}

/** The lines of which a word of the name, or of the plan's, starts so; folded as far as the names of plans need it. */
const linesNamed = ({ from }: TermRange): SQL => sql`array(select l.id from plan_lines l
  join health_plans p on p.id = l.plan_id
  where regexp_replace(lower(normalize(p.name || ' ' || l.name, NFKD)), '[\\u0300-\\u036f]', '', 'g') ~ ('\\m' || ${from}))`;

const anyOf = (cases: readonly SQL[]): SQL | null =>
  cases.length === 0 ? null : sql.join([...cases], sql` union all `);
