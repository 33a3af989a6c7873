import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, REGULATORS, STAGES } from '../../../lib/db/vocabulary.ts';
import {
  DUE_WINDOWS,
  LAST_PAGE,
  type ListFilter,
  listHref,
  NO_SEARCH,
  parseListFilter,
  SCOPES,
  type Search,
  SORTS,
  viewFilter,
  viewParams,
} from '../../../lib/worklist/list-filter.ts';

const home = fc.constantFrom('mine' as const, 'everyone' as const);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const searches: fc.Arbitrary<Search> = fc.oneof(
  fc.constant(NO_SEARCH),
  fc.record({
    query: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    sealedQuery: fc.stringMatching(/^[\w.-]{1,60}$/),
  }),
);

const filters: fc.Arbitrary<ListFilter> = fc
  .record({
    who: fc.oneof(fc.constantFrom(...SCOPES), fc.uuid()),
    closed: fc.boolean(),
    stage: orNull(fc.constantFrom(...STAGES)),
    planId: orNull(fc.uuid()),
    regulator: orNull(fc.constantFrom(...REGULATORS)),
    language: orNull(fc.constantFrom(...LANGUAGES)),
    due: orNull(fc.constantFrom(...DUE_WINDOWS)),
    side: orNull(fc.constantFrom('ours' as const, 'theirs' as const)),
    urgent: fc.boolean(),
    stuck: fc.boolean(),
    unreached: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    descending: fc.boolean(),
    page: fc.integer({ min: 1, max: LAST_PAGE }),
  })
  .chain((rest) => searches.map((search) => ({ ...rest, ...search })));

const paramsOf = (href: string) => Object.fromEntries(new URL(href, 'https://recourse.example').searchParams);

describe('the address of a list of cases', () => {
  it('says the whole filter: read back, it is the same one', () => {
    fc.assert(
      fc.property(filters, home, (filter, landing) => {
        const address = paramsOf(listHref(filter, landing));
        expect(address['find'] ?? '').toBe(filter.sealedQuery);
        expect(parseListFilter(address, landing, filter)).toEqual(filter);
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

  it('as a view is the same list once more, from its first page and without what was searched for', () => {
    fc.assert(
      fc.property(filters, home, (filter, landing) => {
        const kept = viewParams(filter, landing);
        expect(viewFilter(kept, landing)).toEqual({ ...filter, ...NO_SEARCH, page: 1 });
        expect(viewParams(viewFilter(kept, landing), landing)).toBe(kept);
      }),
    );
  });

  it('never fails to be read, whatever it holds', () => {
    const names = [
      'q',
      'find',
      'who',
      'closed',
      'stage',
      'plan',
      'regulator',
      'language',
      'due',
      'side',
      'urgent',
      'stuck',
      'unreached',
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
        expect(query).toBe('');
      }),
    );
  });
});
