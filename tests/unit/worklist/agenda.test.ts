import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import {
  AGENDA_GROUPS,
  agendaRanges,
  closuresIn,
  countGroups,
  type DayCount,
  describeCaseload,
  othersAreLate,
  summaryOf,
} from '../../../lib/worklist/agenda.ts';

const sat2026Nov21 = localDate('2026-11-21');
const on = (offset: number) => addDays(sat2026Nov21, offset);
const day = (offset: number, owedBy: DayCount['owedBy'], count = 1): DayCount => ({
  on: on(offset),
  owedBy,
  count,
});
const NONE = { overdue: 0, today: 0, week: 0, month: 0, late: 0 };

describe('the groups of the agenda', () => {
  test.each([
    [-1, 'client', 'overdue'],
    [-1, 'plan', 'late'],
    [-400, 'regulator', 'late'],
    [0, 'client', 'today'],
    [0, 'reviewer', 'today'],
    [1, 'plan', 'week'],
    [7, 'plan', 'week'],
    [8, 'client', 'month'],
    [30, 'client', 'month'],
  ] as const)('put a clock due in %i days that the %s owes under %s', (offset, owedBy, group) => {
    expect(countGroups([day(offset, owedBy)], sat2026Nov21)).toEqual({ ...NONE, [group]: 1 });
  });

  test('leave out what is due after 30 days', () => {
    expect(countGroups([day(31, 'client')], sat2026Nov21)).toEqual(NONE);
  });

  test('hold every other clock exactly once', () => {
    for (const owedBy of ['client', 'plan', 'regulator', 'reviewer'] as const)
      for (let offset = -40; offset <= 30; offset += 1) {
        const counts = countGroups([day(offset, owedBy)], sat2026Nov21);
        expect(AGENDA_GROUPS.reduce((sum, key) => sum + counts[key], 0)).toBe(1);
      }
  });

  test('end this week seven days from today', () => {
    expect(agendaRanges(sat2026Nov21).week.to).toBe('2026-11-28');
    expect(agendaRanges(sat2026Nov21).month.to).toBe('2026-12-21');
  });
});

describe('the sentence of the day', () => {
  test('says what ran out, what ends and who is late', () => {
    expect(summaryOf({ overdue: 1, today: 2, week: 4, month: 9, late: 3 }, 'mine', 'plans are')).toBe(
      'One of your clocks has run out, two end today and four end this week. Three plans are late.',
    );
  });

  test('leaves out what there is none of', () => {
    expect(summaryOf({ ...NONE, today: 1, month: 2 }, 'mine', 'plans are')).toBe(
      'One of your clocks ends today.',
    );
    expect(summaryOf({ ...NONE, late: 1 }, 'mine', 'plan is')).toBe(
      'None of your clocks ends this week. One plan is late.',
    );
  });

  test('speaks of the office where it is everyone’s', () => {
    expect(summaryOf({ ...NONE, week: 1200 }, 'everyone', 'plans are')).toBe(
      '1,200 of the office’s clocks end this week.',
    );
  });
});

test('knows whether the department or a reviewer is among those who are late', () => {
  expect(othersAreLate([day(-1, 'plan'), day(0, 'reviewer')], sat2026Nov21)).toBe(false);
  expect(othersAreLate([day(-1, 'plan'), day(-1, 'reviewer')], sat2026Nov21)).toBe(true);
});

test('tells the caseload in order of time to those who do not see it', () => {
  const days = [
    day(-20, 'plan', 4),
    day(-3, 'client'),
    day(-1, 'plan'),
    day(2, 'client'),
    day(9, 'reviewer'),
  ];
  const own = [
    { on: on(-3), who: 'Walter Adeyemi', what: 'IMR' },
    { on: on(2), who: 'Samira Haidari', what: 'hearing' },
  ];
  expect(describeCaseload(days, own, sat2026Nov21)).toBe(
    'Four clocks. To file: Walter Adeyemi, IMR, Wed Nov 18, past its date; Samira Haidari, hearing, Mon Nov 23. ' +
      'Two belong to plans, the department and reviewers; one of those is late. ' +
      'State offices are closed November 11, November 26 and November 27.',
  );
});

test('lists closures from the first day through the last', () => {
  expect(closuresIn(localDate('2026-11-26'), localDate('2026-11-27'))).toEqual(['2026-11-26', '2026-11-27']);
  expect(closuresIn(localDate('2026-11-28'), localDate('2026-12-24'))).toEqual([]);
});
