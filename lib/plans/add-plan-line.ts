import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { PlanLineInput } from './input.ts';
import { insertPlanLine, lockPlan } from './repository.ts';
import { planLineViolations, takenName } from './rules.ts';

/** Adds a line to a plan: what it sells under which program, and who regulates that. */
export async function addPlanLine(
  unit: UnitOfWork,
  { planId, ...entry }: PlanLineInput,
): Promise<Outcome<{ planId: string; lineId: string }>> {
  const plan = await lockPlan(unit, planId);
  if (!plan) return notFound;
  const violations = planLineViolations(entry, unit.today);
  if (violations.length > 0) return refuse(...violations);
  const lineId = await insertPlanLine(unit, planId, entry);
  if (!lineId) return refuse(takenName('line', entry.name));
  unit.record({ event: 'plan-line.added', subjectId: lineId, changes: changedFields({}, entry) });
  return done({ planId, lineId });
}
