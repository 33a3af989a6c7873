import { changedFields } from '../audit/events.ts';
import { type CaseRecord, currentGrievance, type PlanDecision } from '../cases/case-record.ts';
import { onDatedRecord, recorded } from '../date-documents/on-dated-record.ts';
import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { type Outcome, refuse } from '../errors.ts';
import type { PlanDecisionInput } from './input.ts';
import { insertPlanDecision, type PlanDecisionEntry, planDecisionEntry } from './repository.ts';
import { answerViolation, PLAN_DECISION_FIELDS_BY_FACT } from './rules.ts';

/** Logs the plan's answer to the current grievance. A late answer is recorded as late, never refused. */
export const logPlanDecision = (
  unit: UnitOfWork,
  input: PlanDecisionInput,
): Promise<Outcome<{ caseId: string }>> =>
  onDatedRecord(
    unit,
    input,
    'plan-decision',
    shownDates(input, ['letterOn', 'receivedOn']),
    async (record) => {
      const misplaced = answerViolation(record);
      if (misplaced) return refuse(misplaced);
      const entry = planDecisionEntry(input);
      const violations = dateViolations(
        withDecision(record, entry),
        unit.today,
        PLAN_DECISION_FIELDS_BY_FACT,
      );
      if (violations.length > 0) return refuse(...violations);
      const grievance = currentGrievance(record);
      if (!grievance) throw new Error('a grievance vanished after it was checked');
      const subjectId = await insertPlanDecision(unit, record.id, grievance.id, entry);
      unit.record({
        event: 'plan-decision.logged',
        caseId: record.id,
        caseVersion: record.version + 1,
        subjectId,
        changes: changedFields({}, entry),
      });
      return recorded(subjectId);
    },
  );

function withDecision(record: CaseRecord, entry: PlanDecisionEntry): CaseRecord {
  const last = record.grievances.length - 1;
  return {
    ...record,
    grievances: record.grievances.map((grievance, index) =>
      index === last ? { ...grievance, decision: entry as PlanDecision } : grievance,
    ),
  };
}
