import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { listRestricted } from '../restrictions/repository.ts';
import { hasLeaderBesides, ownerWouldLeadAlone } from '../restrictions/rules.ts';
import { withdrawStandingProposal } from '../retention/repository.ts';
import type { CaseRecord } from './case-record.ts';
import type { ReopeningInput } from './input.ts';
import { loadCase } from './load-case.ts';
import { lockOwners, reopenCaseRow } from './repository.ts';

/**
 * Reopens a closed case with a reason; its clocks run on as if they had never stopped, and whoever put it forward for
 * erasure would have to decide anew. Where its owner has left, it comes to whoever reopens it.
 */
export async function reopenCase(
  unit: UnitOfWork<UserActor>,
  input: ReopeningInput,
): Promise<Outcome<{ caseId: string }>> {
  const loaded = await loadCase(unit, input.caseId, input.version);
  if (!loaded.ok) return loaded;
  const { record } = loaded;
  if (!record.closedAt)
    return refuse({ field: null, message: 'This case is open already.', remedy: 'Go back to the case.' });
  const ownerId = await ownerOnReturn(unit, record);
  const isNewOwner = ownerId !== record.ownerId;
  if (isNewOwner) {
    const named = (await listRestricted(unit, [record.id])).get(record.id);
    if (named && ownerId && !hasLeaderBesides(named, ownerId)) return refuse(ownerWouldLeadAlone);
  }
  await reopenCaseRow(
    unit,
    record.id,
    { reopenedBy: unit.actor.userId, reopenReason: input.reason },
    ownerId,
  );
  unit.record({
    event: 'case.reopened',
    caseId: record.id,
    caseVersion: record.version + 1,
    changes: [
      { field: 'outcome', from: record.outcome, to: null },
      ...(isNewOwner ? [{ field: 'ownerId', from: record.ownerId, to: ownerId }] : []),
    ],
    reason: input.reason,
  });
  if (await withdrawStandingProposal(unit, record.id, unit.actor.userId))
    unit.record({
      event: 'erasure.withdrawn',
      caseId: record.id,
      changes: [{ field: 'erasure', from: 'proposed', to: null }],
      reason: input.reason,
    });
  await syncDeadlines(unit, record.id);
  return done({ caseId: record.id });
}

/** An open case never belongs to somebody who cannot work it. */
async function ownerOnReturn(
  unit: UnitOfWork<UserActor>,
  { ownerId }: Pick<CaseRecord, 'ownerId'>,
): Promise<string | null> {
  if (ownerId === null) return null;
  return (await lockOwners(unit, [ownerId])).has(ownerId) ? ownerId : unit.actor.userId;
}
