import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { listRestricted, namePeople } from '../restrictions/repository.ts';
import { hasLeaderBesides, ownerNotNamed, ownerWouldLeadAlone } from '../restrictions/rules.ts';
import type { AssignmentInput } from './input.ts';
import { loadCase } from './load-case.ts';
import { assignCase, findActivePerson } from './repository.ts';
import { unsuitableOwner } from './rules.ts';

/**
 * Hands cases and their clocks to a colleague, all of them or none. Closed cases and those already theirs stay as they
 * are; a restricted one goes to somebody named on it, or who is named with it.
 */
export async function assignCases(
  unit: UnitOfWork<UserActor>,
  input: AssignmentInput,
): Promise<Outcome<{ movedCount: number }>> {
  const owner = await findActivePerson(unit, input.ownerId);
  if (!owner || owner.role === 'reviewer') return refuse(unsuitableOwner);
  const restricted = await listRestricted(unit, input.caseIds);
  let movedCount = 0;
  // Sorted, so that two people moving the same cases wait for each other instead of deadlocking.
  for (const caseId of input.caseIds.toSorted()) {
    const loaded = await loadCase(unit, caseId);
    if (!loaded.ok) return loaded;
    const { record } = loaded;
    if (record.closedAt || record.ownerId === owner.id) continue;
    const named = restricted.get(caseId);
    const isNew = named !== undefined && !named.some(({ id }) => id === owner.id);
    if (isNew && !input.nameOwner) return refuse(ownerNotNamed);
    if (named && !hasLeaderBesides(named, owner.id)) return refuse(ownerWouldLeadAlone);
    if (isNew) await namePeople(unit, caseId, [owner.id], unit.actor.userId);
    await assignCase(unit, caseId, owner.id);
    unit.record({
      event: 'case.assigned',
      caseId,
      caseVersion: record.version + 1,
      changes: [
        { field: 'ownerId', from: record.ownerId, to: owner.id },
        ...(isNew ? [{ field: 'namedId', from: null, to: owner.id }] : []),
      ],
      reason: input.reason,
    });
    movedCount += 1;
  }
  if (movedCount === 0)
    return refuse({
      field: 'ownerId',
      message: 'Nothing moved: the chosen cases are closed, or already with this colleague.',
      remedy: 'Choose another colleague or other cases.',
    });
  return done({ movedCount });
}
