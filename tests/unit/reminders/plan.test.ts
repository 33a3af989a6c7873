import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import type { MessageState } from '../../../lib/db/vocabulary.ts';
import type { Clock } from '../../../lib/reminders/clock.ts';
import {
  type Addressee,
  claimedRung,
  LEASE_MINUTES,
  type LedgerEntry,
  MOST_ATTEMPTS,
  mayWaitForDigest,
  nextLook,
  nextTry,
  type PlanInput,
  planReminders,
} from '../../../lib/reminders/plan.ts';
import { PACIFIC_POLICY, pacific } from '../../support/office-policy.ts';

const dueOn = localDate('2026-06-05');
const limit: Clock = { owedBy: 'client', kind: 'limit', startsOn: addDays(dueOn, -30), dueOn };

const hearing = (kind: 'owner' | 'supervisor' | 'client'): Addressee => ({
  id: kind,
  kind,
  hears: [kind],
  barredBecause: null,
  nudgesBarredBecause: null,
});
const owner = hearing('owner');
const supervisor = hearing('supervisor');
const client = hearing('client');

const minutesBefore = (moment: Date, minutes: number) => new Date(moment.getTime() - minutes * 60_000);

/** At nine in the morning of a day, or at the moment given; the clock was recorded that same day where nothing else is said. */
function inputOn(
  on: string,
  { since = on, ...more }: Partial<PlanInput> & { since?: string } = {},
): PlanInput {
  const at = (text: string) => pacific(text.includes('T') ? text : `${text}T09:00`);
  return {
    clock: limit,
    policy: PACIFIC_POLICY,
    answer: null,
    standsSince: at(since),
    now: at(on),
    addressees: [owner, supervisor, client],
    ledger: [],
    ...more,
  };
}

const planOn = (...given: Parameters<typeof inputOn>) => planReminders(inputOn(...given));

const entry = (state: MessageState, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: 'entry',
  rung: 'T-3',
  recipientId: 'owner',
  state,
  attempts: 1,
  claimedAt: null,
  retryAt: null,
  batchId: null,
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
    expect(acts(planOn(on, { since }))).toEqual(expected);
  });

  test('catches up with the newest after missed days and passes over the others', () => {
    expect(acts(planOn('2026-06-04', { since: '2026-05-29' }))).toEqual([
      'skip T-7 owner',
      'skip T-3 owner',
      'send T-1 owner',
      'send T-1 supervisor',
      'skip T-7 client',
      'skip T-3 client',
      'send T-1 client',
    ]);
  });

  test('tells the day itself in the hours that belong to the next on the office’s own clock', () => {
    const inNewYork = { ...PACIFIC_POLICY, timeZone: 'America/New_York' };
    const lateThatDay = `${dueOn}T23:00`;
    expect(acts(planOn(lateThatDay, { addressees: [owner], policy: inNewYork }))).toEqual(['send T-0 owner']);
  });

  test('tells nobody to act once the day is over', () => {
    expect(acts(planOn('2026-06-08', { since: '2026-06-04' }))).toEqual([
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

  test.each([
    ['T-7', 'skip'],
    ['T-3', 'skip'],
    ['T-1', 'send'],
  ])('keeps %s from a client who stopped the reminders, save for the day before', (rung, act) => {
    const stopped = { ...client, nudgesBarredBecause: 'Stopped.' };
    const on = { 'T-7': '2026-05-29', 'T-3': '2026-06-02', 'T-1': '2026-06-04' }[rung] ?? '';
    expect(planOn(on, { addressees: [stopped] })).toMatchObject([{ act, rung: { id: rung } }]);
  });

  test('leaves for the digest what the policy does not tell alone', () => {
    expect(acts(planOn('2026-05-29', { addressees: [owner, client] }))).toEqual([
      'gather T-7 owner',
      'send T-7 client',
    ]);
  });

  test('holds what came due for the office to open, and is looked at again then', () => {
    const input = inputOn('2026-05-29T20:00', { addressees: [client] });
    const steps = planReminders(input);
    expect(acts(steps)).toEqual(['hold T-7 client']);
    expect(nextLook(input, steps)).toEqual(pacific('2026-06-01T08:00'));
  });

  test('is looked at next at the next rung, and never again once the ladder is spent', () => {
    const looked = (on: string) => nextLook(inputOn(on), planOn(on));
    expect(looked('2026-06-02')).toEqual(pacific('2026-06-04T08:00'));
    expect(looked('2026-06-08')).toBeNull();
  });

  test('keeps away from the owner what they acknowledged, and says who did', () => {
    const answer = {
      kind: 'acknowledged',
      untilOn: localDate('2026-06-04'),
      because: 'Acknowledged by Inés',
    };
    const steps = planOn('2026-06-02', { answer: { ...answer, kind: 'acknowledged' } });
    expect(acts(steps)).toEqual(['skip T-3 owner', 'send T-3 client']);
    expect(steps[0]).toMatchObject({ because: 'Acknowledged by Inés' });
    expect(acts(planOn('2026-06-04', { answer: { ...answer, kind: 'acknowledged' } }))).toEqual([
      'send T-1 owner',
      'send T-1 supervisor',
      'send T-1 client',
    ]);
  });

  test('brings what was snoozed again on its day', () => {
    const answer = { kind: 'snoozed', untilOn: localDate('2026-06-03'), because: 'Snoozed' } as const;
    expect(acts(planOn('2026-06-03', { answer, since: '2026-06-02', addressees: [owner] }))).toEqual([
      'skip T-3 owner',
      'send again-2026-06-03 owner',
    ]);
  });

  test('begins where the policy was changed, but ends what was begun before', () => {
    const since = pacific('2026-06-03T10:00');
    const changed = { policy: { ...PACIFIC_POLICY, since }, since: '2026-05-20', addressees: [owner] };
    expect(acts(planOn('2026-06-03', changed))).toEqual([]);
    const begun = entry('failed', { claimedAt: pacific('2026-06-02T08:00') });
    expect(acts(planOn('2026-06-03', { ...changed, ledger: [begun] }))).toEqual(['send T-3 owner']);
  });

  test('keeps quiet while an earlier deadline for the same act is ahead', () => {
    expect(acts(planOn('2026-06-02', { addressees: [owner], isSpokenFor: true }))).toEqual([
      'skip T-3 owner',
    ]);
  });
});

describe('the ledger', () => {
  const now = pacific('2026-06-02T09:00');
  const planWith = (...ledger: LedgerEntry[]) => acts(planOn('2026-06-02', { addressees: [owner], ledger }));

  test.each(['sent', 'skipped', 'failed'] as const)(
    'a message that is %s for good is not repeated',
    (state) => {
      expect(planWith(entry(state))).toEqual([]);
    },
  );

  test('what was called off is owed again while its day lasts, and not once something newer is due', () => {
    expect(planWith(entry('canceled'))).toEqual(['send T-3 owner']);
    const later = planOn('2026-06-04', {
      addressees: [owner],
      since: '2026-06-02',
      ledger: [entry('canceled')],
    });
    expect(acts(later)).toEqual(['send T-1 owner']);
  });

  test.each([
    [LEASE_MINUTES - 1, 'wait entry'],
    [LEASE_MINUTES, 'send T-3 owner'],
    [LEASE_MINUTES + 1, 'send T-3 owner'],
  ])('a claim of %i minutes ago is respected until its lease is over', (minutes, expected) => {
    expect(planWith(entry('claimed', { claimedAt: minutesBefore(now, minutes) }))).toEqual([expected]);
  });

  test.each([
    ['a second too early', 1, 'wait entry'],
    ['on the second', 0, 'send T-3 owner'],
    ['late', -1, 'send T-3 owner'],
  ])('what failed is tried again when its pause is over: %s', (_when, seconds, expected) => {
    const retryAt = new Date(now.getTime() + seconds * 1_000);
    expect(planWith(entry('failed', { claimedAt: minutesBefore(now, 60), retryAt }))).toEqual([expected]);
  });

  test.each([
    [1, 4],
    [2, 8],
    [4, 32],
    [5, 60],
    [1_000, 60],
  ])('after failure %i the next attempt comes %i minutes later', (attempts, minutes) => {
    expect(nextTry(attempts, now, null)).toEqual(minutesBefore(now, -minutes));
  });

  test('the provider’s wish counts where it is for later', () => {
    expect(nextTry(1, now, minutesBefore(now, -90))).toEqual(minutesBefore(now, -90));
    expect(nextTry(1, now, minutesBefore(now, -1))).toEqual(minutesBefore(now, -4));
  });

  test('messages of one request are not tried one by one', () => {
    const inBatch = entry('failed', { claimedAt: minutesBefore(now, 60), batchId: 'batch' });
    expect(planWith(inBatch)).toEqual(['wait entry']);
  });

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
      since: '2026-06-02',
      ledger: [entry('failed', { claimedAt: minutesBefore(now, 60) })],
    });
    expect(acts(steps)).toEqual(['skip T-3 owner', 'send T-1 owner']);
  });
});

describe('what was claimed', () => {
  const claimed = (rung: string, more: Parameters<typeof inputOn>[1] = {}, on = '2026-06-02') => {
    const input = inputOn(on, { since: '2026-05-20', ledger: [entry('claimed', { rung })], ...more });
    return claimedRung(rung, owner, input)?.because;
  };

  test('still goes as long as nothing speaks against it', () => {
    expect(claimed('T-3')).toBeNull();
  });

  test.each([
    ['a newer one is due', 'T-3', {}, '2026-06-04', 'a newer one is due'],
    ['the day is over', 'T-0', {}, '2026-06-06', 'already passed'],
    ['another clock speaks', 'T-3', { isSpokenFor: true }, '2026-06-02', 'speaks for this one'],
  ])('does not go any more: %s', (_why, rung, more, on, because) => {
    expect(claimed(rung, more, on)).toContain(because);
  });

  test('is nobody’s once the ladder has lost it', () => {
    expect(claimed('T-45')).toBeUndefined();
  });
});

test.each([
  ['T-30', 'owner', true],
  ['T-3', 'owner', true],
  ['T-1', 'owner', false],
  ['T-0', 'owner', false],
  ['lapsed', 'supervisor', true],
  ['at-once', 'owner', false],
  ['last-hours', 'owner', false],
  ['T-3', 'client', false],
] as const)('%s to the %s may wait for the digest where there are very many: %s', (id, to, may) => {
  expect(mayWaitForDigest({ id, to })).toBe(may);
});
