import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isBefore, localDate } from '../../../lib/calendar/local-date.ts';
import { dateIn, wallTime } from '../../../lib/calendar/zoned-time.ts';
import { type Clock } from '../../../lib/reminders/clock.ts';
import {
  AGAIN,
  endOf,
  isDueWheneverRecorded,
  isHalfWay,
  LAPSED,
  ladderOf,
  type Rung,
} from '../../../lib/reminders/ladder.ts';
import { closingOn, isOpenAt, isOpenDay, nextOpeningAfter } from '../../../lib/reminders/office-hours.ts';
import {
  type Addressee,
  type Answer,
  type LedgerEntry,
  nextLook,
  type PlanInput,
  planReminders,
  type Step,
} from '../../../lib/reminders/plan.ts';
import { DEFAULT_POLICY, type OfficePolicy } from '../../../lib/reminders/policy.ts';

const START = localDate('2026-01-05');
const HOUR = 3_600_000;
const hoursAfterStart = (hours: number) => new Date(Date.UTC(2026, 0, 5, 8) + hours * HOUR);

const anyPolicy: fc.Arbitrary<OfficePolicy> = fc
  .record({
    timeZone: fc.constantFrom('America/Los_Angeles', 'America/New_York', 'Pacific/Honolulu', 'Asia/Tokyo'),
    workingDays: fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 4, 5, 6), { minLength: 1, maxLength: 7 }),
    more: fc.uniqueArray(fc.integer({ min: 2, max: 45 }), { maxLength: 4 }),
    opensAt: fc.constantFrom(wallTime('00:00'), wallTime('08:00'), wallTime('13:30')),
    closesAt: fc.constantFrom(wallTime('14:00'), wallTime('17:00'), wallTime('23:59')),
    alone: fc.constantFrom([1, 0], [3, 1, 0], [14, 7, 3, 1, 0]),
  })
  .map(({ more, alone, ...policy }) => ({
    ...DEFAULT_POLICY,
    ...policy,
    cadences: [
      { windowOfDays: 30, daysBefore: [...more, 30, 7, 3, 1, 0] },
      { windowOfDays: 4, daysBefore: [...more, 3, 1, 0] },
    ],
    ownerAloneDaysBefore: alone,
    since: null,
  }));

const anyClock: fc.Arbitrary<Clock> = fc
  .record({
    owedBy: fc.constantFrom('client', 'plan', 'regulator', 'reviewer' as const),
    kind: fc.constantFrom('duty', 'limit' as const),
    window: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 200 })),
    silence: fc.constantFrom('lapses', 'starts', null),
    isTimed: fc.boolean(),
  })
  .map(({ window, isTimed, ...clock }) => {
    // Only a period of six months starts with a silence.
    const dueOn = addDays(START, clock.silence === 'starts' ? 181 : window);
    const dueAt =
      isTimed && window < 4 && clock.silence !== 'starts' ? hoursAfterStart(window * 24 + 15) : null;
    return { ...clock, startsOn: START, dueOn, dueAt };
  });

const anyAddressees: fc.Arbitrary<Addressee[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('owner', 'supervisor', 'client' as const),
    hears: fc.uniqueArray(fc.constantFrom('owner', 'supervisor', 'client' as const), { minLength: 1 }),
    barredBecause: fc.constantFrom(null, null, 'No consent.'),
    nudgesBarredBecause: fc.constantFrom(null, null, 'Stopped.'),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
);

/** Moments at which a sweep runs, to the minute; whatever lies between is missed. The last is long after everything. */
const anyRuns = fc
  .uniqueArray(fc.integer({ min: 0, max: 220 * 24 * 60 }), { minLength: 1, maxLength: 40 })
  .map((minutes) =>
    [...minutes.toSorted((a, b) => a - b), 230 * 24 * 60, 231 * 24 * 60].map((each) =>
      hoursAfterStart(each / 60),
    ),
  );

const anyStory = fc.record({
  clock: anyClock,
  policy: anyPolicy,
  addressees: anyAddressees,
  runs: anyRuns,
  /** When it was recorded, in hours after the day it counts from. */
  recorded: fc.integer({ min: 0, max: 60 * 24 }).map((hours) => hoursAfterStart(hours)),
  quietFor: fc.option(
    fc.record({ kind: fc.constantFrom('acknowledged', 'snoozed' as const), days: fc.nat(200) }),
  ),
});
type Story = typeof anyStory extends fc.Arbitrary<infer Told> ? Told : never;

type Run = { readonly at: Date; readonly steps: readonly Step[] };

const answerOf = ({ clock, quietFor }: Story): Answer | null => {
  if (!quietFor) return null;
  const untilOn = addDays(START, quietFor.days);
  return {
    kind: quietFor.kind,
    untilOn: isBefore(untilOn, clock.dueOn) ? untilOn : clock.dueOn,
    because: 'Asked.',
  };
};

const inputAt = (story: Story, now: Date, ledger: readonly LedgerEntry[]): PlanInput => {
  const { clock, policy, addressees, recorded } = story;
  return { clock, policy, addressees, answer: answerOf(story), standsSince: recorded, now, ledger };
};

/** Sweeps whenever the clock asks to be looked at, with a ledger that every step settles at once. */
function simulate(story: Story) {
  const ledger: LedgerEntry[] = [];
  const runs: Run[] = [];
  let lookAt: Date | null = story.recorded;
  for (const now of story.runs) {
    if (lookAt === null || now < lookAt) continue;
    const steps = planReminders(inputAt(story, now, ledger));
    for (const step of steps)
      if (step.act === 'send' || step.act === 'skip' || step.act === 'gather')
        ledger.push({
          id: `${step.rung.id} ${step.to.id}`,
          rung: step.rung.id,
          recipientId: step.to.id,
          state: step.act === 'send' ? 'sent' : step.act === 'skip' ? 'skipped' : 'gathered',
          attempts: 1,
          claimedAt: null,
          retryAt: null,
          batchId: null,
        });
    const again = planReminders(inputAt(story, now, ledger));
    expect(
      again.every(({ act }) => act === 'hold'),
      'a second sweep of the same moment has nothing to do',
    ).toBe(true);
    runs.push({ at: now, steps });
    lookAt = nextLook(inputAt(story, now, ledger), steps);
  }
  return { ledger, runs };
}

const sentIn = ({ steps }: Run) => steps.filter((step) => step.act === 'send');

/** By the day a rung is counted for, which is California's, or the one on which it goes, which is the office's. */
function isOwed(rung: Rung, { recorded, policy: { timeZone } }: Story): boolean {
  if (isDueWheneverRecorded(rung)) return true;
  if (isHalfWay(rung)) return rung.at >= recorded;
  return (
    !isBefore(rung.on, dateIn('America/Los_Angeles', recorded)) ||
    !isBefore(dateIn(timeZone, rung.at), dateIn(timeZone, recorded))
  );
}

describe('whatever sweeps were missed', () => {
  test('each rung that came due is settled for each person exactly once', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { ledger } = simulate(story);
        const ladder = ladderOf(story.clock, story.policy, answerOf(story));
        const owed = story.addressees.flatMap((to) =>
          ladder
            .filter((rung) => to.hears.includes(rung.to) && isOwed(rung, story))
            .map(({ id }) => `${id} ${to.id}`),
        );
        expect(ledger.map(({ id }) => id).toSorted()).toEqual([...new Set(owed)].toSorted());
      }),
    );
  });

  test('no sweep tells one person two rungs of one deadline', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const { steps } of simulate(story).runs) {
          const told = steps
            .filter((step) => step.act === 'send' || step.act === 'gather')
            .map(({ to }) => to.id);
          expect(new Set(told).size).toBe(told.length);
        }
      }),
    );
  });

  test('what goes is the newest that is due, and nothing that is past', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const ladder = ladderOf(story.clock, story.policy, answerOf(story));
        for (const run of simulate(story).runs)
          for (const { rung, to } of sentIn(run)) {
            expect(rung.at <= run.at).toBe(true);
            expect(rung.id === LAPSED || run.at < endOf(story.clock)).toBe(true);
            const newer = ladder.filter(
              (each) =>
                to.hears.includes(each.to) && each.at > rung.at && each.at <= run.at && each.id !== rung.id,
            );
            expect(newer).toEqual([]);
          }
      }),
    );
  });

  test('nobody who is barred is ever sent anything, and who stopped nudges gets none', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const sent = simulate(story).runs.flatMap(sentIn);
        expect(sent.filter(({ to }) => to.barredBecause !== null)).toEqual([]);
        const nudges = sent.filter(
          ({ to, rung }) => to.nudgesBarredBecause && rung.to === 'client' && /^T-(?!1$)/.test(rung.id),
        );
        expect(nudges).toEqual([]);
      }),
    );
  });

  test('an answer never keeps a reminder away on its day or later, nor anybody else’s', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const answer = answerOf(story);
        const kept = simulate(story)
          .runs.flatMap(({ steps }) => steps)
          .flatMap((step) => (step.act === 'skip' && step.because === 'Asked.' ? [step] : []));
        for (const { rung, to } of kept) {
          expect(to.hears).toContain('owner');
          expect(answer && isBefore(rung.on, answer.untilOn)).toBe(true);
          expect(rung.id.startsWith('T-')).toBe(true);
        }
      }),
    );
  });
});

describe('the window of the office', () => {
  test('is kept, unless the message would be too late or has waited for an opening before', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { policy, recorded } = story;
        for (const run of simulate(story).runs)
          for (const { rung } of sentIn(run)) {
            if (isOpenAt(run.at, policy)) continue;
            const opening = nextOpeningAfter(run.at, policy);
            const readySince = rung.at > recorded ? rung.at : recorded;
            const isTooLate = rung.mustGoBy !== null && opening >= rung.mustGoBy;
            expect(isTooLate || opening > nextOpeningAfter(readySince, policy)).toBe(true);
          }
      }),
    );
  });

  test('never holds a message past the moment by which it must go', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const { at, steps } of simulate(story).runs)
          for (const step of steps)
            if (step.act === 'hold') {
              expect(step.until > at).toBe(true);
              expect(isOpenAt(step.until, story.policy)).toBe(true);
              if (step.rung.mustGoBy) expect(step.until < step.rung.mustGoBy).toBe(true);
            }
      }),
    );
  });
});

describe('the ladder', () => {
  const anyLadder = fc.record({ clock: anyClock, policy: anyPolicy });

  test('is in the order of its moments, and no rung of it comes twice for one kind of recipient', () => {
    fc.assert(
      fc.property(anyLadder, ({ clock, policy }) => {
        const ladder = ladderOf(clock, policy);
        expect(ladder.map(({ at }) => at.getTime())).toEqual(
          ladder.map(({ at }) => at.getTime()).toSorted((a, b) => a - b),
        );
        const ids = ladder.map(({ id, to }) => `${id} ${to}`);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('has a rung before the clock runs out, and none of those to act lies after its day', () => {
    fc.assert(
      fc.property(anyLadder, ({ clock, policy }) => {
        const toAct = ladderOf(clock, policy).filter(
          ({ id, to }) => to === 'owner' && id !== LAPSED && id !== 'opened',
        );
        const last = toAct.at(-1);
        if (!last) throw new Error('no rung');
        expect(isBefore(clock.dueOn, last.on)).toBe(false);
        expect(last.at < endOf(clock)).toBe(true);
      }),
    );
  });

  test('tells no nudge on a day on which the office is closed, save the day before and the day itself', () => {
    fc.assert(
      fc.property(anyLadder, ({ clock, policy }) => {
        const nudges = ladderOf(clock, policy).filter(
          ({ id }) => id.startsWith('T-') && id !== 'T-1' && id !== 'T-0',
        );
        for (const { at, on } of nudges) {
          expect(isOpenDay(dateIn(policy.timeZone, at), policy)).toBe(true);
          expect(at <= closingOn(on, policy)).toBe(true);
        }
      }),
    );
  });

  test('brings what was snoozed again no later than on its last day', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const again = ladderOf(story.clock, story.policy, answerOf(story)).filter(({ id }) =>
          id.startsWith(AGAIN),
        );
        expect(again.every(({ on }) => !isBefore(story.clock.dueOn, on))).toBe(true);
        if (story.clock.kind !== ('information' as string))
          expect(again).toHaveLength(story.quietFor?.kind === 'snoozed' ? 1 : 0);
      }),
    );
  });
});

test('at its end everybody was told the newest that could still be told, however often was swept', () => {
  fc.assert(
    fc.property(
      anyStory,
      fc.date({ min: hoursAfterStart(0), max: hoursAfterStart(220 * 24), noInvalidDate: true }),
      (story, at) => {
        // Missing every sweep before tells each person what a sweep at every hour would have told them last.
        const lastTold = (runs: readonly Date[]) => {
          const told = new Map<string, string>();
          const { ledger } = simulate({ ...story, runs: runs as Date[] });
          for (const { rung, recipientId, state } of ledger)
            if (state !== 'skipped') told.set(recipientId, rung);
          return told;
        };
        const hours = Math.floor((at.getTime() - hoursAfterStart(0).getTime()) / HOUR);
        const everyHour = Array.from(
          { length: Math.min(hours, 24 * 8) },
          (_, back) => new Date(at.getTime() - back * HOUR),
        ).toReversed();
        const once = lastTold([at]);
        const often = lastTold(everyHour);
        for (const [id, rung] of once) expect(often.get(id) ?? rung).toBe(rung);
      },
    ),
    { numRuns: 40 },
  );
});
