import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import { loadCase } from '../cases/load-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { RestrictionInput } from './input.ts';
import { findRestriction, insertRestriction, listCaseworkersAmong } from './repository.ts';
import { alreadyRestricted, namedIdsOf, namedPeopleViolations } from './rules.ts';

/** From here on the case exists for named people only: whoever restricts it, its owner and the colleagues chosen. */
export async function restrictCase(
  unit: UnitOfWork<UserActor>,
  { caseId, version, ground, reason, namedIds: chosenIds }: RestrictionInput,
): Promise<Outcome<{ caseId: string }>> {
  const loaded = await loadCase(unit, caseId, version);
  if (!loaded.ok) return loaded;
  if (await findRestriction(unit, caseId)) return refuse(alreadyRestricted);
  const { userId } = unit.actor;
  const { record } = loaded;
  const [owner] = record.ownerId ? await listCaseworkersAmong(unit, [record.ownerId]) : [];
  const namedIds = namedIdsOf(chosenIds, userId, owner ?? null);
  const violations = namedPeopleViolations(
    namedIds,
    await listCaseworkersAmong(unit, namedIds),
    record.ownerId,
  );
  if (violations.length > 0) return refuse(...violations);
  await insertRestriction(unit, caseId, { ground, reason, namedIds, restrictedBy: userId });
  unit.record({
    event: 'case.restricted',
    caseId,
    caseVersion: record.version + 1,
    changes: changedFields({}, { ground, namedIds }),
    reason,
  });
  return done({ caseId });
}
