import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOneSlipAway, spellingOf, wordKeys } from '../../../lib/find/spelling.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice } from '../../support/office.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const letters = Array.from('abcdenñszÿжդ王김ا𠮷');
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
  .map((each) => each.join(''));

test('keys of a word are the same here and in the database', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 20, maxLength: 20 }), async (words) => {
      const { rows } = await client.query<{ word: string; keys: string[] }>(
        'select w as word, array(select word_keys(w)) as keys from unnest($1::text[]) w',
        [words],
      );
      for (const row of rows) expect(row.keys.toSorted()).toEqual(wordKeys(row.word).toSorted());
    }),
    { numRuns: 20 },
  );
});

test('a word one slip away is found by its keys, and by nothing but a slip when it is short', async () => {
  const near = word.chain((typed) => fc.tuple(fc.constant(typed), fc.oneof(word, slipped(typed))));
  await fc.assert(
    fc.asyncProperty(fc.array(near, { minLength: 30, maxLength: 30 }), async (pairs) => {
      for (const [typed, meant] of pairs) {
        const spelling = spellingOf(typed);
        if (!spelling || Array.from(meant).length < 4 || spelling.mayDifferTwice) continue;
        const { rows } = await client.query<{ found: boolean }>(
          `select exists (select from word_keys($1) k where k = any($2::text[]))
             and (length($1) <> $3 or $1 like any($4::text[])) as found`,
          [meant, spelling.keys, spelling.length, spelling.patterns],
        );
        expect([typed, meant, rows[0]?.found]).toEqual([
          typed,
          meant,
          typed === meant || isOneSlipAway(typed, meant),
        ]);
      }
    }),
    { numRuns: 10 },
  );
});

/** The word with a letter replaced, dropped, added, or two neighbors changed places. */
const slipped = (typed: string) =>
  fc
    .tuple(fc.nat(), fc.constantFrom(...letters), fc.constantFrom('replace', 'drop', 'add', 'swap'))
    .map(([nth, letter, way]) => {
      const all = Array.from(typed);
      const at = nth % all.length;
      if (way === 'replace') return all.with(at, letter).join('');
      if (way === 'drop') return all.toSpliced(at, 1).join('');
      if (way === 'add') return all.toSpliced(at, 0, letter).join('');
      const next = (at + 1) % all.length;
      return all
        .with(at, all[next] ?? '')
        .with(next, all[at] ?? '')
        .join('');
    });

test('a word goes with its last use, whoever takes the last two at the same moment', async () => {
  const office = await openTestOffice(database);
  const others = [0, 1].map(() => new pg.Client({ connectionString: database.ownerUrl }));
  for (const other of others) {
    await other.connect();
    await other.query(`select set_config('app.office_id', $1, false)`, [office.officeId]);
  }
  const cases = [await office.openCase({ on: '2026-06-01' }), await office.openCase({ on: '2026-06-01' })];
  const [one, two] = others;
  await one?.query(
    `insert into case_search_terms (office_id, case_id, term) select $1, unnest($2::uuid[]), 'quintella'`,
    [office.officeId, cases],
  );
  const keys = async () =>
    (await one?.query(`select from search_word_keys where word = 'quintella'`))?.rowCount ?? 0;
  expect(await keys()).toBe(9);
  const forget = `delete from case_search_terms where term = 'quintella' and case_id = $1`;
  await one?.query('begin');
  await two?.query('begin');
  await one?.query(forget, [cases[0]]);
  const waiting = two?.query(forget, [cases[1]]);
  await one?.query('commit');
  await waiting;
  await two?.query('commit');
  expect(await keys()).toBe(0);
  for (const other of others) await other.end();
  await office.close();
});
