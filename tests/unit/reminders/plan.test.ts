import { describe, expect, test } from 'vitest';
import { pacificToday } from '../../../lib/calendar/clock.ts';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import type { ReminderState } from '../../../lib/db/vocabulary.ts';
import {
  type Addressee,
  LEASE_MINUTES,
  type LedgerEntry,
  MOST_ATTEMPTS,
  planReminders,
} from '../../../lib/reminders/plan.ts';
import type { Clock } from '../../../lib/reminders/policy.ts';
import { morningOf } from '../../support/office.ts';

const dueOn = localDate('2026-06-05');
const limit: Clock = { owedBy: 'client', kind: 'limit', startsOn: addDays(dueOn, -30), dueOn };

const owner: Addressee = { id: 'owner', kind: 'owner', hears: ['owner'], barredBecause: null };
const supervisor: Addressee = {
  id: 'supervisor',
  kind: 'supervisor',
  hears: ['supervisor'],
  barredBecause: null,
};
const client: Addressee = { id: 'client', kind: 'client', hears: ['client'], barredBecause: null };

const minutesBefore = (moment: Date, minutes: number) => new Date(moment.getTime() - minutes * 60_000);

function planOn(on: string, more: Partial<Parameters<typeof planReminders>[0]> = {}) {
  const now = morningOf(localDate(on));
  return planReminders({
    clock: limit,
    since: localDate(on),
    today: pacificToday(now),
    now,
    addressees: [owner, supervisor, client],
    ledger: [],
    ...more,
  });
}

const entry = (state: ReminderState, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: 'entry',
  rung: 'T-3',
  recipientId: 'owner',
  state,
  attempts: 1,
  claimedAt: null,
  ...more,
});

const acts = (steps: ReturnType<typeof planReminders>) =>
  steps.map((step) =>
    'rung' in step ? `${step.act} ${step.rung.id} ${step.to.id}` : `${step.act} ${step.entry.id}`,
  );

describe('a plan', () => {
  test.each([
    ['2026-06-01', '2026-06-01', []],
    ['2026-06-02', '2026-06-02', ['send T-3 owner', 'send T-3 client']],
    ['2026-06-03', '2026-06-02', ['send T-3 owner', 'send T-3 client']],
  ])('on %s sends what was due on or before it', (on, since, expected) => {
    expect(acts(planOn(on, { since: localDate(since) }))).toEqual(expected);
  });

  test('catches up with the newest after missed days and passes over the others', () => {
    expect(acts(planOn('2026-06-04', { since: localDate('2026-05-29') }))).toEqual([
      'skip T-7 owner',
      'skip T-3 owner',
      'send T-1 owner',
      'send T-1 supervisor',
      'skip T-7 client',
      'skip T-3 client',
      'send T-1 client',
    ]);
  });

  test('tells nobody to act once the day is over', () => {
    expect(acts(planOn('2026-06-08', { since: localDate('2026-06-04') }))).toEqual([
      'skip T-1 owner',
      'skip T-0 owner',
      'send lapsed owner',
      'skip T-1 supervisor',
      'send lapsed supervisor',
      'skip T-1 client',
    ]);
  });

  test('gives one message to a person who is owner and supervisor', () => {
    const both: Addressee = { ...owner, hears: ['owner', 'supervisor'] };
    expect(acts(planOn('2026-06-04', { addressees: [both] }))).toEqual(['send T-1 owner']);
  });

  test('skips a client who has not consented and says so', () => {
    const barred = { ...client, barredBecause: 'The client has not consented to e-mail.' };
    const steps = planOn('2026-06-02', { addressees: [barred] });
    expect(steps).toMatchObject([{ act: 'skip', because: 'The client has not consented to e-mail.' }]);
  });

  test('keeps quiet while an earlier deadline for the same act is ahead', () => {
    expect(acts(planOn('2026-06-02', { addressees: [owner], isSpokenFor: true }))).toEqual([
      'skip T-3 owner',
    ]);
  });
});

describe('the ledger', () => {
  const now = morningOf(localDate('2026-06-02'));
  const planWith = (...ledger: LedgerEntry[]) => acts(planOn('2026-06-02', { addressees: [owner], ledger }));

  test.each(['sent', 'skipped', 'canceled', 'failed'] as const)(
    'a message that is %s for good is not repeated',
    (state) => {
      expect(planWith(entry(state))).toEqual([]);
    },
  );

  test.each([
    [LEASE_MINUTES - 1, 'wait entry'],
    [LEASE_MINUTES, 'send T-3 owner'],
    [LEASE_MINUTES + 1, 'send T-3 owner'],
  ])('a claim of %i minutes ago is respected until its lease is over', (minutes, expected) => {
    expect(planWith(entry('claimed', { claimedAt: minutesBefore(now, minutes) }))).toEqual([expected]);
  });

  test.each([
    [1, 3, 'wait entry'],
    [1, 4, 'send T-3 owner'],
    [2, 7, 'wait entry'],
    [2, 8, 'send T-3 owner'],
    [MOST_ATTEMPTS - 1, 4 * 2 ** (MOST_ATTEMPTS - 2), 'send T-3 owner'],
  ])(
    'after failure %i the next attempt comes with a doubling pause (%i minutes)',
    (attempts, minutes, expected) => {
      const failed = entry('failed', { attempts, claimedAt: minutesBefore(now, minutes) });
      expect(planWith(failed)).toEqual([expected]);
    },
  );

  test('a claim on which one worker after another died is given up', () => {
    const claimedAt = minutesBefore(now, 60);
    expect(planWith(entry('claimed', { attempts: MOST_ATTEMPTS - 1, claimedAt }))).toEqual([
      'send T-3 owner',
    ]);
    expect(planWith(entry('claimed', { attempts: MOST_ATTEMPTS, claimedAt }))).toEqual(['give-up T-3 owner']);
  });

  test('a claim for somebody who no longer follows the case is canceled once its lease is over', () => {
    const former = entry('claimed', { recipientId: 'former', claimedAt: minutesBefore(now, 60) });
    expect(planWith(former)).toEqual(['send T-3 owner', 'cancel entry']);
    const inFlight = { ...former, claimedAt: minutesBefore(now, 1) };
    expect(planWith(inFlight)).toEqual(['send T-3 owner', 'wait entry']);
  });

  test('a failed message gives way to a newer rung', () => {
    const steps = planOn('2026-06-04', {
      addressees: [owner],
      since: localDate('2026-06-02'),
      ledger: [entry('failed', { claimedAt: minutesBefore(now, 60) })],
    });
    expect(acts(steps)).toEqual(['skip T-3 owner', 'send T-1 owner']);
  });
});
