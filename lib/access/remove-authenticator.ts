import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { UserActor } from './actor.ts';
import { endSessionsOf } from './end-sessions.ts';
import { clearFactor, replaceRecoveryCodes } from './repository.ts';

/**
 * Takes a person's authenticator and recovery codes away and ends their sessions, save the one given. Whoever must have
 * one is led to set up another at the next sign-in. False when there was none.
 */
export async function removeAuthenticator(
  unit: UnitOfWork<UserActor>,
  userId: string,
  exceptSession?: string,
): Promise<boolean> {
  if (!(await clearFactor(unit.tx, userId))) return false;
  await replaceRecoveryCodes(unit, userId, []);
  unit.record({ event: 'second-factor.removed', subjectId: userId });
  await endSessionsOf(unit, userId, 'factor-changed', exceptSession ? { except: exceptSession } : {});
  return true;
}
