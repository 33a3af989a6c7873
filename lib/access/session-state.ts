import type { Role, SecondFactorScope, SignInMethod } from '../db/vocabulary.ts';

/** What is recorded about a session, its person and their office, from which its state follows. */
export type SessionFacts = {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
  readonly factorAt: Date | null;
  readonly lockedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly method: SignInMethod;
  readonly role: Role;
  readonly deactivatedAt: Date | null;
  readonly hasFactor: boolean;
  readonly secondFactorFor: SecondFactorScope;
  readonly idleLockMinutes: number;
  /** An office of invented people, tried out on this machine. */
  readonly mayPutFactorOff: boolean;
};

/**
 * - `ended`: worth nothing any more.
 * - `factor-owed`: the person has a second factor and has not shown it yet.
 * - `set-up-owed`: the person must have a second factor and has none yet.
 * - `locked`: left alone too long; it waits for the person to show themselves again.
 */
export type SessionState = 'ended' | 'factor-owed' | 'set-up-owed' | 'locked' | 'open';

const MINUTE = 60_000;
export const ABSOLUTE_LIMIT_MS = 12 * 60 * MINUTE;
/** How long somebody has for the second step of signing in. */
export const SECOND_STEP_MS = 30 * MINUTE;
const STEP_UP_MS = 10 * MINUTE;

const LEADERS: ReadonlySet<Role> = new Set(['supervisor', 'administrator']);

/** Says whether the office requires a second factor of somebody with this role. */
export const mustHaveFactor = (role: Role, scope: SecondFactorScope): boolean =>
  scope === 'everyone' || LEADERS.has(role);

/** The state of a session at `now`. */
export function sessionState(facts: SessionFacts, now: Date): SessionState {
  if (facts.revokedAt || facts.deactivatedAt || facts.expiresAt <= now) return 'ended';
  if (facts.hasFactor && !facts.factorAt) return 'factor-owed';
  if (isSetUpOwed(facts)) return 'set-up-owed';
  if (facts.lockedAt || locksAt(facts) <= now) return 'locked';
  return 'open';
}

/** When the session locks if nothing happens until then. */
export const locksAt = ({
  lastSeenAt,
  idleLockMinutes,
}: Pick<SessionFacts, 'lastSeenAt' | 'idleLockMinutes'>): Date =>
  new Date(lastSeenAt.getTime() + idleLockMinutes * MINUTE);

/** Whole seconds until an open session locks or ends if nothing happens; 0 in every other state. */
export function secondsLeft(facts: SessionFacts, now: Date): number {
  if (sessionState(facts, now) !== 'open') return 0;
  const until = Math.min(locksAt(facts).getTime(), facts.expiresAt.getTime());
  return Math.ceil((until - now.getTime()) / 1_000);
}

/** Says whether a factor (for people without one, the password or the provider) was shown in the last ten minutes. */
export function isFactorRecent(
  { factorAt, hasFactor, createdAt }: Pick<SessionFacts, 'factorAt' | 'hasFactor' | 'createdAt'>,
  now: Date,
): boolean {
  const shownAt = factorAt ?? (hasFactor ? null : createdAt);
  return shownAt !== null && now.getTime() - shownAt.getTime() <= STEP_UP_MS;
}

/** Says whether somebody who must have a factor goes without, because their office is only tried out. */
export const isSetUpPutOff = (facts: SessionFacts): boolean =>
  facts.mayPutFactorOff && isSetUpOwed({ ...facts, mayPutFactorOff: false });

/** A provider that vouched for a second factor of its own has done what the office requires. */
function isSetUpOwed({
  role,
  secondFactorFor,
  hasFactor,
  mayPutFactorOff,
  method,
  factorAt,
}: SessionFacts): boolean {
  if (hasFactor || mayPutFactorOff || !mustHaveFactor(role, secondFactorFor)) return false;
  return !(method === 'single-sign-on' && factorAt);
}
