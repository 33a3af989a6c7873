import { expect, test } from 'vitest';
import { searchTermsOf } from '../../../lib/cases/search-terms.ts';
import { readingsOf } from '../../../lib/find/search-words.ts';

/** Does some reading of what was typed find a case with these terms, comparing bytewise as the database does? */
function finds(query: string, terms: readonly string[]): boolean {
  return readingsOf(query).some((reading) =>
    reading.every(({ from, before }) =>
      terms.some((term) => bytes(term).compare(bytes(from)) >= 0 && bytes(term).compare(bytes(before)) < 0),
    ),
  );
}
const bytes = (text: string) => Buffer.from(text, 'utf8');

const terms = searchTermsOf({
  id: 'c',
  officeId: 'o',
  number: '2026-000123',
  memberNumber: 'XEA 9901-22',
  client: {
    name: 'Rosario Villaseñor de la Cruz',
    representativeName: '',
    phone: '(619) 555-0177',
    representativePhone: '',
  },
  grievances: [{ planReference: 'GR-7720-118' }],
} as unknown as Parameters<typeof searchTermsOf>[0]);

test.each([
  'villasenor',
  'Villaseñor',
  'VILLA',
  'rosario villa',
  'cruz ros',
  '2026-000123',
  '2026 123',
  '000123',
  '123',
  '(619) 555-0177',
  '619.555.0177',
  '619 555',
  '6195550177',
  'rosario 619 555',
  'gr-7720-118',
  'XEA 9901',
])('finds the case under %s', (typed) => {
  expect(finds(typed, terms)).toBe(true);
});

test.each(['senor', 'rosario tran', '0177', '2025-000123', '124', 'zz'])(
  'does not find it under %s',
  (typed) => {
    expect(finds(typed, terms)).toBe(false);
  },
);

test.each(['', '   ', '—', '%', '"\'\\'])('reads no word out of %j', (typed) => {
  expect(readingsOf(typed)).toEqual([]);
});

test('takes a bounded number of words', () => {
  const readings = readingsOf(Array.from({ length: 40 }, (_, index) => `word${index}`).join(' '));
  expect(Math.max(...readings.map((reading) => reading.length))).toBeLessThanOrEqual(8);
});
