import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { DeactivationInput } from './input.ts';
import { deactivate, lockPerson } from './repository.ts';
import { deactivationViolations } from './rules.ts';

/** Ends a person's access at once: their sessions with it. What they did and the cases they own stay as they are. */
export async function deactivatePerson(
  unit: UnitOfWork<UserActor>,
  { personId, reason }: DeactivationInput,
): Promise<Outcome<{ personId: string }>> {
  const { person, otherAdministratorCount } = await lockPerson(unit, personId);
  if (!person) return notFound;
  const violations = deactivationViolations(person, unit.actor, otherAdministratorCount);
  if (violations.length > 0) return refuse(...violations);
  await deactivate(unit, personId);
  unit.record({
    event: 'person.deactivated',
    subjectId: personId,
    changes: [{ field: 'deactivatedAt', from: null, to: unit.now }],
    reason,
  });
  return done({ personId });
}
