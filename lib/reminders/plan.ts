import { instantOfDate, pacificDateOf } from '../calendar/instant.ts';
import { isBefore } from '../calendar/local-date.ts';
import { dateIn } from '../calendar/zoned-time.ts';
import type { MessageState } from '../db/vocabulary.ts';
import { type Clock } from './clock.ts';
import {
  heldUntil,
  isCountdown,
  isDueWheneverRecorded,
  isHalfWay,
  isPast,
  isQuieted,
  LAPSED,
  ladderOf,
  nextMoment,
  type Quiet,
  type Recipient,
  type Rung,
} from './ladder.ts';
import type { OfficePolicy } from './policy.ts';

/** Somebody a deadline's reminders go to, and in which capacities. */
export type Addressee = {
  readonly id: string;
  /** What the ledger calls them. */
  readonly kind: Recipient;
  readonly hears: readonly Recipient[];
  /** Why nothing may be sent to them now, or null. */
  readonly barredBecause: string | null;
  /** Why they get nothing that is not essential, or null. */
  readonly nudgesBarredBecause: string | null;
};

/** One row of the ledger. `claimedAt` is when the latest attempt began; null once nobody will try again. */
export type LedgerEntry = {
  readonly id: string;
  readonly rung: string;
  readonly recipientId: string;
  readonly state: MessageState;
  readonly attempts: number;
  readonly claimedAt: Date | null;
  readonly retryAt: Date | null;
  /** Messages of one request are tried again together, and not one by one. */
  readonly batchId: string | null;
};

type ForRung = { readonly rung: Rung; readonly to: Addressee };
export type Step =
  | (ForRung & { readonly act: 'send'; readonly entry: LedgerEntry | null })
  | (ForRung & { readonly act: 'gather' })
  | (ForRung & { readonly act: 'hold'; readonly until: Date })
  | (ForRung & { readonly act: 'skip'; readonly entry: LedgerEntry | null; readonly because: string })
  | (ForRung & { readonly act: 'give-up'; readonly entry: LedgerEntry })
  | { readonly act: 'cancel'; readonly entry: LedgerEntry; readonly because: string }
  | { readonly act: 'wait'; readonly entry: LedgerEntry };

/** Why the staff want no nudges for a while, as the ledger says it. */
export type Answer = Quiet & { readonly because: string };

export type PlanInput = {
  readonly clock: Clock;
  readonly policy: OfficePolicy;
  readonly answer: Answer | null;
  /** Since when the clock stands with its date: what the ladder had for days before is nobody's due. */
  readonly standsSince: Date;
  /** When people were told of this date by a correction of another. */
  readonly correctedAt?: ReadonlyMap<string, Date>;
  readonly now: Date;
  readonly addressees: readonly Addressee[];
  readonly ledger: readonly LedgerEntry[];
  /** Another clock speaks for this one now. */
  readonly isSpokenFor?: boolean;
};

export const LEASE_MINUTES = 10;
/** Claims on which so many workers died are given up: something about them kills whoever tries. */
export const MOST_ATTEMPTS = 100;
export const NOBODY_ANSWERED = `${MOST_ATTEMPTS} attempts ended without an answer. It is not tried again.`;
const FIRST_PAUSE_MINUTES = 4;
const LONGEST_PAUSE_MINUTES = 60;
const MINUTE = 60_000;
const NONE: ReadonlySet<string> = new Set();
const NEVER = new Date(0);

/**
 * What one deadline owes its addressees now. Every rung that has come due since the clock stands is, so a missed run
 * catches up: each person gets the newest at most, and the older ones are skipped with a reason. Nothing settled is
 * repeated.
 */
export function planReminders(input: PlanInput): Step[] {
  const { addressees, ledger, now } = input;
  const steps = addressees.flatMap((to) => {
    const theirs = rungsOf(to, input);
    const newest = theirs.at(-1);
    return theirs.flatMap((rung): Step[] => {
      const entry =
        ledger.find(({ rung: id, recipientId }) => id === rung.id && recipientId === to.id) ?? null;
      return stepFor(rung, to, entry, newest, input);
    });
  });
  return [...steps, ...strayed(ledger, steps, now)];
}

/** The rungs that had come due by `now`, in the order of their moments; those that were begun have, whatever the policy says since. */
export function dueRungs(
  { clock, policy, answer, standsSince, now }: Omit<PlanInput, 'addressees' | 'ledger'>,
  begun: ReadonlySet<string> = NONE,
): Rung[] {
  return ladderOf(clock, policy, answer).filter(
    (rung) => begun.has(rung.id) || (rung.at <= now && isOwedSince(rung, standsSince, policy)),
  );
}

/**
 * Whether a clock that came to stand then still owes this rung: by the day it is counted for, which is California's, or
 * by the one on which it goes, on the office's clock.
 */
function isOwedSince(rung: Rung, standsSince: Date, { timeZone, since }: OfficePolicy): boolean {
  if (isDueWheneverRecorded(rung)) return true;
  // After half way it is told at once, which waits for no office to open.
  if (isHalfWay(rung)) return rung.at >= standsSince;
  const from = since && since > standsSince ? since : standsSince;
  return (
    !isBefore(rung.on, pacificDateOf(instantOfDate(from))) ||
    !isBefore(dateIn(timeZone, rung.at), dateIn(timeZone, from))
  );
}

/**
 * A rung that somebody claimed, as it stands by now, and why it must not go any more, on the same grounds on which it
 * would not be claimed; null where the ladder no longer has it for them.
 */
export function claimedRung(
  id: string,
  to: Addressee,
  input: PlanInput,
): { readonly rung: Rung; readonly because: string | null } | null {
  const theirs = rungsOf(to, input);
  const rung = theirs.find((each) => each.id === id);
  return rung ? { rung, because: reasonToSkip(rung, theirs.at(-1), to, input) } : null;
}

/** Each due rung once, though they hear it in two capacities: as a message of its own where either is one. */
function rungsOf({ id: recipientId, hears }: Addressee, input: PlanInput): Rung[] {
  const begun = input.ledger.filter((each) => each.recipientId === recipientId && each.claimedAt !== null);
  const due = dueRungs(input, new Set(begun.map(({ rung }) => rung)));
  const theirs = due.filter(({ to }) => hears.includes(to));
  return theirs.filter(
    (rung) => rung === (theirs.find(({ id, told }) => id === rung.id && told === 'alone') ?? rung),
  );
}

function stepFor(
  rung: Rung,
  to: Addressee,
  entry: LedgerEntry | null,
  newest: Rung | undefined,
  input: PlanInput,
): Step[] {
  const { now, policy } = input;
  // What was called off is owed again where the date or the case came back.
  const isCanceled = entry?.state === 'canceled';
  if (entry && entry.claimedAt === null && !isCanceled) return [];
  if (entry && !isCanceled && (entry.batchId !== null || isUnderWay(entry, now)))
    return [{ act: 'wait', entry }];
  const because = reasonToSkip(rung, newest, to, input);
  if (because && isCanceled) return [];
  if (because) return [{ act: 'skip', rung, to, entry, because }];
  if (entry?.state === 'claimed' && entry.attempts >= MOST_ATTEMPTS)
    return [{ act: 'give-up', rung, to, entry }];
  if (entry && isPausing(entry, now)) return [{ act: 'wait', entry }];
  if (rung.told === 'digest') return [{ act: 'gather', rung, to }];
  const readySince = rung.at > input.standsSince ? rung.at : input.standsSince;
  const until = entry && !isCanceled ? null : heldUntil(rung, now, policy, readySince);
  if (until) return [{ act: 'hold', rung, to, until }];
  return [{ act: 'send', rung, to, entry }];
}

function reasonToSkip(
  rung: Rung,
  newest: Rung | undefined,
  to: Addressee,
  { clock, now, answer, isSpokenFor, correctedAt }: PlanInput,
): string | null {
  if (rung.id !== newest?.id)
    return 'An earlier reminder of this deadline is passed over: a newer one is due as well.';
  if (isPast(rung, clock, now)) return 'The day had already passed.';
  if (isSpokenFor) return 'An earlier deadline for the same act is still ahead and speaks for this one.';
  if (isCountdown(rung) && rung.at <= (correctedAt?.get(to.id) ?? NEVER))
    return 'They were told of this date by the correction of an earlier one.';
  if (to.hears.includes('owner') && answer && isQuieted({ ...rung, to: 'owner' }, answer))
    return answer.because;
  return to.barredBecause ?? (isNudge(rung) ? to.nudgesBarredBecause : null);
}

/** What a client may refuse and still be told the essential: the countdown, up to the day before. */
export const isNudge = ({ to, id }: Pick<Rung, 'to' | 'id'>): boolean =>
  to === 'client' && isCountdown({ id }) && id !== 'T-1';

/** Told by the next digest where one person got very many messages that day: the time to act is not near, or over. */
export const mayWaitForDigest = ({ to, id }: Pick<Rung, 'to' | 'id'>): boolean =>
  to !== 'client' && (id === LAPSED || (isCountdown({ id }) && id !== 'T-1' && id !== 'T-0'));

/** Claims that no addressee accounts for any more: the case has changed hands, or the ladder has. */
function strayed(ledger: readonly LedgerEntry[], steps: readonly Step[], now: Date): Step[] {
  const accounted = new Set(steps.map((step) => ('entry' in step ? step.entry?.id : undefined)));
  return ledger
    .filter(({ id, claimedAt }) => claimedAt !== null && !accounted.has(id))
    .map((entry) =>
      isUnderWay(entry, now) || entry.batchId !== null
        ? { act: 'wait', entry }
        : { act: 'cancel', entry, because: 'This reminder is no longer theirs.' },
    );
}

/** When this deadline has to be looked at next: at its next rung, or when the office opens for one that waits. */
export function nextLook(input: PlanInput, steps: readonly Step[]): Date | null {
  const opens = steps.flatMap((step) => (step.act === 'hold' ? [step.until] : []));
  const next = nextMoment(ladderOf(input.clock, input.policy, input.answer), input.now);
  const moments = next ? [...opens, next] : opens;
  return moments.length === 0 ? null : new Date(Math.min(...moments.map((at) => at.getTime())));
}

/** Somebody is sending it, or was a moment ago. */
function isUnderWay({ state, claimedAt }: LedgerEntry, now: Date): boolean {
  return state === 'claimed' && claimedAt !== null && now < leaseEnds(claimedAt);
}

const leaseEnds = (claimedAt: Date): Date => new Date(claimedAt.getTime() + LEASE_MINUTES * MINUTE);

/** It failed and the next attempt is not due yet. */
const isPausing = ({ state, retryAt }: LedgerEntry, now: Date): boolean =>
  state === 'failed' && retryAt !== null && now < retryAt;

/** When to try again after the so many-th attempt failed: pauses double up to an hour, and the provider's wish counts. */
export function nextTry(attempts: number, now: Date, wished: Date | null): Date {
  const pause = Math.min(LONGEST_PAUSE_MINUTES, FIRST_PAUSE_MINUTES * 2 ** Math.min(attempts - 1, 10));
  const own = now.getTime() + pause * MINUTE;
  return new Date(Math.max(own, wished?.getTime() ?? 0));
}
