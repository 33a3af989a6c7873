import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome } from '../errors.ts';
import type { ErasureProposalInput } from './input.ts';
import { lockKept, withdrawStandingProposal } from './repository.ts';

/** Takes a case back from the list of those to be erased, so that it is kept; any leader may, and repeating it changes nothing. */
export async function withdrawErasure(
  unit: UnitOfWork<UserActor>,
  { caseId, reason }: ErasureProposalInput,
): Promise<Outcome<{ caseId: string }>> {
  const kept = await lockKept(unit, caseId);
  if (!kept) return notFound;
  await withdrawStandingProposal(unit, caseId, unit.actor.userId);
  unit.record({
    event: 'erasure.withdrawn',
    caseId,
    changes: kept.proposedBy ? [{ field: 'erasure', from: 'proposed', to: null }] : [],
    reason,
  });
  return done({ caseId });
}
