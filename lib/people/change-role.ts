import type { UserActor } from '../access/actor.ts';
import { endSessionsOf } from '../access/end-sessions.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { RoleInput } from './input.ts';
import { countCasesLedAlone, lockPerson, setRole } from './repository.ts';
import { lastLeaderViolations, roleViolations } from './rules.ts';

/** Gives a person another role. Their sessions end, so that nothing opened under the former role stays open. */
export async function changeRole(
  unit: UnitOfWork<UserActor>,
  { personId, role, reason }: RoleInput,
): Promise<Outcome<{ personId: string }>> {
  const { person, otherAdministratorCount } = await lockPerson(unit, personId);
  if (!person) return notFound;
  const violations = [
    ...roleViolations(person, role, unit.actor, otherAdministratorCount),
    ...lastLeaderViolations(person, role, await countCasesLedAlone(unit, personId)),
  ];
  if (violations.length > 0) return refuse(...violations);
  await setRole(unit, personId, role);
  await endSessionsOf(unit, personId, 'role-changed');
  unit.record({
    event: 'person.role-changed',
    subjectId: personId,
    changes: [{ field: 'role', from: person.role, to: role }],
    reason,
  });
  return done({ personId });
}
