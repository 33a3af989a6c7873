import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isAfter, type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { type Addressee, type LedgerEntry, planReminders, type Step } from '../../../lib/reminders/plan.ts';
import { type Clock, ladderOf, nextReminderOn } from '../../../lib/reminders/policy.ts';
import { morningOf } from '../../support/office.ts';

const START = localDate('2026-01-05');

const anyClock: fc.Arbitrary<Clock> = fc
  .record({
    owedBy: fc.constantFrom('client', 'plan', 'regulator', 'reviewer' as const),
    kind: fc.constantFrom('duty', 'limit' as const),
    window: fc.integer({ min: 0, max: 200 }),
    silence: fc.constantFrom('lapses', 'starts', null),
  })
  .map(({ window, ...clock }) => ({
    ...clock,
    startsOn: START,
    // Only a period of six months starts with a silence.
    dueOn: addDays(START, clock.silence === 'starts' ? 181 : window),
  }));

const anyAddressees: fc.Arbitrary<Addressee[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('owner', 'supervisor', 'client' as const),
    hears: fc.uniqueArray(fc.constantFrom('owner', 'supervisor', 'client' as const), { minLength: 1 }),
    barredBecause: fc.constantFrom(null, null, 'No consent.'),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
);

/** The days on which a sweep runs; the others are missed. */
const anyRuns = fc
  .uniqueArray(fc.integer({ min: 0, max: 210 }), { minLength: 1, maxLength: 40 })
  .map((days) => days.toSorted((a, b) => a - b).map((day) => addDays(START, day)));

type Run = { readonly today: LocalDate; readonly steps: readonly Step[] };

/** Sweeps day by day with a ledger that every step settles at once. */
function simulate(clock: Clock, addressees: readonly Addressee[], days: readonly LocalDate[]) {
  const ledger: LedgerEntry[] = [];
  const runs: Run[] = [];
  let since = nextReminderOn(clock, null);
  for (const today of days) {
    if (since === null || isAfter(since, today)) continue;
    const plan = () =>
      planReminders({ clock, since: since ?? today, today, now: morningOf(today), addressees, ledger });
    const steps = plan();
    for (const step of steps)
      if ('rung' in step)
        ledger.push({
          id: `${step.rung.id} ${step.to.id}`,
          rung: step.rung.id,
          recipientId: step.to.id,
          state: step.act === 'send' ? 'sent' : 'skipped',
          attempts: 1,
          claimedAt: null,
        });
    expect(plan(), 'a second sweep of the same day has nothing to do').toEqual([]);
    runs.push({ today, steps });
    since = nextReminderOn(clock, today);
  }
  return { ledger, runs };
}

const anyStory = fc.tuple(anyClock, anyAddressees, anyRuns);

test('no sweep sends one person two rungs of one deadline', () => {
  fc.assert(
    fc.property(anyStory, ([clock, addressees, days]) => {
      for (const { steps } of simulate(clock, addressees, days).runs) {
        const told = steps
          .filter(({ act }) => act === 'send')
          .map((step) => ('to' in step ? step.to.id : ''));
        expect(new Set(told).size).toBe(told.length);
      }
    }),
  );
});

test('each rung that came due is settled for each person exactly once, whatever days were missed', () => {
  fc.assert(
    fc.property(anyStory, ([clock, addressees, days]) => {
      const { ledger } = simulate(clock, addressees, days);
      const last = days.at(-1) ?? START;
      const owed = addressees.flatMap((to) =>
        ladderOf(clock)
          .filter(({ on, to: kinds }) => !isAfter(on, last) && kinds.some((kind) => to.hears.includes(kind)))
          .map(({ id }) => `${id} ${to.id}`),
      );
      expect(ledger.map(({ id }) => id).toSorted()).toEqual(owed.toSorted());
    }),
  );
});

test('with no day missed, everybody who may be written to gets every rung', () => {
  fc.assert(
    fc.property(anyClock, anyAddressees, (clock, addressees) => {
      const everyDay = Array.from({ length: 210 }, (_, day) => addDays(START, day));
      const open = addressees.filter(({ barredBecause }) => barredBecause === null);
      const { ledger } = simulate(clock, open, everyDay);
      expect(ledger.every(({ state }) => state === 'sent')).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('nobody who is barred is ever sent anything', () => {
  fc.assert(
    fc.property(anyStory, ([clock, addressees, days]) => {
      const sent = simulate(clock, addressees, days).runs.flatMap(({ steps }) =>
        steps.filter((step) => step.act === 'send'),
      );
      expect(sent.filter(({ to }) => to.barredBecause !== null)).toEqual([]);
    }),
  );
});

test('nothing is sent before its day', () => {
  fc.assert(
    fc.property(anyStory, ([clock, addressees, days]) => {
      const early = simulate(clock, addressees, days).runs.flatMap(({ today, steps }) =>
        steps.filter((step) => 'rung' in step && isAfter(step.rung.on, today)),
      );
      expect(early).toEqual([]);
    }),
  );
});
