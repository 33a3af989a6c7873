import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { type Env, setEnv } from '../../../lib/env.ts';
import { listHref, parseListFilter } from '../../../lib/worklist/list-filter.ts';
import { openSearch, sealSearch } from '../../../lib/worklist/sealed-search.ts';

const ME = '3f8c1f6e-58a6-4a54-9a5e-0f6b6f0f6a11';
const SOMEBODY_ELSE = '9d7d8a52-8b3b-4e6e-9d7f-1c2b3a4d5e6f';
const withSecret = (secret: string) => setEnv({ AUTH_SECRET: secret } as Env);

beforeEach(() => withSecret('a secret of the tests, thirty-two'));

test('leads back to what was searched for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (typed) => {
      const search = sealSearch(typed, ME);
      if (search.query === '') expect(search.sealedQuery).toBe('');
      else expect(openSearch(search.sealedQuery, ME)).toEqual(search);
    }),
  );
});

test('stands in an address without a trace of the words, and of one length for short and long names', () => {
  const short = sealSearch('Li', ME);
  const long = sealSearch('Villaseñor Quintana-Ortega', ME);
  const address = listHref(parseListFilter({}, 'mine', long), 'mine');
  expect(address).toMatch(/^\/cases\?find=v1\.[\w.-]+$/);
  expect(address).not.toMatch(/Villase|Quintana/i);
  expect(Math.abs(short.sealedQuery.length - long.sealedQuery.length)).toBeLessThan(4);
  expect(sealSearch('Li', ME).sealedQuery).not.toBe(short.sealedQuery);
});

test('is closed to another person, after a change of the secret, and when a letter is changed', () => {
  const { sealedQuery } = sealSearch('Nunez', ME);
  expect(openSearch(sealedQuery, SOMEBODY_ELSE)).toBeNull();
  for (const wrong of [
    '',
    'Nunez',
    `${sealedQuery}A`,
    sealedQuery.replace('v1', 'v2'),
    sealedQuery.slice(0, -6),
  ])
    expect(openSearch(wrong, ME)).toBeNull();
  withSecret('another secret of the tests, 32 long');
  expect(openSearch(sealedQuery, ME)).toBeNull();
});
