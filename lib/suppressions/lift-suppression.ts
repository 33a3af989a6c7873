import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { LiftSuppressionInput } from './input.ts';
import { endSuppression, lockSuppression } from './repository.ts';
import { liftViolation } from './rules.ts';

/** Lets mail go to an address again. The record does not name the address: it would outlive the client's erasure. */
export async function liftSuppression(
  unit: UnitOfWork<UserActor>,
  { suppressionId, reason }: LiftSuppressionInput,
): Promise<Outcome<{ suppressionId: string }>> {
  const suppression = await lockSuppression(unit, suppressionId);
  if (!suppression) return notFound;
  const violation = liftViolation(suppression);
  if (violation) return refuse(violation);
  await endSuppression(unit, suppressionId, { liftedBy: unit.actor.userId, liftReason: reason });
  unit.record({
    event: 'suppression.lifted',
    subjectId: suppressionId,
    changes: [
      { field: 'ground', from: suppression.ground, to: null },
      { field: 'scope', from: suppression.scope, to: null },
    ],
    reason,
  });
  return done({ suppressionId });
}
