import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { wallTime } from '../../../lib/calendar/zoned-time.ts';
import {
  isOpenAt,
  isOpenDay,
  lastHoursBefore,
  nextOpeningAfter,
  openDayFrom,
  openDayUpTo,
} from '../../../lib/reminders/office-hours.ts';
import { inZone, PACIFIC_POLICY, pacific } from '../../support/office-policy.ts';

const saturdays = {
  ...PACIFIC_POLICY,
  workingDays: [2, 3, 4, 5, 6] as const,
  opensAt: wallTime('10:00'),
  closesAt: wallTime('14:30'),
};

describe('an open day', () => {
  test.each([
    ['a Friday', '2026-06-05', true],
    ['a Saturday', '2026-06-06', false],
    ['Cesar Chavez Day', '2026-03-31', false],
    ['the day after Thanksgiving', '2026-11-27', false],
    ['the Monday after', '2026-11-30', true],
  ])('%s', (_what, on, isOpen) => {
    expect(isOpenDay(localDate(on), PACIFIC_POLICY)).toBe(isOpen);
  });

  test('is what the office says it is', () => {
    expect(isOpenDay(localDate('2026-06-06'), saturdays)).toBe(true);
    expect(isOpenDay(localDate('2026-06-08'), saturdays)).toBe(false);
  });

  test('up to and from a closed day skips all of them', () => {
    expect(openDayUpTo(localDate('2026-11-29'), PACIFIC_POLICY)).toBe('2026-11-25');
    expect(openDayFrom(localDate('2026-11-26'), PACIFIC_POLICY)).toBe('2026-11-30');
    expect(openDayUpTo(localDate('2026-11-25'), PACIFIC_POLICY)).toBe('2026-11-25');
  });
});

describe('the hours', () => {
  test.each([
    ['2026-06-05T07:59', false],
    ['2026-06-05T08:00', true],
    ['2026-06-05T16:59', true],
    ['2026-06-05T17:00', false],
    ['2026-06-06T12:00', false],
  ])('at %s the office is open: %s', (at, isOpen) => {
    expect(isOpenAt(pacific(at), PACIFIC_POLICY)).toBe(isOpen);
  });

  test.each([
    ['2026-06-05T07:59', '2026-06-05T08:00'],
    ['2026-06-05T08:00', '2026-06-08T08:00'],
    ['2026-06-05T20:00', '2026-06-08T08:00'],
    ['2026-11-25T18:00', '2026-11-30T08:00'],
    ['2026-03-07T12:00', '2026-03-09T08:00'],
    ['2026-10-31T12:00', '2026-11-02T08:00'],
  ])('after %s it opens at %s', (at, opening) => {
    expect(nextOpeningAfter(pacific(at), PACIFIC_POLICY)).toEqual(pacific(opening));
  });

  test('are those of the office’s own zone', () => {
    const inNewYork = { ...PACIFIC_POLICY, timeZone: 'America/New_York' };
    expect(isOpenAt(pacific('2026-06-05T05:00'), inNewYork)).toBe(true);
    expect(isOpenAt(pacific('2026-06-05T14:00'), inNewYork)).toBe(false);
    expect(nextOpeningAfter(pacific('2026-06-05T14:00'), inNewYork)).toEqual(
      inZone('America/New_York', '2026-06-08T08:00'),
    );
  });

  test.each([
    ['in the middle of a day', '2026-06-05T12:00', '2026-06-05T08:00', '2026-06-05T12:00'],
    ['in the evening', '2026-06-05T23:00', '2026-06-05T08:00', '2026-06-05T17:00'],
    ['at opening', '2026-06-08T08:00', '2026-06-05T08:00', '2026-06-05T17:00'],
    ['on a Sunday', '2026-06-07T12:00', '2026-06-05T08:00', '2026-06-05T17:00'],
  ])('the last ones before a moment, %s', (_when, at, from, to) => {
    expect(lastHoursBefore(pacific(at), PACIFIC_POLICY)).toEqual({ from: pacific(from), to: pacific(to) });
  });
});
