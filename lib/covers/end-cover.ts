import type { UserActor } from '../access/actor.ts';
import { isAfter } from '../calendar/local-date.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { CoverEndInput } from './input.ts';
import { lockCover, markEnded, unnameCover } from './repository.ts';
import { coverOver } from './rules.ts';

/** Calls a cover off before its last day: from this moment it counts for nothing. */
export async function endCover(
  unit: UnitOfWork<UserActor>,
  { arrangementId, reason }: CoverEndInput,
): Promise<Outcome<{ arrangementId: string }>> {
  const cover = await lockCover(unit, arrangementId);
  if (!cover) return notFound;
  if (cover.endedAt || isAfter(unit.today, cover.untilOn)) return refuse(coverOver);
  await markEnded(unit, arrangementId, unit.actor.userId);
  const closed = await unnameCover(unit, cover);
  unit.record({
    event: 'cover.ended',
    subjectId: arrangementId,
    changes: [{ field: 'endedAt', from: null, to: unit.now }],
    reason,
  });
  for (const caseId of closed)
    unit.record({
      event: 'case.restriction-changed',
      caseId,
      changes: [{ field: 'namedId', from: cover.coverId, to: null }],
      reason: 'The cover was called off.',
    });
  return done({ arrangementId });
}
