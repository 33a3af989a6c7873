import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import {
  dateIn,
  instantIn,
  isTimeZone,
  parseWallTime,
  wallTime,
  wallTimeIn,
} from '../../../lib/calendar/zoned-time.ts';

const PACIFIC = 'America/Los_Angeles';
const EASTERN = 'America/New_York';

describe('a time of day', () => {
  test.each([
    ['8:00', '08:00'],
    [' 08:00 ', '08:00'],
    ['23:59', '23:59'],
    ['0:00', '00:00'],
    ['24:00', null],
    ['12:60', null],
    ['8', null],
    ['8:0', null],
    ['', null],
    ['-1:00', null],
  ])('"%s" is read as %s', (text, read) => {
    expect(parseWallTime(text)).toBe(read);
  });

  test('written wrongly in the source code throws', () => {
    expect(() => wallTime('8 am')).toThrow(RangeError);
  });
});

describe('a moment in a zone', () => {
  const at = (zone: string, on: string, time: string) =>
    instantIn(zone, localDate(on), wallTime(time)).toISOString();

  test.each([
    [PACIFIC, '2026-01-05', '08:00', '2026-01-05T16:00:00.000Z'],
    [PACIFIC, '2026-07-06', '08:00', '2026-07-06T15:00:00.000Z'],
    [EASTERN, '2026-01-05', '08:00', '2026-01-05T13:00:00.000Z'],
    ['Pacific/Honolulu', '2026-07-06', '08:00', '2026-07-06T18:00:00.000Z'],
  ])('%s %s %s', (zone, on, time, instant) => {
    expect(at(zone, on, time)).toBe(instant);
  });

  test('that is skipped in March is taken as much later', () => {
    expect(at(PACIFIC, '2026-03-08', '01:59')).toBe('2026-03-08T09:59:00.000Z');
    expect(at(PACIFIC, '2026-03-08', '02:30')).toBe('2026-03-08T10:30:00.000Z');
    expect(at(PACIFIC, '2026-03-08', '03:00')).toBe('2026-03-08T10:00:00.000Z');
    expect(wallTimeIn(PACIFIC, new Date('2026-03-08T10:30:00Z'))).toBe('03:30');
  });

  test('that comes twice in November is the first', () => {
    expect(at(PACIFIC, '2026-11-01', '01:30')).toBe('2026-11-01T08:30:00.000Z');
    expect(at(PACIFIC, '2026-11-01', '02:00')).toBe('2026-11-01T10:00:00.000Z');
    expect(wallTimeIn(PACIFIC, new Date('2026-11-01T09:30:00Z'))).toBe('01:30');
  });

  test('has the day of that zone', () => {
    const instant = new Date('2026-06-06T05:00:00Z');
    expect(dateIn(PACIFIC, instant)).toBe('2026-06-05');
    expect(dateIn(EASTERN, instant)).toBe('2026-06-06');
    expect(wallTimeIn(EASTERN, instant)).toBe('01:00');
  });
});

test('knows the zones of the IANA database and no others', () => {
  expect([PACIFIC, EASTERN, 'UTC'].every(isTimeZone)).toBe(true);
  expect(['', 'California', 'PST8'].some(isTimeZone)).toBe(false);
});
