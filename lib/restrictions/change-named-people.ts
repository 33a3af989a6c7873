import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import { loadCase } from '../cases/load-case.ts';
import { NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { NamedPeopleInput } from './input.ts';
import { findRestriction, listCaseworkersAmong, replaceNamedPeople } from './repository.ts';
import { namedForCoverOnly, namedIdsOf, namedPeopleViolations, notRestricted } from './rules.ts';

/**
 * Decides anew who may know of a restricted case. Nobody takes themselves off: the record of it would be hidden from
 * the one who made it.
 */
export async function changeNamedPeople(
  unit: UnitOfWork<UserActor>,
  { caseId, version, namedIds: chosenIds, reason }: NamedPeopleInput,
): Promise<Outcome<{ caseId: string }>> {
  const loaded = await loadCase(unit, caseId, version);
  if (!loaded.ok) return loaded;
  const restriction = await findRestriction(unit, caseId);
  if (!restriction) return refuse(notRestricted);
  const { userId } = unit.actor;
  if (!restriction.namedIds.includes(userId)) return refuse(namedForCoverOnly);
  const { record } = loaded;
  const [owner] = record.ownerId ? await listCaseworkersAmong(unit, [record.ownerId]) : [];
  const namedIds = namedIdsOf(chosenIds, userId, owner ?? null);
  const violations = namedPeopleViolations(
    namedIds,
    await listCaseworkersAmong(unit, namedIds),
    record.ownerId,
  );
  if (violations.length > 0) return refuse(...violations);
  const changes = changedFields(
    { namedIds: restriction.namedIds.toSorted() },
    { namedIds: namedIds.toSorted() },
  );
  if (changes.length === 0) return refuse(NOTHING_CHANGED);
  await replaceNamedPeople(unit, caseId, namedIds, userId);
  unit.record({
    event: 'case.restriction-changed',
    caseId,
    caseVersion: record.version + 1,
    changes,
    reason,
  });
  return done({ caseId });
}
