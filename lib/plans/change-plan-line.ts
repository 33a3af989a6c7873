import { changedFields } from '../audit/events.ts';
import { loadCase } from '../cases/load-case.ts';
import { correctionViolations, NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { PlanLineChangeInput } from './input.ts';
import { lineNameIsTaken, lockPlanLine, openCasesOnLine, updatePlanLine } from './repository.ts';
import {
  changesTheLaw,
  MOST_CASES_RECOMPUTED,
  planLineViolations,
  takenName,
  tooManyCases,
} from './rules.ts';

/** Changes a line; where that changes the law its cases follow, their clocks are recomputed in the same breath. */
export async function changePlanLine(
  unit: UnitOfWork,
  { lineId, reason, ...entry }: PlanLineChangeInput,
): Promise<Outcome<{ planId: string; recomputedCount: number }>> {
  const line = await lockPlanLine(unit, lineId);
  if (!line) return notFound;
  const changes = changedFields(line, entry);
  if (changes.length === 0) return refuse(NOTHING_CHANGED);
  const isNewLaw = changesTheLaw(line, entry);
  const violations = [
    ...planLineViolations(entry, unit.today),
    ...(isNewLaw ? correctionViolations(changes, reason) : []),
  ];
  if (violations.length > 0) return refuse(...violations);
  if (await lineNameIsTaken(unit, line, entry.name)) return refuse(takenName('line', entry.name));
  const affected = isNewLaw ? await openCasesOnLine(unit, lineId) : [];
  if (affected.length > MOST_CASES_RECOMPUTED) return refuse(tooManyCases(affected.length));

  await updatePlanLine(unit, lineId, entry);
  unit.record({ event: 'plan-line.changed', subjectId: lineId, changes, reason });
  for (const caseId of affected) {
    const loaded = await loadCase(unit, caseId);
    if (!loaded.ok) return loaded;
    await syncDeadlines(unit, caseId);
    unit.record({
      event: 'deadlines.recomputed',
      caseId,
      caseVersion: loaded.record.version + 1,
      subjectId: lineId,
      reason: `The plan’s line was changed. ${reason}`,
    });
  }
  return done({ planId: line.planId, recomputedCount: affected.length });
}
