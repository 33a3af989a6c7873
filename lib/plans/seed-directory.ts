import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import { CALIFORNIA_PLANS } from './california-plans.ts';
import { insertPlan, insertPlanLine } from './repository.ts';

/** Gives an office the directory it starts with. Plans it has by that name stay as they are, so it can run again. */
export async function seedDirectory(
  unit: UnitOfWork,
): Promise<Outcome<{ planCount: number; lineCount: number }>> {
  let planCount = 0;
  let lineCount = 0;
  for (const { name, note = '', lines } of CALIFORNIA_PLANS) {
    const plan = { name, note, phone: '', grievanceAddress: '', grievanceFax: '' };
    const planId = await insertPlan(unit, plan);
    if (!planId) continue;
    planCount += 1;
    unit.record({ event: 'plan.added', subjectId: planId, changes: changedFields({}, plan) });
    for (const line of lines) {
      const lineId = await insertPlanLine(unit, planId, { ...line, verifiedOn: null });
      if (!lineId) continue;
      lineCount += 1;
      unit.record({ event: 'plan-line.added', subjectId: lineId, changes: changedFields({}, line) });
    }
  }
  return done({ planCount, lineCount });
}
