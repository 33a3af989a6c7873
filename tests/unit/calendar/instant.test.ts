import { describe, expect, it } from 'vitest';
import { pacificToday } from '../../../lib/calendar/clock.ts';
import {
  addHours,
  compareInstants,
  epochSecondsOf,
  formatPacificInstant,
  instant,
  instantOfDate,
  pacificDateOf,
  pacificDateOfSeconds,
  parseInstant,
  startOfPacificDay,
} from '../../../lib/calendar/instant.ts';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';

describe('an instant', () => {
  it.each([
    '2026-03-06T16:00:00-08:00',
    '2026-03-06T16:00-08:00',
    '2026-03-06T16:00Z',
    '2026-03-06T16:00:59.999999999Z',
    '2026-03-06T00:00:00+14:00',
    '2026-03-06T23:59:59-00:00',
  ])('is read from %s', (text) => {
    expect(parseInstant(text)).toBe(text);
    expect(epochSecondsOf(instant(text))).toBe(Math.floor(Date.parse(text) / 1_000));
  });

  it.each([
    '2026-03-06T16:00:00',
    '2026-03-06',
    '2026-02-29T16:00:00Z',
    '2026-03-06T24:00:00Z',
    '2026-03-06T16:60:00Z',
    '2026-03-06T16:00:60Z',
    '2026-03-06T16:00:00+24:00',
    '2026-03-06T16:00:00-08:60',
    '2026-03-06T16:00:00-0800',
    '2026-03-06T16Z',
    '2026-03-06T16:00.5Z',
    '2026-03-06T16:00:00.Z',
    '2026-03-06 16:00:00Z',
    '2026-03-06t16:00:00z',
    '2026-03-06T16:00:00Z ',
  ])('is not read from %j', (text) => {
    expect(parseInstant(text)).toBeNull();
    expect(() => instant(text)).toThrow(RangeError);
  });

  it('is compared to the second, whatever its offset', () => {
    expect(compareInstants(instant('2026-05-06T21:00:00Z'), instant('2026-05-06T14:00:00.9-07:00'))).toBe(0);
    expect(
      compareInstants(instant('2026-05-06T21:00:01Z'), instant('2026-05-06T14:00-07:00')),
    ).toBeGreaterThan(0);
  });
});

describe('Pacific time', () => {
  it('counts elapsed hours over both changes of the clock', () => {
    expect(addHours(instant('2026-03-07T15:00:00-08:00'), 24)).toBe('2026-03-08T16:00:00-07:00');
    expect(addHours(instant('2026-10-31T15:00:00-07:00'), 24)).toBe('2026-11-01T14:00:00-08:00');
    expect(addHours(instant('2026-03-06T16:00:00-08:00'), 72)).toBe('2026-03-09T17:00:00-07:00');
  });

  it('knows the hour that does not exist and the hour that comes twice', () => {
    expect(formatPacificInstant(epochSecondsOf(instant('2026-03-08T09:59:59Z')))).toBe(
      '2026-03-08T01:59:59-08:00',
    );
    expect(formatPacificInstant(epochSecondsOf(instant('2026-03-08T10:00:00Z')))).toBe(
      '2026-03-08T03:00:00-07:00',
    );
    expect(formatPacificInstant(epochSecondsOf(instant('2026-11-01T08:59:59Z')))).toBe(
      '2026-11-01T01:59:59-07:00',
    );
    expect(formatPacificInstant(epochSecondsOf(instant('2026-11-01T09:00:00Z')))).toBe(
      '2026-11-01T01:00:00-08:00',
    );
  });

  it('has its own midnight, not that of UTC', () => {
    expect(pacificDateOf(instant('2026-07-04T05:45:00Z'))).toBe('2026-07-03');
    expect(pacificDateOf(instant('2026-07-04T06:59:59Z'))).toBe('2026-07-03');
    expect(pacificDateOf(instant('2026-07-04T07:00:00Z'))).toBe('2026-07-04');
    expect(pacificToday(new Date('2026-12-01T07:59:59.999Z'))).toBe('2026-11-30');
    expect(pacificToday(new Date('2026-12-01T08:00:00Z'))).toBe('2026-12-01');
    expect(instantOfDate(new Date('2026-12-01T08:00:00.999Z'))).toBe('2026-12-01T00:00:00-08:00');
  });

  it('starts each day at midnight, also on the days the clock changes', () => {
    expect(startOfPacificDay(localDate('2026-03-08'))).toBe('2026-03-08T00:00:00-08:00');
    expect(startOfPacificDay(localDate('2026-03-09'))).toBe('2026-03-09T00:00:00-07:00');
    expect(startOfPacificDay(localDate('2026-11-01'))).toBe('2026-11-01T00:00:00-07:00');
    expect(startOfPacificDay(localDate('2026-11-02'))).toBe('2026-11-02T00:00:00-08:00');
  });

  it('agrees with the time zone database on every hour near a change and on every day, 1990 to 2100', () => {
    const zone = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'America/Los_Angeles',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      timeZoneName: 'longOffset',
    });
    const agrees = (seconds: number) => {
      const parts = Object.fromEntries(
        zone.formatToParts(seconds * 1_000).map(({ type, value }) => [type, value]),
      );
      const ours = formatPacificInstant(seconds);
      const theirs = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:00:00${parts.timeZoneName?.slice(3)}`;
      if (ours !== theirs) throw new Error(`${ours} is ${theirs}`);
      expect(pacificDateOfSeconds(seconds)).toBe(theirs.slice(0, 10));
    };
    for (let day = localDate('1990-01-01'); day < '2100-12-31'; day = addDays(day, 1)) {
      const start = epochSecondsOf(startOfPacificDay(day));
      agrees(start);
      const isNearChange =
        ['03', '04', '10', '11'].includes(day.slice(5, 7)) && new Date(start * 1_000).getUTCDay() === 0;
      if (isNearChange) for (let hour = 1; hour < 25; hour += 1) agrees(start + hour * 3_600);
    }
  });
});
