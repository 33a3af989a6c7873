import {
  addDays as addDaysOf,
  addMonths as addMonthsOf,
  differenceInCalendarDays,
  format,
  getDay,
  isValid,
  parse,
} from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateOfEpochDay,
  daysBetween,
  epochDayOf,
  localDate,
  parseLocalDate,
  weekday,
} from '../../../lib/calendar/local-date.ts';

/** Our civil dates count days and know no time zone; a library that counts milliseconds has to agree on every result. */
const first = epochDayOf(localDate('1990-01-01'));
const last = epochDayOf(localDate('2100-12-31'));
const dates = fc.integer({ min: first, max: last }).map(dateOfEpochDay);

const theirs = (date: string): Date => parse(date, 'yyyy-MM-dd', new Date(2000, 0, 1));
const written = (date: Date): string => format(date, 'yyyy-MM-dd');

describe('date-fns agrees', () => {
  test('on adding days', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(addDays(date, days)).toBe(written(addDaysOf(theirs(date), days)));
      }),
    );
  });

  test('on adding months, clamped to the month’s last day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 60 }), (date, months) => {
        expect(addMonths(date, months)).toBe(written(addMonthsOf(theirs(date), months)));
      }),
    );
  });

  test('on the days between two dates and on the weekday', () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        expect(daysBetween(from, to)).toBe(differenceInCalendarDays(theirs(to), theirs(from)));
        expect(weekday(from)).toBe(getDay(theirs(from)));
      }),
    );
  });

  test('on which days exist', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    const texts = fc
      .tuple(
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
      )
      .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseLocalDate(text) !== null).toBe(isValid(theirs(text)));
      }),
    );
  });
});
