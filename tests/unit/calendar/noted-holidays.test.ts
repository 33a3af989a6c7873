import { describe, expect, test } from 'vitest';
import { closureName } from '../../../lib/calendar/business-days.ts';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import { notedHolidayOn, notedHolidays } from '../../../lib/calendar/noted-holidays.ts';

/** Easter Sundays as published. */
const EASTER = [
  '1954-04-18',
  '1981-04-19',
  '2000-04-23',
  '2025-04-20',
  '2026-04-05',
  '2028-04-16',
  '2029-04-01',
  '2035-03-25',
  '2038-04-25',
  '2049-04-18',
  '2076-04-19',
  '2100-03-28',
];

describe('holidays in name only', () => {
  test('are the days of Gov. Code 6700 on which state offices are open', () => {
    const days = new Map(notedHolidays(2026).map(({ on, name }) => [name, on]));
    expect(Object.fromEntries(days)).toEqual({
      "Lincoln's Birthday": '2026-02-12',
      'Good Friday': '2026-04-03',
      'Genocide Remembrance Day': '2026-04-24',
      Juneteenth: '2026-06-19',
      'Admission Day': '2026-09-09',
      'Native American Day': '2026-09-25',
      "Columbus Day and Indigenous Peoples' Day": '2026-10-12',
      'Lunar New Year': '2026-02-17',
      Diwali: '2026-11-08',
    });
  });

  test.each(EASTER)('put Good Friday two days before the Easter of %s', (sunday) => {
    const easter = localDate(sunday);
    const year = Number(sunday.slice(0, 4));
    expect(notedHolidays(year).find(({ name }) => name === 'Good Friday')?.on).toBe(addDays(easter, -2));
  });

  test('are never closures of state offices', () => {
    for (let year = 2020; year < 2040; year += 1)
      for (const { on } of notedHolidays(year)) expect(closureName(on), on).toBeNull();
  });

  test('are asked about on working days alone', () => {
    expect(notedHolidayOn(localDate('2026-06-19'))?.name).toBe('Juneteenth');
    expect(notedHolidayOn(localDate('2027-06-19'))).toBeNull();
    expect(notedHolidayOn(localDate('2026-06-18'))).toBeNull();
    expect(notedHolidayOn(localDate('2026-11-26'))).toBeNull();
  });
});
