import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, REGULATORS, STAGES } from '../../../lib/db/vocabulary.ts';
import {
  DUE_WINDOWS,
  LAST_PAGE,
  type ListFilter,
  listHref,
  parseListFilter,
  SCOPES,
  SORTS,
} from '../../../lib/worklist/list-filter.ts';

const home = fc.constantFrom('mine' as const, 'everyone' as const);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const filters: fc.Arbitrary<ListFilter> = fc.record({
  query: fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((text) => text.trim().replace(/\s+/g, ' ').slice(0, 100).trim()),
  who: fc.oneof(fc.constantFrom(...SCOPES), fc.uuid()),
  closed: fc.boolean(),
  stage: orNull(fc.constantFrom(...STAGES)),
  planId: orNull(fc.uuid()),
  regulator: orNull(fc.constantFrom(...REGULATORS)),
  language: orNull(fc.constantFrom(...LANGUAGES)),
  due: orNull(fc.constantFrom(...DUE_WINDOWS)),
  side: orNull(fc.constantFrom('ours' as const, 'theirs' as const)),
  urgent: fc.boolean(),
  sort: fc.constantFrom(...SORTS),
  descending: fc.boolean(),
  page: fc.integer({ min: 1, max: LAST_PAGE }),
});

const paramsOf = (href: string) => Object.fromEntries(new URL(href, 'https://recourse.example').searchParams);

describe('the address of a list of cases', () => {
  it('says the whole filter: read back, it is the same one', () => {
    fc.assert(
      fc.property(filters, home, (filter, landing) => {
        expect(parseListFilter(paramsOf(listHref(filter, landing)), landing)).toEqual(filter);
      }),
    );
  });

  it('is one for each filter: what reads the same has the same address', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
        home,
        (given, landing) => {
          const once = listHref(parseListFilter(given, landing), landing);
          expect(listHref(parseListFilter(paramsOf(once), landing), landing)).toBe(once);
        },
      ),
    );
  });

  it('never fails to be read, whatever it holds', () => {
    const names = [
      'q',
      'who',
      'closed',
      'stage',
      'plan',
      'regulator',
      'language',
      'due',
      'side',
      'urgent',
      'sort',
      'order',
      'page',
    ];
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' })),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), values), home, (given, landing) => {
        const { page, query } = parseListFilter(given, landing);
        expect(page).toBeGreaterThanOrEqual(1);
        expect(page).toBeLessThanOrEqual(LAST_PAGE);
        expect(query.length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
