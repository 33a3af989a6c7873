import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from '../../../lib/audit/csv.ts';
import { AUDIT_EVENTS } from '../../../lib/audit/events.ts';
import {
  parseRecordFilter,
  type RecordFilter,
  recordListHref,
  SCHEDULED,
  sayEvent,
  sayRecordFilter,
} from '../../../lib/audit/list-filter.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => localDate(new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10)));
const filters: fc.Arbitrary<RecordFilter> = fc.record({
  who: orNull(fc.oneof(fc.constant(SCHEDULED), fc.uuid())),
  event: orNull(fc.constantFrom(...AUDIT_EVENTS)),
  caseNumber: orNull(fc.stringMatching(/^[\w-]{1,40}$/)),
  fromOn: orNull(day),
  untilOn: orNull(day),
  before: orNull(fc.integer({ min: 1, max: 1e9 })),
});
const whole: RecordFilter = {
  who: null,
  event: null,
  caseNumber: null,
  fromOn: null,
  untilOn: null,
  before: null,
};
const paramsOf = (href: string) => Object.fromEntries(new URL(href, 'https://recourse.example').searchParams);

test('the address of the record says the whole filter', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(parseRecordFilter(paramsOf(recordListHref(filter)))).toEqual(filter);
    }),
  );
  expect(recordListHref(whole)).toBe('/audit');
});

test('what cannot be read of an address is as if it were not there', () => {
  const names = ['who', 'event', 'case', 'from', 'until', 'before', '__proto__'];
  expect(
    parseRecordFilter({
      who: 'me',
      event: 'x',
      from: 'soon',
      until: '2026-02-30',
      before: '-1',
      case: ' '.repeat(9),
    }),
  ).toEqual(whole);
  expect(parseRecordFilter({ case: 'x'.repeat(41) })).toEqual(whole);
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...names),
        fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string())),
      ),
      (given) => {
        parseRecordFilter(given);
      },
    ),
  );
});

test('a filter is said in words', () => {
  expect(
    sayRecordFilter(
      {
        ...whole,
        who: 'x',
        event: 'case.viewed',
        caseNumber: '2026-000012',
        fromOn: localDate('2026-03-01'),
      },
      'Dana Whitfield',
    ),
  ).toBe('by Dana Whitfield, case viewed, on case 2026-000012, from Sun, Mar 1, 2026');
  expect(sayRecordFilter(whole, null)).toBe('');
  expect(AUDIT_EVENTS.map(sayEvent).filter((said) => !/^[A-Z][A-Za-z ]+$/.test(said))).toEqual([]);
});

test('a line of the export ends no cell early and runs nothing', () => {
  expect(csvLine([1, 'a "b", c', null, 'two\nlines'])).toBe('1,"a ""b"", c","","two\nlines"\r\n');
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])
    expect(csvLine([formula])).toBe(`"'${formula}"\r\n`);
});
