import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  foldJoined,
  foldWords,
  noteTermsOf,
  piecesOf,
  searchTermsOf,
} from '../../../lib/cases/search-terms.ts';
import { readingsOf } from '../../../lib/find/search-words.ts';
import { isOneSlipAway, wordKeys } from '../../../lib/find/spelling.ts';

const letters = Array.from('abcdefgh');
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 3, maxLength: 8 })
  .map((each) => each.join(''));
const names = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    'Rosario Villaseñor',
    '王小明',
    'O’Brien-Keogh',
    'Đặng Thị Ngọc',
    'クリストファー',
    'สมชาย ใจดี',
    'محمد علي',
  ),
);

/** The distance that counts a letter replaced, added or dropped, and two neighbors changed places, as one each. */
function slipsBetween(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (rows[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return at(a.length, b.length);
}

test('one slip is a distance of one', () => {
  const pair = fc.oneof(
    fc.tuple(word, word),
    word.chain((one) =>
      fc.tuple(fc.constant(one), fc.constantFrom(...wordKeys(one).filter((key) => key.length > 2))),
    ),
  );
  fc.assert(
    fc.property(pair, ([a, b]) => {
      expect(isOneSlipAway(a, b)).toBe(slipsBetween(a, b) === 1);
      expect(isOneSlipAway(b, a)).toBe(isOneSlipAway(a, b));
    }),
    { numRuns: 2_000 },
  );
});

test('words one slip apart share a key', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      if (!isOneSlipAway(a, b)) return;
      expect(wordKeys(a).some((key) => wordKeys(b).includes(key))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(names, (name) => {
      const words = foldWords(name);
      expect(foldWords(words.join(' '))).toEqual([...new Set(words)]);
      expect(foldJoined(words.join(' '))).toEqual([...new Set(words)]);
    }),
  );
});

test('a name finds itself, whole and by each of its words', () => {
  fc.assert(
    fc.property(names, (name) => {
      const record = { name, representativeName: '', phone: '', representativePhone: '' };
      const terms = searchTermsOf({
        number: '2026-000001',
        memberNumber: '',
        client: record,
        grievances: [],
      } as unknown as Parameters<typeof searchTermsOf>[0]);
      const isFound = (query: string) =>
        readingsOf(query).some((reading) =>
          reading.every(({ from }) => terms.some((term) => term.startsWith(from))),
        );
      const typed = [name, ...foldWords(name)].filter((query) => foldWords(query).length > 0);
      expect(typed.filter((query) => !isFound(query))).toEqual([]);
    }),
  );
});

test('a note of a script without spaces is found by any part of it', () => {
  const sentence = '病人说药房拒绝给药请再打电话';
  const terms = noteTermsOf(sentence);
  fc.assert(
    fc.property(fc.nat({ max: 13 }), fc.integer({ min: 1, max: 14 }), (from, length) => {
      const part = sentence.slice(from, from + length);
      for (const piece of piecesOf(part)) expect(terms.some((term) => term.startsWith(piece))).toBe(true);
    }),
  );
});
