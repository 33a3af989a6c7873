import type { Database } from '../db/client.ts';
import { inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { done } from '../errors.ts';
import { endSessionsOf } from './end-sessions.ts';
import { findAccount } from './queries.ts';
import { beforeAnyOffice, clearFactor, forgetTries, replaceRecoveryCodes } from './repository.ts';

const BY_COMMAND = 'At the command line of the server.';

/** Forgets the wrong tries at a person's password and second factor, so that the next right one counts at once. */
export async function releaseTries(
  unit: UnitOfWork,
  person: { readonly userId: string; readonly email: string },
  reason = '',
): Promise<void> {
  await forgetTries(unit.tx, 'password', person);
  await forgetTries(unit.tx, 'second factor', person);
  unit.record({ event: 'sign-in.released', subjectId: person.userId, reason });
}

/**
 * For whoever runs the server: lets a person try again and, asked to, takes their second factor away, as when the last
 * administrator lost it. False when no account has that e-mail.
 */
export async function letBackIn(
  db: Database,
  email: string,
  { withoutFactor }: { readonly withoutFactor: boolean },
  now: Date,
): Promise<boolean> {
  const account = await beforeAnyOffice(db, (tx) => findAccount(tx, email.trim().toLowerCase()));
  if (!account) return false;
  const { userId, officeId } = account;
  await inUnitOfWork(db, { kind: 'system', officeId, name: 'command line' }, now, async (unit) => {
    await releaseTries(unit, { userId, email: email.trim() }, BY_COMMAND);
    if (withoutFactor && (await clearFactor(unit.tx, userId))) {
      await replaceRecoveryCodes(unit, userId, []);
      unit.record({ event: 'second-factor.removed', subjectId: userId, reason: BY_COMMAND });
      await endSessionsOf(unit, userId, 'factor-changed');
    }
    return done(null);
  });
  return true;
}
