import { createHmac } from 'node:crypto';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done } from '../errors.ts';
import type { ProofAnswer, Showing } from './check-proof.ts';
import { endSessionsOf } from './end-sessions.ts';
import { recordHeldOff } from './held-off.ts';
import { keyFor } from './keys.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { authenticatorSecret, stepOfCode } from './one-time-code.ts';
import { type OpenedSession, sessionOpened } from './open-session.ts';
import type { Access } from './queries.ts';
import { putFactor, renewSession } from './repository.ts';
import { sealSecret } from './sealed-secret.ts';
import { factorBucket, forgiveTries, rememberPlace, takeTry } from './throttle.ts';

const SECRET_BYTES = 20;

/**
 * The secret offered to this session for an authenticator: the same each time the page is shown, so that what was scanned
 * stays right through a mistyped code, and another one for the next session.
 */
export function offeredSecret({ sessionId, actor, facts }: Access): string {
  const made = `${actor.userId} ${sessionId} ${facts.hasFactor}`;
  const bytes = createHmac('sha256', keyFor('set-up')).update(made).digest();
  return authenticatorSecret(bytes.subarray(0, SECRET_BYTES));
}

export type SetUpAuthenticator = {
  readonly session: OpenedSession;
  readonly recoveryCodes: readonly string[];
};

/**
 * Adds the offered authenticator, or puts it in the place of the former one, once it has shown a code. The person's other
 * sessions end, this one gets a new id, and new recovery codes are made.
 */
export async function setUpAuthenticator(
  { db, access, caller, now }: Showing,
  code: string,
): Promise<ProofAnswer<SetUpAuthenticator>> {
  const { userId, officeId } = access.actor;
  const buckets = [factorBucket(userId)];
  const { heldFor, beginsHold } = await takeTry(db, buckets);
  if (heldFor > 0) return { ok: false, heldFor };
  const secret = offeredSecret(access);
  const step = stepOfCode(secret, code, now);
  if (step === null) {
    if (beginsHold) await recordHeldOff(db, access.actor, caller.address, now);
    return { ok: false, heldFor: 0 };
  }
  const set = await inUnitOfWork(db, access.actor, now, async (unit) => {
    await putFactor(unit, userId, sealSecret(keyFor('second factor'), secret, userId), step, now);
    const sessionId = await renewSession(unit.tx, access.sessionId, now);
    if (!sessionId) throw new Error('the session ended while an authenticator was added');
    unit.record({ event: 'second-factor.added', subjectId: userId });
    if (access.state === 'set-up-owed')
      unit.record(
        sessionOpened(userId, { ...caller, method: `${access.facts.method} and new authenticator` }),
      );
    await endSessionsOf(unit, userId, 'factor-changed', { except: sessionId });
    const recoveryCodes = await makeRecoveryCodes(unit);
    return done({ session: { sessionId, officeId, userId, owes: 'nothing' } as const, recoveryCodes });
  });
  if (!set.ok) throw new Error('an authenticator could not be added');
  await forgiveTries(db, buckets);
  await rememberPlace(db, access.email.toLowerCase(), caller.address);
  return set;
}
