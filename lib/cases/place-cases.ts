import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Outcome } from '../errors.ts';
import type { PlacementInput } from './input.ts';
import { type Moved, moveCases, unlessNoneMoved } from './move-cases.ts';

/** Hands the chosen cases on in one act, each to the colleague it was placed with. */
export async function placeCases(
  unit: UnitOfWork<UserActor>,
  { caseIds, placements, reason, fromId }: PlacementInput,
): Promise<Outcome<Moved>> {
  const chosen = placements.filter(({ caseId }) => caseIds.includes(caseId));
  return unlessNoneMoved(await moveCases(unit, chosen, { reason, namesOwner: false, fromId }));
}
