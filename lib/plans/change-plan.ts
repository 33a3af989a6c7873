import { changedFields } from '../audit/events.ts';
import { NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { PlanChangeInput } from './input.ts';
import { lockPlan, planNameIsTaken, updatePlan } from './repository.ts';
import { takenName } from './rules.ts';

/** Changes a plan's name and how it is reached. */
export async function changePlan(
  unit: UnitOfWork,
  { planId, ...entry }: PlanChangeInput,
): Promise<Outcome<{ planId: string }>> {
  const plan = await lockPlan(unit, planId);
  if (!plan) return notFound;
  const changes = changedFields(plan, entry);
  if (changes.length === 0) return refuse(NOTHING_CHANGED);
  if (await planNameIsTaken(unit, plan, entry.name)) return refuse(takenName('plan', entry.name));
  await updatePlan(unit, planId, entry);
  unit.record({ event: 'plan.changed', subjectId: planId, changes });
  return done({ planId });
}
