import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDate, type Weekday } from '../../../lib/calendar/local-date.ts';
import { dateIn, type WallTime, wallTime } from '../../../lib/calendar/zoned-time.ts';
import { type ForeseenClocks, foreseeMonth } from '../../../lib/reminder-policy/foresee-month.ts';
import { reminderPolicyInput } from '../../../lib/reminder-policy/input.ts';
import { policyValues } from '../../../lib/reminder-policy/policy-values.ts';
import { policyOf, policyViolations } from '../../../lib/reminder-policy/rules.ts';
import { type Clock } from '../../../lib/reminders/clock.ts';
import { ladderOf } from '../../../lib/reminders/ladder.ts';
import type { OfficePolicy, ReminderPolicy } from '../../../lib/reminders/policy.ts';
import { storedPolicy } from '../../../lib/reminders/policy-schema.ts';

const TODAY = localDate('2026-06-10');

const byFarthest = (days: readonly number[]) => [...new Set(days)].toSorted((a, b) => b - a);
const countdown = fc
  .array(fc.integer({ min: 2, max: 120 }), { maxLength: 6 })
  .map((days) => byFarthest([...days, 1, 0]));
const clockTime = (fromHour: number, toHour: number): fc.Arbitrary<WallTime> =>
  fc
    .tuple(fc.integer({ min: fromHour, max: toHour }), fc.integer({ min: 0, max: 59 }))
    .map(([hours, minutes]) =>
      wallTime(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`),
    );

/** Any policy that an administrator could save. */
const policies: fc.Arbitrary<ReminderPolicy> = fc
  .record({
    long: fc.integer({ min: 15, max: 180 }),
    longDays: countdown,
    short: fc.integer({ min: 4, max: 14 }),
    shortDays: countdown,
    alone: fc.array(fc.nat(120)),
    supervisor: fc.array(fc.nat(120)),
    client: fc.array(fc.nat(120)),
    workingDays: fc.subarray([0, 1, 2, 3, 4, 5, 6] as Weekday[], { minLength: 1 }),
    opensAt: clockTime(0, 9),
    closesAt: clockTime(14, 23),
    digestAt: clockTime(0, 23),
    mostAloneADay: fc.integer({ min: 5, max: 200 }),
  })
  .map((drawn) => {
    const counted = [...drawn.longDays, ...drawn.shortDays];
    const among = (days: readonly number[], always: readonly number[]) =>
      byFarthest([...days.filter((day) => counted.includes(day)), ...always]);
    return {
      cadences: [
        { windowOfDays: drawn.long, daysBefore: drawn.longDays },
        { windowOfDays: drawn.short, daysBefore: drawn.shortDays },
      ],
      ownerAloneDaysBefore: among(drawn.alone, [1, 0]),
      supervisorDaysBefore: among(drawn.supervisor, [1]),
      clientDaysBefore: among(drawn.client, []),
      workingDays: drawn.workingDays,
      opensAt: drawn.opensAt,
      closesAt: drawn.closesAt,
      digestAt: drawn.digestAt,
      teamDigestOn: drawn.workingDays[0] ?? 1,
      mostAloneADay: drawn.mostAloneADay,
    };
  });

const inOffice = (policy: ReminderPolicy): OfficePolicy => ({
  ...policy,
  timeZone: 'America/Los_Angeles',
  since: null,
});

const clocks: fc.Arbitrary<Clock> = fc
  .record({
    owedBy: fc.constantFrom('client' as const, 'plan' as const),
    startedAgo: fc.integer({ min: 0, max: 120 }),
    window: fc.integer({ min: 1, max: 190 }),
    silence: fc.constantFrom(null, 'lapses' as const),
  })
  .map(({ owedBy, startedAgo, window, silence }) => {
    const startsOn = addDays(TODAY, -startedAgo);
    return { owedBy, kind: 'limit' as const, startsOn, dueOn: addDays(startsOn, window), silence };
  });

const alike = (clock: Clock, owners: ForeseenClocks['owners'], reachableCount = 0): ForeseenClocks => ({
  clock,
  quiet: null,
  spokenForThrough: null,
  reachableCount,
  owners,
});

describe('a policy', () => {
  test('is read back from its form as it was, and is none the form refuses', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const read = reminderPolicyInput().parse(policyValues(policy));
        expect(policyViolations(read)).toEqual([]);
        expect(policyOf(read)).toEqual(policy);
      }),
    );
  });

  test('is read back from the database as it was', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const changedAt = new Date('2026-06-01T12:00:00Z');
        const stored: unknown = JSON.parse(JSON.stringify(policy));
        expect(storedPolicy('America/Los_Angeles', { policy: stored, changedAt })).toEqual({
          policy: { ...inOffice(policy), since: changedAt },
          isReadable: true,
        });
      }),
    );
  });

  test('never lets a clock pass without its day before or its day', () => {
    fc.assert(
      fc.property(policies, clocks, (policy, clock) => {
        const ids = ladderOf(clock, inOffice(policy))
          .filter(({ to }) => to === 'owner')
          .map(({ id }) => id);
        expect(ids.includes('T-0') || ids.includes('last-hours')).toBe(true);
      }),
    );
  });
});

describe('the month ahead', () => {
  const setting = { today: TODAY, supervisorCount: 2 };

  test('is what the ladder of a clock says, each day of it', () => {
    fc.assert(
      fc.property(policies, clocks, (drawn, clock) => {
        const policy = inOffice(drawn);
        const { days } = foreseeMonth([alike(clock, [{ ownerId: 'a', count: 1 }], 1)], policy, setting);
        // Nobody hears twice at one moment: where two rungs fall together, the newer speaks.
        const moments = new Map(
          ladderOf(clock, policy).map((rung) => [`${rung.to} ${rung.at.getTime()}`, rung]),
        );
        const rungs = [...moments.values()].filter(({ id }) => id.startsWith('T-'));
        for (const { on, alone, digest, supervisors, clients } of days) {
          const there = rungs.filter(({ at }) => dateIn(policy.timeZone, at) === on);
          const countOf = (to: string, told = 'alone') =>
            there.filter((rung) => rung.to === to && rung.told === told).length;
          expect(digest).toBe(countOf('owner', 'digest'));
          expect(alone).toBeGreaterThanOrEqual(countOf('owner'));
          expect(supervisors).toBeGreaterThanOrEqual(2 * countOf('supervisor'));
          expect(clients).toBeGreaterThanOrEqual(countOf('client'));
        }
      }),
    );
  });

  test('is the same whether clocks are counted together or one by one', () => {
    fc.assert(
      fc.property(policies, fc.array(clocks, { maxLength: 6 }), fc.nat(4), (drawn, some, more) => {
        const policy = inOffice(drawn);
        const together = some.map((clock) =>
          alike(clock, [
            { ownerId: 'a', count: 1 + more },
            { ownerId: null, count: 1 },
          ]),
        );
        const singly = some.flatMap((clock) => [
          ...Array.from({ length: 1 + more }, () => alike(clock, [{ ownerId: 'a', count: 1 }])),
          alike(clock, [{ ownerId: null, count: 1 }]),
        ]);
        expect(foreseeMonth(together, policy, setting)).toEqual(foreseeMonth(singly, policy, setting));
      }),
    );
  });

  test('names who would get more than the most on a day, and nobody else', () => {
    const policy = inOffice(storedPolicy('America/Los_Angeles', null).policy);
    const dueOn: LocalDate = addDays(TODAY, 7);
    const clock: Clock = { owedBy: 'plan', kind: 'duty', startsOn: addDays(dueOn, -30), dueOn };
    const owners = [
      { ownerId: 'a', count: policy.mostAloneADay + 1 },
      { ownerId: 'b', count: policy.mostAloneADay },
    ];
    const { crowded } = foreseeMonth([alike(clock, owners)], policy, setting);
    expect(crowded.map(({ ownerId }) => ownerId)).toContain('a');
    expect(crowded.map(({ ownerId }) => ownerId)).not.toContain('b');
  });
});
