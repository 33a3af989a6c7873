import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { HoldInput } from './input.ts';
import { insertHold, lockKept, withdrawStandingProposal } from './repository.ts';
import { heldAlready } from './rules.ts';

/** Keeps a case beyond its time until the hold is released; a standing proposal to erase it ends with that. */
export async function placeHold(
  unit: UnitOfWork<UserActor>,
  { caseId, reason }: HoldInput,
): Promise<Outcome<{ caseId: string }>> {
  const kept = await lockKept(unit, caseId);
  if (!kept) return notFound;
  if (kept.isHeld) return refuse(heldAlready);
  await insertHold(unit, { caseId, reason, placedBy: unit.actor.userId });
  unit.record({
    event: 'case.held',
    caseId,
    changes: [{ field: 'hold', from: null, to: 'standing' }],
    reason,
  });
  if (kept.proposedBy) {
    await withdrawStandingProposal(unit, caseId, unit.actor.userId);
    unit.record({ event: 'erasure.withdrawn', caseId, reason });
  }
  return done({ caseId });
}
