import type { UserActor } from '../access/actor.ts';
import { endSessionsOf } from '../access/end-sessions.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { PersonChoice } from './input.ts';
import { lockPerson } from './repository.ts';
import { noSessions } from './rules.ts';

/** Signs a person out everywhere. They can sign in again. */
export async function endSessions(
  unit: UnitOfWork<UserActor>,
  { personId }: PersonChoice,
): Promise<Outcome<{ personId: string }>> {
  const { person } = await lockPerson(unit, personId);
  if (!person) return notFound;
  if ((await endSessionsOf(unit, personId, 'revoked')) === 0) return refuse(noSessions);
  return done({ personId });
}
