import type { UserActor } from '../access/actor.ts';
import { releaseTries } from '../access/let-back-in.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome } from '../errors.ts';
import type { PersonChoice } from './input.ts';
import { lockPerson } from './repository.ts';

/** Lets a person of the office try to sign in again who is held off after wrong tries. */
export async function releaseHold(
  unit: UnitOfWork<UserActor>,
  { personId }: PersonChoice,
): Promise<Outcome<{ personId: string }>> {
  const { person } = await lockPerson(unit, personId);
  if (!person) return notFound;
  await releaseTries(unit, { userId: personId, email: person.email });
  return done({ personId });
}
