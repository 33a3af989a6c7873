import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { HoldInput } from './input.ts';
import { lockKept, releaseStandingHold } from './repository.ts';
import { notHeld } from './rules.ts';

/** Ends a case's legal hold; its time of keeping counts again as if there had been none. */
export async function releaseHold(
  unit: UnitOfWork<UserActor>,
  { caseId, reason }: HoldInput,
): Promise<Outcome<{ caseId: string }>> {
  const kept = await lockKept(unit, caseId);
  if (!kept) return notFound;
  if (!kept.isHeld) return refuse(notHeld);
  await releaseStandingHold(unit, caseId, { releasedBy: unit.actor.userId, releaseReason: reason });
  unit.record({
    event: 'case.hold-released',
    caseId,
    changes: [{ field: 'hold', from: 'standing', to: null }],
    reason,
  });
  return done({ caseId });
}
