import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { withdrawStandingProposal } from '../retention/repository.ts';
import type { ReopeningInput } from './input.ts';
import { loadCase } from './load-case.ts';
import { reopenCaseRow } from './repository.ts';

/**
 * Reopens a closed case with a reason; its clocks run on as if they had never stopped, and whoever put it forward for
 * erasure would have to decide anew.
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
  await reopenCaseRow(unit, record.id, { reopenedBy: unit.actor.userId, reopenReason: input.reason });
  unit.record({
    event: 'case.reopened',
    caseId: record.id,
    caseVersion: record.version + 1,
    changes: [{ field: 'outcome', from: record.outcome, to: null }],
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
