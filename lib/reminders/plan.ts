import { isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { ReminderState } from '../db/vocabulary.ts';
import { type Clock, isPast, ladderOf, type Recipient, type Rung } from './policy.ts';

/** Somebody a deadline's reminders go to, and in which capacities. */
export type Addressee = {
  readonly id: string;
  /** What the ledger calls them. */
  readonly kind: Recipient;
  readonly hears: readonly Recipient[];
  /** Why nothing may be sent to them now, or null. */
  readonly barredBecause: string | null;
};

/** One row of the ledger. `claimedAt` is when the latest attempt began; null once nobody will try again. */
export type LedgerEntry = {
  readonly id: string;
  readonly rung: string;
  readonly recipientId: string;
  readonly state: ReminderState;
  readonly attempts: number;
  readonly claimedAt: Date | null;
};

export type Step =
  | { readonly act: 'send'; readonly rung: Rung; readonly to: Addressee; readonly entry: LedgerEntry | null }
  | {
      readonly act: 'skip';
      readonly rung: Rung;
      readonly to: Addressee;
      readonly entry: LedgerEntry | null;
      readonly because: string;
    }
  | { readonly act: 'cancel'; readonly entry: LedgerEntry; readonly because: string }
  | { readonly act: 'give-up'; readonly rung: Rung; readonly to: Addressee; readonly entry: LedgerEntry }
  | { readonly act: 'wait'; readonly entry: LedgerEntry };

export const LEASE_MINUTES = 10;
export const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MINUTES = 4;
const MINUTE = 60_000;

/**
 * What one deadline owes its addressees now. Rungs from `since` through `today` are due, so a missed run catches up:
 * each person gets the newest at most, and the older ones are skipped with a reason. Nothing settled is repeated.
 */
export function planReminders(input: {
  readonly clock: Clock;
  readonly since: LocalDate;
  readonly today: LocalDate;
  readonly now: Date;
  readonly addressees: readonly Addressee[];
  readonly ledger: readonly LedgerEntry[];
  /** Another clock speaks for this one now. */
  readonly isSpokenFor?: boolean;
}): Step[] {
  const { clock, since, today, now, addressees, ledger } = input;
  const due = ladderOf(clock).filter(({ on }) => !isBefore(on, since) && !isAfter(on, today));
  const steps = addressees.flatMap((to) => {
    const theirs = due.filter((rung) => rung.to.some((recipient) => to.hears.includes(recipient)));
    const newest = theirs.at(-1);
    return theirs.flatMap((rung): Step[] => {
      const entry =
        ledger.find(({ rung: id, recipientId }) => id === rung.id && recipientId === to.id) ?? null;
      if (entry?.claimedAt === null) return [];
      if (entry && isUnderWay(entry, now)) return [{ act: 'wait', entry }];
      const because = reasonToSkip(rung, newest, to, input);
      if (because) return [{ act: 'skip', rung, to, entry, because }];
      if (entry && entry.attempts >= MOST_ATTEMPTS) return [{ act: 'give-up', rung, to, entry }];
      if (entry && isPausing(entry, now)) return [{ act: 'wait', entry }];
      return [{ act: 'send', rung, to, entry }];
    });
  });
  return [...steps, ...strayed(ledger, steps, now)];
}

function reasonToSkip(
  rung: Rung,
  newest: Rung | undefined,
  to: Addressee,
  { clock, today, isSpokenFor }: Parameters<typeof planReminders>[0],
): string | null {
  if (rung !== newest)
    return 'An earlier reminder of this deadline is passed over: a newer one is due as well.';
  if (isPast(rung, clock, today)) return 'The day had already passed.';
  if (isSpokenFor) return 'An earlier deadline for the same act is still ahead and speaks for this one.';
  return to.barredBecause;
}

/** Claims that no addressee accounts for any more: the case has changed hands, or the ladder has. */
function strayed(ledger: readonly LedgerEntry[], steps: readonly Step[], now: Date): Step[] {
  const accounted = new Set(steps.map(({ entry }) => entry?.id));
  return ledger
    .filter(({ id, claimedAt }) => claimedAt !== null && !accounted.has(id))
    .map((entry) =>
      isUnderWay(entry, now)
        ? { act: 'wait', entry }
        : { act: 'cancel', entry, because: 'This reminder is no longer theirs.' },
    );
}

/** Somebody is sending it, or was a moment ago. */
function isUnderWay({ state, claimedAt }: LedgerEntry, now: Date): boolean {
  return state === 'claimed' && claimedAt !== null && minutesSince(claimedAt, now) < LEASE_MINUTES;
}

/** It failed and the next attempt is not due yet; the pause doubles each time. */
function isPausing({ state, claimedAt, attempts }: LedgerEntry, now: Date): boolean {
  if (state !== 'failed' || claimedAt === null) return false;
  return minutesSince(claimedAt, now) < FIRST_PAUSE_MINUTES * 2 ** (attempts - 1);
}

const minutesSince = (then: Date, now: Date): number => (now.getTime() - then.getTime()) / MINUTE;
