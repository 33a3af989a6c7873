import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Outcome } from '../errors.ts';
import type { AssignmentInput } from './input.ts';
import { type Moved, moveCases, unlessNoneMoved } from './move-cases.ts';

/**
 * Hands cases and their clocks to a colleague. Closed cases and those already theirs stay as they are; a restricted one
 * goes to somebody named on it, or who is named with it.
 */
export async function assignCases(
  unit: UnitOfWork<UserActor>,
  { caseIds, ownerId, nameOwner, reason }: AssignmentInput,
): Promise<Outcome<Moved>> {
  const placements = [...new Set(caseIds)].map((caseId) => ({ caseId, ownerId }));
  return unlessNoneMoved(await moveCases(unit, placements, { reason, namesOwner: nameOwner, fromId: null }));
}
