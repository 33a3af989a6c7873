import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { PlanInput } from './input.ts';
import { insertPlan } from './repository.ts';
import { takenName } from './rules.ts';

/** Adds a health plan to the office's directory; its lines follow. */
export async function addPlan(unit: UnitOfWork, input: PlanInput): Promise<Outcome<{ planId: string }>> {
  const planId = await insertPlan(unit, input);
  if (!planId) return refuse(takenName('plan', input.name));
  unit.record({ event: 'plan.added', subjectId: planId, changes: changedFields({}, input) });
  return done({ planId });
}
