import { describe, expect, test } from 'vitest';
import { EVERYTHING, parseReviewFilter, reviewSearch } from '../../../lib/review/list-filter.ts';
import { isReference, referenceOf } from '../../../lib/review/reference.ts';
import { standingSentence } from '../../../lib/review/words.ts';

const KEY = Buffer.alloc(32, 7);
const OFFICE = '6f1cf0f4-3a8b-4c43-9a55-6b8e5d9f0a01';
const CASE = 'c6a7b9de-8f5a-4a53-b2a4-0d2f9c1e7b10';

describe('a reference', () => {
  test('is the same at every visit, and another with another key, office or case', () => {
    const reference = referenceOf(KEY, OFFICE, CASE);
    expect(referenceOf(KEY, OFFICE, CASE)).toBe(reference);
    expect(isReference(reference)).toBe(true);
    const others = [
      referenceOf(Buffer.alloc(32, 8), OFFICE, CASE),
      referenceOf(KEY, CASE, CASE),
      referenceOf(KEY, OFFICE, OFFICE),
    ];
    expect(new Set([reference, ...others]).size).toBe(4);
  });

  test('spreads over the whole alphabet', () => {
    const letters = new Set(
      Array.from({ length: 400 }, (_, index) => referenceOf(KEY, OFFICE, String(index)).slice(2)).join(''),
    );
    expect(letters.size).toBe(33);
  });
});

test('the filter of the review goes through its address unchanged, and nonsense narrows nothing', () => {
  const filter = {
    year: 2026,
    program: 'medi-cal',
    regulator: 'unknown',
    outcome: 'open',
    page: 3,
  } as const;
  expect(parseReviewFilter(Object.fromEntries(new URLSearchParams(reviewSearch(filter))))).toEqual(filter);
  const nonsense = {
    year: '26',
    program: 'x',
    regulator: ['DMHC', 'CDI'],
    outcome: 'won',
    page: '0',
  };
  expect(parseReviewFilter(nonsense)).toEqual(EVERYTHING);
  expect(reviewSearch(EVERYTHING)).toBe('');
});

test.each([
  [{ standing: 'met', metOnDay: 27 }, 'Met after 25 of 30 days'],
  [{ standing: 'late', metOnDay: 40 }, 'Met late after 38 of 30 days'],
  [{ standing: 'past', metOnDay: null }, 'Past, not met, of 30 days'],
  [{ standing: 'running', metOnDay: null }, 'Running, of 30 days'],
] as const)('says how a clock stands in its own days: %o', (more, sentence) => {
  const clock = { rule: 'ca.grv.resolve', owedBy: 'plan', startsOnDay: 2, dueOnDay: 32, ...more } as const;
  expect(standingSentence(clock)).toBe(sentence);
});
