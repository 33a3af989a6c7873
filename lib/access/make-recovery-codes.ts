import { inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { done } from '../errors.ts';
import type { UserActor } from './actor.ts';
import type { ProofAnswer, Showing } from './check-proof.ts';
import { hashPassword } from './password.ts';
import { canonicalRecoveryCode, newRecoveryCode, RECOVERY_CODE_COUNT } from './recovery-code.ts';
import { replaceRecoveryCodes } from './repository.ts';

/** Makes new recovery codes in the place of all former ones. They are told here and never again: only hashes are kept. */
export async function makeRecoveryCodes(unit: UnitOfWork<UserActor>): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODE_COUNT }, newRecoveryCode);
  const hashes: string[] = [];
  // One after the other: each takes 19 MiB while it is made.
  for (const code of codes) hashes.push(await hashPassword(canonicalRecoveryCode(code)));
  await replaceRecoveryCodes(unit, unit.actor.userId, hashes);
  unit.record({ event: 'recovery-codes.made', subjectId: unit.actor.userId });
  return codes;
}

/** The same at the wish of somebody who has an authenticator; without one there is nothing to recover. */
export async function makeOwnRecoveryCodes({
  db,
  access,
  now,
}: Showing): Promise<ProofAnswer<readonly string[]>> {
  if (!access.facts.hasFactor) return { ok: false, heldFor: 0 };
  const made = await inUnitOfWork(db, access.actor, now, async (unit) => done(await makeRecoveryCodes(unit)));
  return made.ok ? made : { ok: false, heldFor: 0 };
}
