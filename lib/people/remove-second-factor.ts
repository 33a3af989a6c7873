import type { UserActor } from '../access/actor.ts';
import { endSessionsOf } from '../access/end-sessions.ts';
import { clearFactor, forgetTries, replaceRecoveryCodes } from '../access/repository.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { ReasonedInput } from './input.ts';
import { lockPerson } from './repository.ts';
import { noSecondFactor, ownSecondFactor } from './rules.ts';

/** What is to be told to the person whose factor was removed. */
export type RemovedFactor = {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly officeId: string;
  readonly removedBy: string;
};

/** Removes the authenticator and the recovery codes of somebody who lost them, and ends their sessions. */
export async function removeSecondFactor(
  unit: UnitOfWork<UserActor>,
  { personId, reason }: ReasonedInput,
): Promise<Outcome<RemovedFactor>> {
  const { person } = await lockPerson(unit, personId);
  if (!person) return notFound;
  if (personId === unit.actor.userId) return refuse(ownSecondFactor);
  if (!(await clearFactor(unit.tx, personId))) return refuse(noSecondFactor);
  await replaceRecoveryCodes(unit, personId, []);
  await forgetTries(unit.tx, 'second factor', { userId: personId, email: person.email });
  await endSessionsOf(unit, personId, 'factor-changed');
  unit.record({ event: 'second-factor.removed', subjectId: personId, reason });
  const { id, name, email } = person;
  return done({ person: { id, name, email }, officeId: unit.actor.officeId, removedBy: unit.actor.name });
}
