import { describe, expect, test } from 'vitest';
import { digestMoment, isTeamDay } from '../../../lib/bulletins/moments.ts';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import { wallTime } from '../../../lib/calendar/zoned-time.ts';
import { PACIFIC_POLICY } from '../../support/office-policy.ts';

const mon2026Jan5 = localDate('2026-01-05');

describe('the hour of a digest', () => {
  test.each([
    ['2026-11-20', null, '2026-11-20T14:00:00.000Z'],
    ['2026-03-08', null, '2026-03-08T13:00:00.000Z'],
    ['2026-11-01', null, '2026-11-01T14:00:00.000Z'],
    ['2026-11-20', '07:30', '2026-11-20T15:30:00.000Z'],
    // Skipped when clocks go forward: an hour later on the wall, and still that day.
    ['2026-03-08', '02:30', '2026-03-08T10:30:00.000Z'],
    // Comes twice when they go back: the first is meant.
    ['2026-11-01', '01:30', '2026-11-01T08:30:00.000Z'],
  ])('of %s, their own being %s, is %s', (on, own, expected) => {
    expect(digestMoment(localDate(on), own ? wallTime(own) : null, PACIFIC_POLICY).toISOString()).toBe(
      expected,
    );
  });
});

describe('the day of the team’s digest', () => {
  const daysOf = (policy = PACIFIC_POLICY, from = mon2026Jan5, days = 28) =>
    Array.from({ length: days }, (_, index) => addDays(from, index)).filter((on) => isTeamDay(on, policy));

  test('is Monday, and Tuesday where Monday is a holiday', () => {
    expect(daysOf()).toEqual(['2026-01-05', '2026-01-12', '2026-01-20', '2026-01-26']);
  });

  test('is the first open day where the office chose one on which it is closed', () => {
    expect(daysOf({ ...PACIFIC_POLICY, teamDigestOn: 6 })).toEqual([
      '2026-01-05',
      '2026-01-12',
      '2026-01-20',
      '2026-01-26',
    ]);
  });

  test('comes once a week, whatever the year has of holidays', () => {
    expect(daysOf(PACIFIC_POLICY, mon2026Jan5, 364)).toHaveLength(52);
  });
});
