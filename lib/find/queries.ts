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
const FEW_TERMS = 3_000;
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
  const search = firstOf(query);
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
  const search = allOf(query);
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
    sql.raw(
      `${rank}.in_note, ${rank}.exact_count desc, c.closed_at is not null, c.next_due_on, c.number desc`,
    );
  const others =
    known.length === 0
      ? sql`true`
      : sql`f.case_id <> all(${sql.param(known.map(({ caseId }) => caseId))}::uuid[])`;
  const { rows } = await tx.execute<HitRow>(sql`
    with found as materialized (${cases})
    select c.id, c.number, cl.name as client_name, p.name as plan_name, u.name as owner_name, c.next_due_on,
      c.next_owed_by, c.closed_at is not null as is_closed, c.in_note
    from (
      select c.*, f.exact_count, f.in_note
      from (select f.case_id, max(f.exact_count) as exact_count, bool_and(f.in_note) as in_note
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
  /** How many cases are compared at most, and how many of each line of a plan, as clauses; empty for all. */
  readonly most: SQL;
  readonly mostOfLine: SQL;
  readonly isForAll: boolean;
};

const firstOf = (query: string): Search => ({
  readings: readingsOf(query),
  most: sql` limit ${MOST_COMPARED}`,
  mostOfLine: sql` limit ${MOST_FOUND + 1}`,
  isForAll: false,
});

const allOf = (query: string): Search => ({
  readings: readingsOf(query),
  most: sql``,
  mostOfLine: sql``,
  isForAll: true,
});

/** Cases of which every word starts a name, a number or the name of the plan. */
function namedUnder(search: Search): SQL | null {
  const [first] = search.readings;
  if (!first) return null;
  return anyOf([
    ...search.readings.map((reading) => underTerms(reading, IN_CASE, search)),
    ...underPlan(first, search),
  ]);
}

/** Cases of which every word stands in a note, or is a name or a number of theirs. */
function notedUnder(search: Search): SQL | null {
  const kept = search.readings
    .map((reading) => reading.filter(({ from }) => isFoundInNotes(from)))
    .filter((reading) => reading.length > 0);
  return anyOf(kept.map((reading) => underTerms(reading, ANYWHERE, search)));
}

/** Cases of which every word is spelled nearly as it was typed. */
function nearTo(search: Search): SQL | null {
  const spelled = search.readings.filter((reading) => reading.some(({ from }) => spellingOf(from) !== null));
  return anyOf(spelled.map((reading) => underTerms(reading, NEARLY, search)));
}

type Where = (alias: SQL, range: TermRange) => SQL;

const IN_CASE: Where = (t, range) => sql`${t}.source = 'case' and ${startsAs(t, range)}`;
const ANYWHERE: Where = (t, range) => sql`${t}.source in ('case', 'note') and ${startsAs(t, range)}`;
const NEARLY: Where = (t, range) => {
  const spelling = spellingOf(range.from);
  const near = spelling ? sql` or ${t}.term = any(${wordsNear(spelling)})` : sql``;
  return sql`${t}.source in ('case', 'note') and (${startsAs(t, range)}${near})`;
};

const startsAs = (t: SQL, { from, before }: TermRange): SQL =>
  sql`${t}.term >= ${from} and ${t}.term < ${before}`;

/** The office's words one slip away from a word; two in a long one. */
export function wordsNear({ keys, length, patterns, mayDifferTwice }: Spelling): SQL {
  const isNear = mayDifferTwice
    ? sql`true`
    : sql`(length(s.word) <> ${length} or s.word like any(${sql.param(patterns)}::text[]))`;
  return sql`array(select distinct s.word from search_word_keys s
    where s.key = any(${sql.param(keys)}::text[]) and ${isNear} limit ${MOST_NEAR_WORDS})`;
}

/** Each of the words is among a case's terms; the longest is looked up, the others only in what it found. */
function underTerms(reading: Reading, where: Where, search: Search): SQL {
  const [first, ...others] = reading.toSorted((a, b) => b.from.length - a.from.length);
  return lookedUp(first as TermRange, others, where, search);
}

function lookedUp(
  first: TermRange,
  others: readonly TermRange[],
  where: Where,
  { most, isForAll }: Search,
  orElse: (range: TermRange) => SQL = () => sql`false`,
): SQL {
  const isMany = isForAll ? sql`not ${areFew(where(sql`o`, first))}` : sql`false`;
  const also = others.map((range) => sql`(${isAlso(where(sql`o`, range), isMany)} or ${orElse(range)})`);
  return sql`(select t.case_id, ${exactly([first, ...others])} as exact_count, t.source = 'note' as in_note
    from case_search_terms t where ${sql.join([where(sql`t`, first), ...also], sql` and `)}${most})`;
}

/**
 * The case of term `t` also has a term like this. Few such terms are read at once, and so are any when all of many cases
 * are asked for; else they are looked up case by case. The planner would guess, and loop over all for each case.
 */
function isAlso(isSuch: SQL, isMany: SQL): SQL {
  const terms = sql`from case_search_terms o where ${isSuch}`;
  return sql`case when ${areFew(isSuch)} or ${isMany} then t.case_id in (select o.case_id ${terms})
    else exists (select ${terms} and o.case_id = t.case_id offset 0) end`;
}

const areFew = (isSuch: SQL): SQL =>
  sql`(select count(*) < ${FEW_TERMS} from (select from case_search_terms o where ${isSuch} limit ${FEW_TERMS}) few)`;

/**
 * Cases found by their plan: every word starts a word of its name, or some do and the others are among the case's terms.
 * Nothing is read where no plan has such a name.
 */
function underPlan(reading: Reading, search: Search): SQL[] {
  const isPlanWord = ({ from }: TermRange) => from.length >= SHORTEST_PLAN_WORD && !/[0-9]/.test(from);
  if (!reading.some(isPlanWord)) return [];
  const isNamed = (range: TermRange) =>
    isPlanWord(range) ? sql`cardinality(${linesNamed(range)}) > 0` : sql`false`;
  const mixed = reading.flatMap((first) => {
    const others = reading.filter((range) => range !== first);
    if (others.length === 0) return [];
    const orByPlan = (range: TermRange) =>
      isPlanWord(range)
        ? sql`exists (select from cases k where k.id = t.case_id and k.plan_line_id = any(${linesNamed(range)}))`
        : sql`false`;
    const found = lookedUp(first, others, IN_CASE, search, orByPlan);
    return [sql`select * from ${found} m where (${sql.join(others.map(isNamed), sql` or `)})`];
  });
  if (!reading.every(isPlanWord)) return mixed;
  // The next deadlines of each line come from an index; all cases of a plan may be a good part of the office's.
  const ofLine = sql`(select k.id from cases k where k.plan_line_id = line.id and k.closed_at is null
      order by k.next_due_on${search.mostOfLine})
    union all (select k.id from cases k where k.plan_line_id = line.id and k.closed_at is not null
      order by k.closed_at desc${search.mostOfLine})`;
  return [
    ...mixed,
    sql`(select k.id, 0, false from unnest(${linesNamed(...reading)}) line (id) cross join lateral (${ofLine}) k)`,
  ];
}

/** The lines of whose name, or plan's name, each of these starts a word; folded as far as the names of plans need it. */
function linesNamed(...words: readonly TermRange[]): SQL {
  const isNamed = words.map(({ from }) => sql`n.folded ~ ('\\m' || ${from})`);
  return sql`array(select n.id from (
    select l.id, regexp_replace(lower(normalize(p.name || ' ' || l.name, NFKD)), '[\\u0300-\\u036f]', '', 'g') as folded
    from plan_lines l join health_plans p on p.id = l.plan_id) n
    where ${sql.join(isNamed, sql` and `)})`;
}

/** How many of the words are a whole term of the case of term `t`, not only the start of one. */
const exactly = (words: readonly TermRange[]): SQL => sql`(select count(*) from case_search_terms e
  where e.case_id = t.case_id and e.source = t.source and e.term = any(${sql.param(words.map(({ from }) => from))}::text[]))`;

const anyOf = (cases: readonly SQL[]): SQL | null =>
  cases.length === 0 ? null : sql.join([...cases], sql` union all `);
