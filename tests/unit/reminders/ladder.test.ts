import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';
import { type Clock, clockOf, isSpokenFor } from '../../../lib/reminders/clock.ts';
import {
  correctionRung,
  heldUntil,
  isPast,
  isQuieted,
  ladderOf,
  nextMoment,
  oncePerRung,
  type Rung,
  rungText,
} from '../../../lib/reminders/ladder.ts';
import { PACIFIC_POLICY, pacific } from '../../support/office-policy.ts';

const fri2026Jun05 = localDate('2026-06-05');

const clock = (windowOfDays: number, more: Partial<Clock> = {}): Clock => ({
  owedBy: 'plan',
  kind: 'duty',
  startsOn: addDays(fri2026Jun05, -windowOfDays),
  dueOn: fri2026Jun05,
  ...more,
});
const ladder = (of: Clock, policy = PACIFIC_POLICY) => ladderOf(of, policy);
const idsOf = (of: Clock) => oncePerRung(ladder(of)).map(({ id }) => id);
const hearing = (of: Clock, rungId: string) =>
  ladder(of)
    .filter(({ id }) => id === rungId)
    .map(({ to }) => to);
const momentsOf = (of: Clock, to: Rung['to'] = 'owner', policy = PACIFIC_POLICY) =>
  ladder(of, policy)
    .filter((rung) => rung.to === to)
    .map(({ id, at }) => `${id} ${at.toISOString()}`);

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
    [4, ['T-3', 'T-1', 'T-0', 'lapsed']],
    [3, ['at-once', 'half-way', 'last-hours', 'lapsed']],
    [1, ['at-once', 'half-way', 'last-hours', 'lapsed']],
    [0, ['at-once', 'half-way', 'last-hours', 'lapsed']],
  ])('of a window of %i days has its rungs after the start', (days, rungs) => {
    expect(idsOf(clock(days))).toEqual(rungs);
  });

  test('of a date added by hand counts days however short it is', () => {
    expect(idsOf(clock(2, { isManual: true }))).toEqual(['T-1', 'T-0', 'lapsed']);
  });

  test('is empty for another reading of the law', () => {
    expect(ladder(clock(184, { kind: 'information' }))).toEqual([]);
  });

  test('tells the owner of a plan’s clock, and the supervisor once it has lapsed', () => {
    expect(hearing(clock(30), 'T-1')).toEqual(['owner']);
    expect(hearing(clock(30), 'lapsed')).toEqual(['owner', 'supervisor']);
  });

  test('tells the client of their own limit, the supervisor the day before, and neither on the day itself', () => {
    const ours = clock(184, { owedBy: 'client', kind: 'limit' });
    expect(hearing(ours, 'T-90')).toEqual(['owner']);
    expect(hearing(ours, 'T-30').toSorted()).toEqual(['client', 'owner']);
    expect(hearing(ours, 'T-1').toSorted()).toEqual(['client', 'owner', 'supervisor']);
    expect(hearing(ours, 'T-0')).toEqual(['owner']);
    expect(hearing(ours, 'lapsed')).toEqual(['owner', 'supervisor']);
  });

  test('tells the client nothing of a date added by hand', () => {
    const ours = clock(30, { owedBy: 'client', kind: 'limit', isManual: true });
    expect(new Set(ladder(ours).map(({ to }) => to))).toEqual(new Set(['owner', 'supervisor']));
  });

  test('counts down at the opening of the office, and tells by the digest what is not near', () => {
    expect(momentsOf(clock(30))).toEqual([
      'T-14 2026-05-22T07:00:00.000Z',
      'T-7 2026-05-29T07:00:00.000Z',
      'T-3 2026-06-02T15:00:00.000Z',
      'T-1 2026-06-04T15:00:00.000Z',
      'T-0 2026-06-05T15:00:00.000Z',
      'lapsed 2026-06-08T15:00:00.000Z',
    ]);
    expect(ladder(clock(30)).map(({ id, told }) => `${id} ${told}`)).toEqual([
      'T-14 digest',
      'T-7 digest',
      'T-3 alone',
      'T-1 alone',
      'T-0 alone',
      'lapsed alone',
      'lapsed alone',
    ]);
  });

  test('goes on the last open day before a day on which the office is closed, and the day itself is never moved', () => {
    // Due on a Sunday, after a Friday that is a holiday of the state.
    const sun2026Apr05 = localDate('2026-04-05');
    const overEaster = clock(30, { startsOn: localDate('2026-03-06'), dueOn: sun2026Apr05 });
    expect(momentsOf(overEaster).slice(-4)).toEqual([
      'T-3 2026-04-02T15:00:00.000Z',
      'T-1 2026-04-03T15:00:00.000Z',
      'T-0 2026-04-05T15:00:00.000Z',
      'lapsed 2026-04-06T15:00:00.000Z',
    ]);
    // Cesar Chavez Day, a Tuesday in 2026, on which the state's offices are closed.
    const overHoliday = clock(30, { startsOn: localDate('2026-03-04'), dueOn: localDate('2026-04-03') });
    expect(momentsOf(overHoliday)).toContain('T-3 2026-03-30T15:00:00.000Z');
  });

  test('tells the day before on that day rather than not at all', () => {
    const fri2026Jun12 = localDate('2026-06-12');
    const mon2026Jun15 = localDate('2026-06-15');
    const overWeekend = clock(3, { startsOn: fri2026Jun12, dueOn: mon2026Jun15, isManual: true });
    expect(momentsOf(overWeekend).slice(0, 2)).toEqual([
      'T-1 2026-06-14T15:00:00.000Z',
      'T-0 2026-06-15T15:00:00.000Z',
    ]);
  });

  test('keeps its order where a holiday moves two rungs to one day, however the policy lists them', () => {
    // Thanksgiving and the day after: three days before and the day before both go on Wednesday.
    const mon2026Nov30 = localDate('2026-11-30');
    const cadences = [{ windowOfDays: 4, daysBefore: [0, 1, 3] }];
    const overThanksgiving = clock(30, { startsOn: localDate('2026-10-31'), dueOn: mon2026Nov30 });
    expect(momentsOf(overThanksgiving, 'owner', { ...PACIFIC_POLICY, cadences })).toEqual([
      'T-3 2026-11-25T16:00:00.000Z',
      'T-1 2026-11-25T16:00:00.000Z',
      'T-0 2026-11-30T16:00:00.000Z',
      'lapsed 2026-12-01T16:00:00.000Z',
    ]);
  });

  test('has the day itself where a date is added by hand for the day it is added', () => {
    expect(idsOf(clock(0, { isManual: true }))).toEqual(['T-0', 'lapsed']);
  });

  test('opens on the office’s own clock, in summer and in winter', () => {
    const inNewYork = { ...PACIFIC_POLICY, timeZone: 'America/New_York' };
    const acrossMarch = clock(30, { startsOn: localDate('2026-02-09'), dueOn: localDate('2026-03-10') });
    expect(momentsOf(acrossMarch, 'owner', inNewYork).slice(-4)).toEqual([
      'T-3 2026-03-06T13:00:00.000Z',
      'T-1 2026-03-09T12:00:00.000Z',
      'T-0 2026-03-10T12:00:00.000Z',
      'lapsed 2026-03-11T12:00:00.000Z',
    ]);
  });

  test('has a day on which a snoozed reminder comes again, through the due date', () => {
    const untilOn = localDate('2026-06-03');
    const snoozed = ladderOf(clock(30), PACIFIC_POLICY, { kind: 'snoozed', untilOn });
    expect(snoozed.find(({ id }) => id === 'again-2026-06-03')).toMatchObject({ to: 'owner', told: 'alone' });
    const acknowledged = ladderOf(clock(30), PACIFIC_POLICY, { kind: 'acknowledged', untilOn });
    expect(acknowledged).toEqual(ladder(clock(30)));
  });
});

describe('the ladder of a clock of hours', () => {
  const wed2026Jun03 = localDate('2026-06-03');
  const dueAt = pacific('2026-06-06T00:00');
  const urgent = clock(3, { startsOn: wed2026Jun03, dueOn: localDate('2026-06-06'), dueAt });

  test('has at once, half way, the last working hours, and the hour after', () => {
    expect(momentsOf(urgent)).toEqual([
      'at-once 2026-06-03T07:00:00.000Z',
      'half-way 2026-06-04T19:00:00.000Z',
      'last-hours 2026-06-05T21:00:00.000Z',
      'lapsed 2026-06-06T08:00:00.000Z',
    ]);
  });

  test('does not tell the last hours before half of them are over', () => {
    const overWeekend = clock(2, {
      startsOn: localDate('2026-06-05'),
      dueOn: localDate('2026-06-07'),
      dueAt: pacific('2026-06-07T12:00'),
    });
    const [, halfWay, lastHours] = momentsOf(overWeekend).map((text) => text.split(' ')[1]);
    expect(lastHours).toBe(halfWay);
  });

  test('tells the supervisor in the last hours and the client at once where it is theirs', () => {
    const ours = { ...urgent, owedBy: 'client', kind: 'limit' } as const;
    expect(hearing(ours, 'at-once').toSorted()).toEqual(['client', 'owner']);
    expect(hearing(ours, 'last-hours').toSorted()).toEqual(['owner', 'supervisor']);
  });
});

describe('what goes when', () => {
  const rung = (at: string, mustGoBy: string | null) => ({
    at: pacific(at),
    mustGoBy: mustGoBy === null ? null : pacific(mustGoBy),
  });
  const held = (of: ReturnType<typeof rung>, now: string) =>
    heldUntil(of, pacific(now), PACIFIC_POLICY)?.toISOString() ?? null;

  test.each([
    ['in office hours', '2026-06-03T08:00', null],
    ['a minute before closing', '2026-06-03T16:59', null],
    ['before opening', '2026-06-03T07:59', '2026-06-03T15:00:00.000Z'],
  ])('%s', (_when, now, until) => {
    expect(held(rung('2026-06-02T18:00', '2026-06-10T00:00'), now)).toBe(until);
  });

  test('the window gives way where the office opens too late', () => {
    expect(held(rung('2026-06-05T08:00', '2026-06-08T08:00'), '2026-06-05T20:00')).toBeNull();
    expect(held(rung('2026-06-05T08:00', '2026-06-08T08:01'), '2026-06-05T20:00')).toBe(
      '2026-06-08T15:00:00.000Z',
    );
  });

  test('what has waited for one opening does not wait for a second', () => {
    expect(held(rung('2026-06-03T08:00', null), '2026-06-03T20:00')).toBe('2026-06-04T15:00:00.000Z');
    expect(held(rung('2026-06-03T08:00', null), '2026-06-03T17:00')).toBe('2026-06-04T15:00:00.000Z');
    expect(held(rung('2026-06-03T08:00', null), '2026-06-04T20:00')).toBeNull();
  });

  test('what was recorded only now has waited for none', () => {
    const now = pacific('2026-06-05T20:00');
    const longAgo = rung('2026-05-01T08:00', null);
    expect(heldUntil(longAgo, now, PACIFIC_POLICY)).toBeNull();
    expect(heldUntil(longAgo, now, PACIFIC_POLICY, now)).toEqual(pacific('2026-06-08T08:00'));
  });

  test('a correction waits for the office to open, unless its day begins first', () => {
    const fridayEvening = pacific('2026-06-05T20:00');
    const until = (dueOn: string | null) =>
      heldUntil(
        correctionRung(fridayEvening, dueOn === null ? null : localDate(dueOn)),
        fridayEvening,
        PACIFIC_POLICY,
      );
    expect(until(null)).toEqual(pacific('2026-06-08T08:00'));
    expect(until('2026-06-09')).toEqual(pacific('2026-06-08T08:00'));
    expect(until('2026-06-08')).toBeNull();
    expect(until('2026-06-06')).toBeNull();
  });

  test('the next moment is the first one after', () => {
    const days = ladder(clock(30));
    expect(nextMoment(days, pacific('2026-06-02T07:59'))).toEqual(pacific('2026-06-02T08:00'));
    expect(nextMoment(days, pacific('2026-06-02T08:00'))).toEqual(pacific('2026-06-04T08:00'));
    expect(nextMoment(days, pacific('2026-06-08T08:00'))).toBeNull();
  });

  test('a reminder to act ends with the day, and the one that says so does not', () => {
    const [first] = ladder(clock(30));
    const lapsed = ladder(clock(30)).at(-1);
    if (!first || !lapsed) throw new Error('no ladder');
    expect(isPast(first, clock(30), pacific('2026-06-05T23:59'))).toBe(false);
    expect(isPast(first, clock(30), pacific('2026-06-06T00:00'))).toBe(true);
    expect(isPast(lapsed, clock(30), pacific('2026-06-06T00:00'))).toBe(false);
  });

  test('an answer keeps nudges to the owner away before its day, and nothing else', () => {
    const quiet = { kind: 'snoozed', untilOn: localDate('2026-06-04') } as const;
    const ours = clock(184, { owedBy: 'client', kind: 'limit' });
    const kept = ladder(ours).filter((rung) => isQuieted(rung, quiet));
    expect(kept.map(({ id, to }) => `${id} ${to}`)).toEqual(
      ['T-90', 'T-60', 'T-30', 'T-14', 'T-7', 'T-3'].map((id) => `${id} owner`),
    );
    expect(kept.every((rung) => !isQuieted(rung, null))).toBe(true);
  });

  test('an answer up to the due date keeps neither the day before nor the day itself away', () => {
    const quiet = { kind: 'snoozed', untilOn: localDate('2026-06-05') } as const;
    const coming = ladder(clock(30)).filter((rung) => rung.to === 'owner' && !isQuieted(rung, quiet));
    expect(coming.map(({ id }) => id)).toEqual(['T-1', 'T-0', 'lapsed']);
  });
});

describe('the plan’s silence', () => {
  const received = { grievance: { receivedOn: '2026-02-02' } };

  test('is told to the client when the plan’s time to answer lapses, and at no other lapse', () => {
    const told = deadlinesOf({ asOf: '2026-02-10', ...received }).flatMap((deadline) =>
      ladder(clockOf(deadline))
        .filter(({ id, to }) => id === 'lapsed' && to === 'client')
        .map(() => deadline.rule),
    );
    expect(told).toEqual(['ca.grv.resolve']);
  });

  test('is told by the six months where the law gives the insurer no clock of its own', () => {
    const sixMonths = deadlinesOf({ asOf: '2026-02-10', ...received }, 'CDI').find(
      ({ rule }) => rule === 'cdi.imr.deadline',
    );
    if (!sixMonths) throw new Error('no clock');
    const opened = ladder(clockOf(sixMonths)).filter(({ id }) => id === 'opened');
    expect(opened.map(({ to }) => to)).toEqual(['owner', 'supervisor', 'client']);
    expect(opened[0]).toMatchObject({ on: '2026-03-05', at: pacific('2026-03-05T08:00') });
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
  ['lapsed', 'after it lapsed'],
  ['opened', 'the day after the insurer’s time to answer'],
  ['at-once', 'at once'],
  ['half-way', 'half way'],
  ['last-hours', 'in the last working hours'],
  ['corrected', 'when the date moved'],
  ['again-2026-06-03', 'on the day it was to come again'],
])('rung %s is said as "%s"', (id, text) => {
  expect(rungText(id)).toBe(text);
});
