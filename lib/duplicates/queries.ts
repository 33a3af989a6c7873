import { type SQL, sql } from 'drizzle-orm';
import { type LocalDate, yearOf } from '../calendar/local-date.ts';
import { compactCode, foldJoined, foldWords, phoneTerms } from '../cases/search-terms.ts';
import type { Transaction } from '../db/client.ts';
import { wordsNear } from '../find/queries.ts';
import { spellingOf } from '../find/spelling.ts';
import { alikeIn, type Likeness, type Told } from './alike.ts';

const MOST_SHOWN = 4;
const MOST_COMPARED = 60;
const MOST_WORDS = 6;
const SHORTEST_WORD = 2;
const SHORTEST_PHONE = 7;

/** A client in the books who may be the one being entered, with the newest of their cases. */
export type Duplicate = {
  readonly caseId: string;
  readonly number: string;
  readonly clientName: string;
  readonly birthOn: LocalDate | null;
  readonly planName: string | null;
  readonly closedIn: number | null;
  readonly alike: readonly Likeness[];
};

type Row = {
  case_id: string;
  client_id: string;
  number: string;
  name: string;
  birth_on: LocalDate | null;
  phone: string;
  member_number: string;
  plan_name: string | null;
  closed_on: LocalDate | null;
};

/** The clients most like the one who is being entered: by member number, phone, day of birth and name, slips allowed. */
export async function findDuplicates(tx: Transaction, typed: Told): Promise<Duplicate[]> {
  const looked = lookedUnder(typed);
  if (looked.length === 0) return [];
  const { rows } = await tx.execute<Row>(sql`
    with found (case_id, clue) as materialized (${sql.join(looked, sql` union all `)})
    select c.id as case_id, c.client_id, c.number, cl.name, cl.birth_on, cl.phone, c.member_number, p.name as plan_name,
      c.closed_at::date as closed_on
    from (
      select f.case_id, k.client_id, count(distinct f.clue) as clues from found f join cases k on k.id = f.case_id
      join clients b on b.id = k.client_id
      group by f.case_id, k.client_id, b.birth_on
      order by max(f.clue) desc, (b.birth_on = ${typed.birthOn}::date) desc nulls last, 3 desc, f.case_id limit ${MOST_COMPARED}
    ) f
    join cases c on c.id = f.case_id
    join clients cl on cl.id = c.client_id
    left join plan_lines l on l.id = c.plan_line_id
    left join health_plans p on p.id = l.plan_id
    order by c.opened_at desc, c.id`);
  const seen = new Set<string>();
  return rows
    .flatMap((row) => {
      const alike = alikeIn(typed, toldOf(row));
      return alike ? [{ row, alike }] : [];
    })
    .toSorted((a, b) => b.alike.weight - a.alike.weight)
    .filter(({ row }) => !seen.has(row.client_id) && seen.add(row.client_id))
    .slice(0, MOST_SHOWN)
    .map(({ row, alike }) => ({
      caseId: row.case_id,
      number: row.number,
      clientName: row.name,
      birthOn: row.birth_on,
      planName: row.plan_name,
      closedIn: row.closed_on && yearOf(row.closed_on),
      alike: alike.reasons,
    }));
}

const toldOf = (row: Row): Told => ({
  name: row.name,
  birthOn: row.birth_on,
  phone: row.phone,
  memberNumber: row.member_number,
});

/** One clue for each word of the name, and a higher one for a number: cases under it are compared first. */
const NUMBER_CLUE = 100;

function lookedUnder({ name, phone, memberNumber }: Told): SQL[] {
  const words = [...new Set([...foldWords(name), ...foldJoined(name)])]
    .filter((word) => word.length >= SHORTEST_WORD)
    .slice(0, MOST_WORDS);
  const [digits = ''] = phoneTerms(phone);
  const numbers = [digits.length >= SHORTEST_PHONE ? digits : '', compactCode(memberNumber)].filter(Boolean);
  const under = (clue: number, terms: SQL) =>
    sql`select t.case_id, ${clue}::int from case_search_terms t where t.source = 'case' and t.term = any(${terms})`;
  return [
    ...words.map((word, clue) => {
      const spelling = spellingOf(word);
      const near = spelling ? sql` || ${wordsNear(spelling)}` : sql``;
      return under(clue, sql`(array[${word}]::text[]${near})`);
    }),
    ...numbers.map((number) => under(NUMBER_CLUE, sql`array[${number}]::text[]`)),
  ];
}
