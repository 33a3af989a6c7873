import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  closureName,
  federalRoll,
  isWorkingDay,
  nextWorkingDay,
  unreviewedYears,
  workingDaysBetween,
} from '../../../lib/calendar/business-days.ts';
import {
  federalHolidaySource,
  federalHolidays,
  stateClosureSource,
  stateClosures,
} from '../../../lib/calendar/holidays.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';

/** As published for each year, weekends aside (Gov. Code 19853). */
const published: Readonly<Record<number, string>> = {
  2025: '01-01 01-20 02-17 03-31 05-26 07-04 09-01 11-11 11-27 11-28 12-25',
  2026: '01-01 01-19 02-16 03-31 05-25 07-04 09-07 11-11 11-26 11-27 12-25',
  2027: '01-01 01-18 02-15 03-31 05-31 07-04 07-05 09-06 11-11 11-25 11-26 12-25',
  2028: '01-01 01-17 02-21 03-31 05-29 07-04 09-04 11-10 11-11 11-23 11-24 12-25',
};

describe('state office closures', () => {
  it.each(stateClosureSource.reviewedYears)('are the published ones in %i', (year) => {
    expect(
      stateClosures(year)
        .map(({ on }) => on.slice(5))
        .join(' '),
    ).toBe(published[year]);
  });

  it('move a Sunday holiday to the Monday, and only Veterans Day to a Friday', () => {
    expect(isWorkingDay(localDate('2027-07-05'))).toBe(false);
    expect(isWorkingDay(localDate('2026-07-03'))).toBe(true);
    expect(isWorkingDay(localDate('2028-11-10'))).toBe(false);
    expect(isWorkingDay(localDate('2027-12-24'))).toBe(true);
    expect(isWorkingDay(localDate('2023-01-02'))).toBe(false);
    expect(isWorkingDay(localDate('2035-11-12'))).toBe(false);
  });

  it('leave Juneteenth and Columbus Day open', () => {
    expect(isWorkingDay(localDate('2026-06-19'))).toBe(true);
    expect(isWorkingDay(localDate('2026-10-12'))).toBe(true);
  });

  it('have room for a single day, in its year alone', () => {
    const appointed = { 2027: [{ name: 'a day of mourning', on: localDate('2027-01-08') }] };
    const days = (year: number) => stateClosures(year, appointed).map(({ on }) => on);
    expect(days(2027).slice(0, 3)).toEqual(['2027-01-01', '2027-01-08', '2027-01-18']);
    expect(days(2028)).toEqual(stateClosures(2028).map(({ on }) => on));
    expect(federalHolidays(2027, appointed).map(({ on }) => on)).toContain('2027-01-08');
  });

  it('say why', () => {
    expect(closureName(localDate('2026-11-27'))).toBe('the day after Thanksgiving');
    expect(closureName(localDate('2027-07-05'))).toBe('Independence Day (observed)');
    expect(closureName(localDate('2026-11-28'))).toBeNull();
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-23', 3, '2026-11-30'],
    ['2026-06-08', 3, '2026-06-11'],
    ['2027-03-29', 3, '2027-04-02'],
    ['2026-11-09', 3, '2026-11-13'],
    ['2026-12-28', 5, '2027-01-05'],
    ['2026-12-21', 5, '2026-12-29'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-28', 0, '2026-11-28'],
  ])('from %s, %i of them end on %s', (start, count, end) => {
    expect(addWorkingDays(localDate(start), count)).toBe(end);
  });

  it('are found on or after a date', () => {
    expect(nextWorkingDay(localDate('2026-11-26'))).toBe('2026-11-30');
    expect(nextWorkingDay(localDate('2026-11-30'))).toBe('2026-11-30');
  });

  it('are counted between two dates, the first excluded', () => {
    expect(workingDaysBetween(localDate('2026-11-21'), localDate('2026-11-30'))).toBe(4);
    expect(workingDaysBetween(localDate('2026-11-30'), localDate('2026-11-30'))).toBe(0);
    expect(workingDaysBetween(localDate('2026-12-01'), localDate('2026-11-30'))).toBe(0);
  });
});

describe('the federal roll', () => {
  it.each([
    ['2026-07-04', '2026-07-06'],
    ['2026-03-01', '2026-03-02'],
    ['2026-06-19', '2026-06-22'],
    ['2026-10-12', '2026-10-13'],
    ['2026-03-31', '2026-03-31'],
    ['2026-11-27', '2026-11-27'],
  ])('moves %s to %s', (date, rolled) => {
    expect(federalRoll(localDate(date))).toBe(rolled);
  });

  it('does not know days observed in place of a holiday: the earlier date is the safe one', () => {
    expect(federalRoll(localDate('2027-07-05'))).toBe('2027-07-05');
    expect(federalRoll(localDate('2026-07-03'))).toBe('2026-07-03');
    expect(federalHolidays(2026)).toHaveLength(11);
  });

  it.each([
    [2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25'],
    [2027, '01-01 01-18 02-15 05-31 06-19 07-04 09-06 10-11 11-11 11-25 12-25'],
    [2028, '01-01 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-11 11-23 12-25'],
  ])('knows the holidays of %i on their own dates', (year, days) => {
    expect(federalHolidays(year).map(({ on }) => on.slice(5))).toEqual(days.split(' '));
    expect(federalHolidaySource.reviewedYears).toContain(year);
  });
});

describe('the years that were reviewed', () => {
  it('leave out every other year that a count touches', () => {
    const unreviewed = (from: string, to: string) =>
      unreviewedYears(localDate(from), localDate(to), stateClosureSource);
    expect(unreviewed('2026-11-20', '2027-01-05')).toEqual([]);
    expect(unreviewed('2024-12-30', '2025-01-02')).toEqual([2024]);
    expect(unreviewed('2028-12-29', '2030-01-02')).toEqual([2029, 2030]);
  });
});
