import type { Database } from '../db/client.ts';
import { inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { done, refuse } from '../errors.ts';
import type { UserActor } from './actor.ts';
import { recordHeldOff } from './held-off.ts';
import { keyFor } from './keys.ts';
import { noteRefusal } from './note-refusal.ts';
import { stepOfCode } from './one-time-code.ts';
import type { Caller } from './open-session.ts';
import { passwordMatches } from './password.ts';
import { normalizedPassword } from './password-rules.ts';
import type { Access } from './queries.ts';
import { canonicalRecoveryCode, looksLikeRecoveryCode } from './recovery-code.ts';
import { listStandingCodes, readFactor, readPasswordHash, takeRecoveryCode, takeStep } from './repository.ts';
import { openSecret } from './sealed-secret.ts';
import { factorBucket, forgiveTries, sessionBucket, takeTry } from './throttle.ts';

/** What somebody shows, inside a session that is there already, to prove that it is them. */
export type Proof = { readonly kind: 'password' | 'code' | 'recovery code'; readonly text: string };

export type ProofAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly heldFor: number };

/** Where a proof is shown: whose session, from where, and the moment. */
export type Showing = {
  readonly db: Database;
  readonly access: Access;
  readonly caller: Caller;
  readonly now: Date;
};

/**
 * Does `work` in the transaction that takes the proof, or nothing when it is wrong. Tries are counted: a person's codes
 * from everywhere together, passwords by the session they are tried in.
 */
export async function onProof<T>(
  { db, access, caller, now }: Showing,
  proof: Proof,
  work: (unit: UnitOfWork<UserActor>) => Promise<T>,
): Promise<ProofAnswer<T>> {
  const { actor, sessionId } = access;
  const buckets = [proof.kind === 'password' ? sessionBucket(sessionId) : factorBucket(actor.userId)];
  const { heldFor, beginsHold } = await takeTry(db, buckets);
  const refused = { what: proof.kind, personId: actor.userId, from: caller.address, heldFor };
  if (heldFor > 0) {
    noteRefusal(refused);
    return { ok: false, heldFor };
  }
  const outcome = await inUnitOfWork(db, actor, now, async (unit) =>
    (await isRight(unit, proof)) ? done(await work(unit)) : refuse(),
  );
  if (!outcome.ok) {
    noteRefusal(refused);
    if (beginsHold) await recordHeldOff(db, actor, caller.address, now);
    return { ok: false, heldFor: 0 };
  }
  await forgiveTries(db, buckets);
  return outcome;
}

async function isRight(unit: UnitOfWork<UserActor>, { kind, text }: Proof): Promise<boolean> {
  switch (kind) {
    case 'password':
      return passwordMatches(await readPasswordHash(unit.tx, unit.actor.userId), normalizedPassword(text));
    case 'code':
      return takesCode(unit, text);
    case 'recovery code':
      return takesRecoveryCode(unit, text);
  }
}

/** A code opens one door once: its half minute, and every one before it, is taken with it. */
async function takesCode(unit: UnitOfWork<UserActor>, text: string): Promise<boolean> {
  const { userId } = unit.actor;
  const factor = await readFactor(unit.tx, userId);
  if (!factor?.confirmedAt) return false;
  const step = stepOfCode(openSecret(keyFor('second factor'), factor.sealedSecret, userId), text, unit.now);
  return step !== null && takeStep(unit.tx, userId, step);
}

async function takesRecoveryCode(unit: UnitOfWork<UserActor>, text: string): Promise<boolean> {
  if (!looksLikeRecoveryCode(text)) return false;
  const { userId } = unit.actor;
  const code = canonicalRecoveryCode(text);
  for (const { id, codeHash } of await listStandingCodes(unit.tx, userId)) {
    if (!(await passwordMatches(codeHash, code))) continue;
    if (!(await takeRecoveryCode(unit.tx, id, unit.now))) return false;
    unit.record({ event: 'recovery-code.used', subjectId: userId });
    return true;
  }
  return false;
}
