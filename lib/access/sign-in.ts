import type { Database } from '../db/client.ts';
import { recordHeldOff } from './held-off.ts';
import { noteRefusal } from './note-refusal.ts';
import { type Caller, type OpenedSession, openSession } from './open-session.ts';
import { hashPassword, isOutdatedHash, passwordMatches } from './password.ts';
import { normalizedPassword } from './password-rules.ts';
import { findAccount } from './queries.ts';
import { beforeAnyOffice, insideOffice, renewPasswordHash } from './repository.ts';
import { forgiveTries, rememberPlace, signInBuckets, takeTry } from './throttle.ts';

export type SignInAnswer =
  | { readonly ok: true; readonly session: OpenedSession }
  /** Says nothing of why: an unknown account and a wrong password look and cost the same. */
  | { readonly ok: false; readonly heldFor: number; readonly afterwards: () => Promise<void> };

/**
 * Signs somebody in by e-mail and password. Whatever is wrong, the database is asked the same questions and one password
 * is verified, or none while tries are held off; what only a known account has to have recorded is left to `afterwards`, once the answer is out.
 */
export async function signIn(
  db: Database,
  given: { readonly email: string; readonly password: string },
  caller: Caller,
  now: Date,
): Promise<SignInAnswer> {
  const email = given.email.trim().toLowerCase();
  const password = normalizedPassword(given.password);
  const buckets = await signInBuckets(db, email, caller.address);
  const { heldFor, beginsHold } = await takeTry(db, buckets);
  const account = await beforeAnyOffice(db, (tx) => findAccount(tx, email));
  const isRight = heldFor === 0 && (await passwordMatches(account?.passwordHash ?? null, password));
  if (!isRight || !account || account.deactivatedAt) {
    const takeDown = async () => {
      noteRefusal({ what: 'password', account: email, from: caller.address, heldFor });
      if (account && beginsHold) await recordHeldOff(db, account, caller.address, now);
    };
    return { ok: false, heldFor, afterwards: takeDown };
  }
  const { userId, officeId, passwordHash } = account;
  await forgiveTries(db, buckets);
  if (passwordHash && isOutdatedHash(passwordHash)) {
    const renewed = await hashPassword(password);
    await insideOffice(db, officeId, (tx) => renewPasswordHash(tx, userId, passwordHash, renewed));
  }
  const session = await openSession(db, { userId, officeId }, { method: 'password' }, caller, now);
  if (session.owes === 'nothing') await rememberPlace(db, email, caller.address);
  return { ok: true, session };
}
