import type { UnitOfWork } from '../db/unit-of-work.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { CaseRecord } from './case-record.ts';
import { loadCase } from './load-case.ts';
import { saveSearchTerms } from './repository.ts';
import { closedCaseViolation } from './rules.ts';

export type CaseRef = { readonly caseId: string; readonly version?: number | undefined };

/**
 * The frame of every command on a case: lock it, refuse when it is closed or was changed meanwhile, let `work` decide
 * and write, then recompute the clocks.
 */
export async function onOpenCase(
  unit: UnitOfWork,
  { caseId, version }: CaseRef,
  work: (record: CaseRecord) => Promise<Outcome<unknown>>,
): Promise<Outcome<{ caseId: string }>> {
  const loaded = await loadCase(unit, caseId, version);
  if (!loaded.ok) return loaded;
  const closed = closedCaseViolation(loaded.record);
  if (closed) return refuse(closed);
  const outcome = await work(loaded.record);
  if (!outcome.ok) return outcome;
  await saveSearchTerms(unit, await syncDeadlines(unit, caseId));
  return done({ caseId });
}
