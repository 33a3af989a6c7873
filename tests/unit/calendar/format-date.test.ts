import { describe, expect, it } from 'vitest';
import {
  formatDayCount,
  formatDaysLeft,
  formatInstant,
  formatLongDate,
  formatMediumDate,
  formatShortDate,
  readTypedDate,
} from '../../../lib/calendar/format-date.ts';
import { instant } from '../../../lib/calendar/instant.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';

const sat2026Nov21 = localDate('2026-11-21');

describe('a date on the screen', () => {
  it('has its year only where it is not this one', () => {
    expect(formatShortDate(localDate('2026-11-27'), sat2026Nov21)).toBe('Fri Nov 27');
    expect(formatShortDate(localDate('2027-05-19'), sat2026Nov21)).toBe('Wed May 19, 2027');
  });

  it('is written in full', () => {
    expect(formatLongDate(localDate('2026-06-05'))).toBe('Friday, June 5, 2026');
    expect(formatMediumDate(localDate('2026-11-30'))).toBe('Mon, Nov 30, 2026');
  });

  it('carries its hour in Pacific time', () => {
    expect(formatInstant(instant('2026-03-08T23:00:00Z'))).toBe('4:00 pm PDT on Sun, Mar 8, 2026');
    expect(formatInstant(instant('2026-11-02T00:00:00-08:00'))).toBe('12:00 am PST on Mon, Nov 2, 2026');
    expect(formatInstant(instant('2026-11-02T12:05:09-08:00'))).toBe('12:05:09 pm PST on Mon, Nov 2, 2026');
  });

  it('says how many days are left or gone', () => {
    expect(formatDaysLeft(localDate('2026-11-27'), sat2026Nov21, 'late')).toBe('6 days');
    expect(formatDaysLeft(localDate('2026-11-22'), sat2026Nov21, 'over')).toBe('1 day');
    expect(formatDaysLeft(sat2026Nov21, sat2026Nov21, 'late')).toBe('today');
    expect(formatDaysLeft(localDate('2026-11-18'), sat2026Nov21, 'late')).toBe('3 days late');
    expect(formatDaysLeft(localDate('2026-11-20'), sat2026Nov21, 'over')).toBe('1 day over');
    expect(formatDayCount(0)).toBe('0 days');
  });
});

describe('a date as people type it', () => {
  it.each([
    ['2026-06-05', '2026-06-05'],
    ['2026-6-5', '2026-06-05'],
    ['6/5/26', '2026-06-05'],
    ['6/5/2026', '2026-06-05'],
    ['06/05/2026', '2026-06-05'],
    ['6-5-26', '2026-06-05'],
    ['6/5', '2026-06-05'],
    ['12/24', '2025-12-24'],
    ['11/21', '2026-11-21'],
    ['11/22', '2025-11-22'],
    ['June 5', '2026-06-05'],
    ['june 5th', '2026-06-05'],
    ['Jun 5, 2026', '2026-06-05'],
    ['Jun. 5 2026', '2026-06-05'],
    ['Sept 9', '2026-09-09'],
    ['5 June 2026', '2026-06-05'],
    ['5 jun', '2026-06-05'],
    ['Friday, June 5, 2026', '2026-06-05'],
    ['Fri Nov 20', '2026-11-20'],
    ['Fri, 20 Nov 2026', '2026-11-20'],
    ['  June   5 ', '2026-06-05'],
    ['Feb 29', '2024-02-29'],
    ['12/31/98', '1998-12-31'],
    ['1/2/46', '2046-01-02'],
    ['1/2/47', '1947-01-02'],
    ['today', '2026-11-21'],
    ['Yesterday', '2026-11-20'],
  ])('reads %j as %s', (typed, expected) => {
    expect(readTypedDate(typed, sat2026Nov21)).toBe(expected);
  });

  it.each([
    '',
    'tomorrow',
    '13/5/26',
    '2/29/2026',
    'February 30',
    '6/5-26',
    '6/5/126',
    '6',
    'June',
    'June 2026',
    'Ju 5',
    'Thu Nov 20',
    'Junes 5',
    '5/June/2026',
    '2026/13/01',
    'June 5, 26',
  ])('does not guess at %j', (typed) => {
    expect(readTypedDate(typed, sat2026Nov21)).toBeNull();
  });
});
