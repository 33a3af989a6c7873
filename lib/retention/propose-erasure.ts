import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { ErasureProposalInput } from './input.ts';
import { insertProposal, lockKept } from './repository.ts';
import { keepingViolation, proposedAlready } from './rules.ts';

/** Puts a case whose time of keeping is over forward for erasure; another person decides on it. */
export async function proposeErasure(
  unit: UnitOfWork<UserActor>,
  { caseId, reason }: ErasureProposalInput,
): Promise<Outcome<{ caseId: string }>> {
  const kept = await lockKept(unit, caseId);
  if (!kept) return notFound;
  const violation = keepingViolation(kept, unit.today) ?? (kept.proposedBy ? proposedAlready : null);
  if (violation) return refuse(violation);
  await insertProposal(unit, { caseId, reason, proposedBy: unit.actor.userId });
  unit.record({
    event: 'erasure.proposed',
    caseId,
    changes: [{ field: 'erasure', from: null, to: 'proposed' }],
    reason,
  });
  return done({ caseId });
}
