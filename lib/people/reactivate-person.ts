import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { ReasonedInput } from './input.ts';
import { lockPerson, setDeactivated } from './repository.ts';
import { reactivationViolations } from './rules.ts';

/** Gives a former colleague their access back, with the role, the password and the second factor they had. */
export async function reactivatePerson(
  unit: UnitOfWork<UserActor>,
  { personId, reason }: ReasonedInput,
): Promise<Outcome<{ personId: string }>> {
  const { person } = await lockPerson(unit, personId);
  if (!person) return notFound;
  const violations = reactivationViolations(person);
  if (violations.length > 0) return refuse(...violations);
  await setDeactivated(unit, personId, null);
  unit.record({
    event: 'person.reactivated',
    subjectId: personId,
    changes: [{ field: 'deactivatedAt', from: person.deactivatedAt, to: null }],
    reason,
  });
  return done({ personId });
}
