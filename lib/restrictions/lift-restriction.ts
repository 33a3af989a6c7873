import type { UserActor } from '../access/actor.ts';
import { loadCase } from '../cases/load-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { LiftingInput } from './input.ts';
import { deleteRestriction, findRestriction } from './repository.ts';
import { namedForCoverOnly, notRestricted } from './rules.ts';

/** The case is the whole office's again, with everything its record says of the time it was restricted. */
export async function liftRestriction(
  unit: UnitOfWork<UserActor>,
  { caseId, version, reason }: LiftingInput,
): Promise<Outcome<{ caseId: string }>> {
  const loaded = await loadCase(unit, caseId, version);
  if (!loaded.ok) return loaded;
  const restriction = await findRestriction(unit, caseId);
  if (!restriction) return refuse(notRestricted);
  if (!restriction.namedIds.includes(unit.actor.userId)) return refuse(namedForCoverOnly);
  await deleteRestriction(unit, caseId);
  unit.record({
    event: 'case.restriction-lifted',
    caseId,
    caseVersion: loaded.record.version + 1,
    changes: [{ field: 'ground', from: restriction.ground, to: null }],
    reason,
  });
  return done({ caseId });
}
