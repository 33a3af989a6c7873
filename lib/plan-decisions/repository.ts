import { eq } from 'drizzle-orm';
import type { PlanDecision } from '../cases/case-record.ts';
import { planDecisions } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateSourcesOf } from '../input-fields.ts';
import type { PlanDecisionInput } from './input.ts';

export type PlanDecisionEntry = Pick<
  PlanDecision,
  'outcome' | 'letterOn' | 'receivedOn' | 'note' | 'dateSources'
>;

export function planDecisionEntry(input: PlanDecisionInput): PlanDecisionEntry {
  const { outcome, letterOn, receivedOn, note } = input;
  return { outcome, letterOn, receivedOn, note, dateSources: dateSourcesOf({ letterOn, receivedOn }, input) };
}

export async function insertPlanDecision(
  unit: UnitOfWork,
  caseId: string,
  grievanceId: string,
  entry: PlanDecisionEntry,
): Promise<string> {
  const [row] = await unit.tx
    .insert(planDecisions)
    .values({ officeId: unit.actor.officeId, caseId, grievanceId, createdAt: unit.now, ...entry })
    .returning({ id: planDecisions.id });
  if (!row) throw new Error('a plan decision was not stored');
  return row.id;
}

export async function updatePlanDecision(
  unit: UnitOfWork,
  id: string,
  entry: PlanDecisionEntry,
): Promise<void> {
  await unit.tx.update(planDecisions).set(entry).where(eq(planDecisions.id, id));
}
