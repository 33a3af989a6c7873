import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';
import {
  type Clock,
  clockOf,
  firstReminderOn,
  isSpokenFor,
  ladderOf,
  nextReminderOn,
  rungText,
} from '../../../lib/reminders/policy.ts';

const fri2026Jun05 = localDate('2026-06-05');

const clock = (windowOfDays: number, more: Partial<Clock> = {}): Clock => ({
  owedBy: 'plan',
  kind: 'duty',
  startsOn: addDays(fri2026Jun05, -windowOfDays),
  dueOn: fri2026Jun05,
  ...more,
});
const idsOf = (of: Clock) => ladderOf(of).map(({ id }) => id);
const hearing = (of: Clock, rungId: string) => ladderOf(of).find(({ id }) => id === rungId)?.to;

function deadlinesOf(facts: Record<string, unknown>, regulator: 'DMHC' | 'CDI' = 'DMHC') {
  const read = readFacts({ coverage: { program: 'commercial', regulator }, ...facts });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return assess(read.facts).deadlines;
}

describe('the ladder', () => {
  test.each([
    [59, ['T-14', 'T-7', 'T-3', 'T-1', 'T-0', 'lapsed']],
    [60, ['T-30', 'T-14', 'T-7', 'T-3', 'T-1', 'T-0', 'lapsed']],
    [61, ['T-60', 'T-30', 'T-14', 'T-7', 'T-3', 'T-1', 'T-0', 'lapsed']],
    [184, ['T-90', 'T-60', 'T-30', 'T-14', 'T-7', 'T-3', 'T-1', 'T-0', 'lapsed']],
    [7, ['T-3', 'T-1', 'T-0', 'lapsed']],
    [8, ['T-7', 'T-3', 'T-1', 'T-0', 'lapsed']],
    [9, ['T-7', 'T-3', 'T-1', 'T-0', 'lapsed']],
    [3, ['T-1', 'T-0', 'lapsed']],
    [1, ['T-0', 'lapsed']],
    [0, ['lapsed']],
  ])('of a window of %i days has its rungs after the start', (days, rungs) => {
    expect(idsOf(clock(days))).toEqual(rungs);
  });

  test('is empty for another reading of the law', () => {
    expect(ladderOf(clock(184, { kind: 'information' }))).toEqual([]);
  });

  test('tells the owner of a plan’s clock, and the supervisor once it has lapsed', () => {
    expect(hearing(clock(30), 'T-1')).toEqual(['owner']);
    expect(hearing(clock(30), 'lapsed')).toEqual(['owner', 'supervisor']);
  });

  test('tells the client of their own limit, the supervisor the day before, and neither on the day itself', () => {
    const ours = clock(184, { owedBy: 'client', kind: 'limit' });
    expect(hearing(ours, 'T-90')).toEqual(['owner']);
    expect(hearing(ours, 'T-30')).toEqual(['owner', 'client']);
    expect(hearing(ours, 'T-1')).toEqual(['owner', 'supervisor', 'client']);
    expect(hearing(ours, 'T-0')).toEqual(['owner']);
    expect(hearing(ours, 'lapsed')).toEqual(['owner', 'supervisor']);
  });

  test('lies on its day −1, 0 and +1 of each rung', () => {
    const ladder = clock(30);
    const thu2026May28 = localDate('2026-05-29');
    expect(nextReminderOn(ladder, addDays(thu2026May28, -1))).toBe('2026-05-29');
    expect(nextReminderOn(ladder, thu2026May28)).toBe('2026-06-02');
    expect(nextReminderOn(ladder, addDays(fri2026Jun05, 1))).toBeNull();
  });
});

describe('where a ladder begins', () => {
  test('is the next rung of a clock that was recorded late', () => {
    expect(firstReminderOn(clock(30), localDate('2026-05-30'))).toBe('2026-06-02');
    expect(firstReminderOn(clock(30), localDate('2026-06-02'))).toBe('2026-06-02');
  });

  test('is the lapse when nothing else is left', () => {
    expect(firstReminderOn(clock(30), localDate('2026-08-01'))).toBe('2026-06-06');
  });
});

describe('the plan’s silence', () => {
  const received = { grievance: { receivedOn: '2026-02-02' } };

  test('is told to the client when the plan’s time to answer lapses, and at no other lapse', () => {
    const told = deadlinesOf({ asOf: '2026-02-10', ...received }).flatMap((deadline) =>
      ladderOf(clockOf(deadline))
        .filter(({ id, to }) => id === 'lapsed' && to.includes('client'))
        .map(() => deadline.rule),
    );
    expect(told).toEqual(['ca.grv.resolve']);
  });

  test('is told by the six months where the law gives the insurer no clock of its own', () => {
    const sixMonths = deadlinesOf({ asOf: '2026-02-10', ...received }, 'CDI').find(
      ({ rule }) => rule === 'cdi.imr.deadline',
    );
    if (!sixMonths) throw new Error('no clock');
    expect(ladderOf(clockOf(sixMonths))[0]).toEqual({
      id: 'opened',
      on: '2026-03-05',
      to: ['owner', 'supervisor', 'client'],
    });
  });

  test('is not told when the insurer answered', () => {
    const answered = {
      grievance: { receivedOn: '2026-02-02', decision: { letterDate: '2026-02-20', outcome: 'upheld' } },
    };
    const sixMonths = deadlinesOf({ asOf: '2026-02-21', ...answered }, 'CDI').find(
      ({ rule }) => rule === 'cdi.imr.deadline',
    );
    if (!sixMonths) throw new Error('no clock');
    expect(idsOf(clockOf(sixMonths))[0]).toBe('T-90');
  });
});

test('of several open limits on one act the earliest speaks', () => {
  const all = deadlinesOf({
    asOf: '2026-03-01',
    denial: { letterDate: '2026-01-20', basis: ['experimental'] },
    grievance: { receivedOn: '2026-02-02', decision: { letterDate: '2026-02-20', outcome: 'upheld' } },
  });
  const quiet = all.filter((deadline) => isSpokenFor(deadline, all)).map(({ rule }) => rule);
  expect(quiet).toEqual(['ca.imr.deadline.decision']);
});

test.each([
  ['T-7', '7 days before it is due'],
  ['T-1', '1 day before it is due'],
  ['T-0', 'the day it is due'],
  ['lapsed', 'the day after it was due'],
  ['opened', 'the day after the insurer’s time to answer'],
])('rung %s is said as "%s"', (id, text) => {
  expect(rungText(id)).toBe(text);
});
