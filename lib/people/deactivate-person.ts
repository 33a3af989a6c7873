import type { UserActor } from '../access/actor.ts';
import { endSessionsOf } from '../access/end-sessions.ts';
import { endFeedOf } from '../calendar-feeds/revoke-feed.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { ReasonedInput } from './input.ts';
import { countCasesLedAlone, lockPerson, setDeactivated, withdrawLinks } from './repository.ts';
import { deactivationViolations, lastLeaderViolations } from './rules.ts';

/** Ends a person's access at once: their sessions, links and calendar address with it. What they did and the cases they own stay as they are. */
export async function deactivatePerson(
  unit: UnitOfWork<UserActor>,
  { personId, reason }: ReasonedInput,
): Promise<Outcome<{ personId: string }>> {
  const { person, otherAdministratorCount } = await lockPerson(unit, personId);
  if (!person) return notFound;
  const violations = [
    ...deactivationViolations(person, unit.actor, otherAdministratorCount),
    ...lastLeaderViolations(person, null, await countCasesLedAlone(unit, personId)),
  ];
  if (violations.length > 0) return refuse(...violations);
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
  return done({ personId });
}
