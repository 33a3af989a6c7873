import { describe, expect, it } from 'vitest';
import {
  addDays,
  addFederalMonths,
  addMonths,
  compareDates,
  dateOfEpochDay,
  daysBetween,
  earliest,
  epochDayOf,
  isAfter,
  isBefore,
  latest,
  localDate,
  parseLocalDate,
  weekday,
} from '../../../lib/calendar/local-date.ts';

describe('a civil date', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '1990-01-01', '9999-12-31'])(
    'is read from %s',
    (text) => {
      expect(parseLocalDate(text)).toBe(text);
    },
  );

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-01-01T00:00',
    '٢٠٢٦-01-01',
    '',
  ])('is not read from %j', (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });

  it('throws where the source code names a day that does not exist', () => {
    expect(() => localDate('2026-02-30')).toThrow(RangeError);
  });

  it('counts days over leap days and year ends', () => {
    expect(addDays(localDate('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(localDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(localDate('2026-03-01'), -1)).toBe('2026-02-28');
    expect(addDays(localDate('9999-12-31'), 1)).toBe('+010000-01-01');
    expect(addDays(addDays(localDate('9999-12-31'), 400), -400)).toBe('9999-12-31');
    expect(daysBetween(localDate('2026-01-31'), localDate('2026-03-02'))).toBe(30);
  });

  it('agrees with the platform on each day of four centuries', () => {
    const disagreeing: string[] = [];
    for (let days = -25_567; days < 120_530; days += 1) {
      const expected = new Date(days * 86_400_000);
      const date = dateOfEpochDay(days);
      const agrees =
        date === expected.toISOString().slice(0, 10) &&
        epochDayOf(date) === days &&
        weekday(date) === expected.getUTCDay();
      if (!agrees) disagreeing.push(date);
    }
    expect(disagreeing).toEqual([]);
  });

  it('orders dates, even beyond the year 9999', () => {
    const far = addDays(localDate('9999-12-31'), 1);
    expect(compareDates(localDate('2026-01-01'), localDate('2026-01-01'))).toBe(0);
    expect(isAfter(far, localDate('9999-12-31'))).toBe(true);
    expect(isBefore(localDate('2026-01-01'), localDate('2026-01-02'))).toBe(true);
    expect(earliest(far, localDate('2026-01-02'), localDate('2026-01-01'))).toBe('2026-01-01');
    expect(latest(localDate('2026-01-02'), far, localDate('2026-01-01'))).toBe(far);
  });
});

describe('a calendar month', () => {
  it.each([
    ['2025-08-28', '2026-02-28'],
    ['2025-08-29', '2026-02-28'],
    ['2025-08-31', '2026-02-28'],
    ['2027-08-30', '2028-02-29'],
    ['2028-02-29', '2028-08-29'],
    ['2026-02-28', '2026-08-28'],
    ['2026-01-31', '2026-07-31'],
    ['2026-03-31', '2026-09-30'],
    ['2026-10-31', '2027-04-30'],
    ['2025-12-31', '2026-06-30'],
    ['2026-01-15', '2026-07-15'],
  ])('keeps the day number or ends with the month: six months from %s are %s', (start, end) => {
    expect(addMonths(localDate(start), 6)).toBe(end);
  });

  it.each([
    ['2026-02-10', '2026-06-10'],
    ['2025-10-29', '2026-03-01'],
    ['2025-10-30', '2026-03-01'],
    ['2025-10-31', '2026-03-01'],
    ['2027-10-29', '2028-02-29'],
    ['2027-10-30', '2028-03-01'],
    ['2026-07-31', '2026-12-01'],
    ['2026-08-31', '2026-12-31'],
  ])('of federal law runs on to the first of the next: four months from %s are %s', (start, end) => {
    expect(addFederalMonths(localDate(start), 4)).toBe(end);
  });
});
