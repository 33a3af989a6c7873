import type { UserActor } from '../access/actor.ts';
import { endSessionsOf } from '../access/end-sessions.ts';
import { endFeedOf } from '../calendar-feeds/revoke-feed.ts';
import { type Moved, moveCases } from '../cases/move-cases.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { DeactivationInput } from './input.ts';
import { countCasesLedAlone, countOwned, lockPerson, setDeactivated, withdrawLinks } from './repository.ts';
import { deactivationViolations, handoverViolations, lastLeaderViolations } from './rules.ts';

/**
 * Hands a person's open cases on and ends their access, in one act: their sessions, links and calendar address end with
 * it, and what they did keeps their name. Nothing of it is done while an open case would be left with them.
 */
export async function deactivatePerson(
  unit: UnitOfWork<UserActor>,
  { personId, reason, placements }: DeactivationInput,
): Promise<Outcome<{ personId: string } & Pick<Moved, 'movedIds' | 'stays'>>> {
  const takers = placements.map(({ ownerId }) => ownerId);
  const { person, otherAdministratorCount } = await lockPerson(unit, personId, takers);
  if (!person) return notFound;
  const violations = deactivationViolations(person, unit.actor, otherAdministratorCount);
  if (violations.length > 0) return refuse(...violations);
  const moved = await moveCases(unit, placements, { reason, namesOwner: false, fromId: personId });
  if (!moved.ok) return moved;
  const left = [
    ...handoverViolations(await countOwned(unit, personId)),
    ...lastLeaderViolations(person, null, await countCasesLedAlone(unit, personId)),
  ];
  if (left.length > 0) return refuse(...left);
  await setDeactivated(unit, personId, unit.now);
  await withdrawLinks(unit, personId);
  await endSessionsOf(unit, personId, 'deactivated');
  await endFeedOf(unit, personId);
  unit.record({
    event: 'person.deactivated',
    subjectId: personId,
    changes: [{ field: 'deactivatedAt', from: null, to: unit.now }],
    reason,
  });
  const { movedIds, stays } = moved.value;
  return done({ personId, movedIds, stays });
}
