import { changedFields } from '../audit/events.ts';
import { correctionViolations } from '../cases/rules.ts';
import { onDatedRecord, recorded, unchanged } from '../date-documents/on-dated-record.ts';
import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { notFound, type Outcome, refuse } from '../errors.ts';
import type { PlanDecisionInput } from './input.ts';
import { planDecisionEntry, updatePlanDecision } from './repository.ts';
import { PLAN_DECISION_FIELDS_BY_FACT } from './rules.ts';

/** Corrects a logged decision, with a reason; the former values stay in the record. */
export const correctPlanDecision = (
  unit: UnitOfWork,
  input: PlanDecisionInput,
): Promise<Outcome<{ caseId: string }>> =>
  onDatedRecord(
    unit,
    input,
    'plan-decision',
    shownDates(input, ['letterOn', 'receivedOn']),
    async (record) => {
      const index = record.grievances.findIndex(({ decision }) => decision?.id === input.decisionId);
      const grievance = record.grievances[index];
      const former = grievance?.decision;
      if (!former) return notFound;
      const entry = planDecisionEntry(input);
      const changes = changedFields(former, entry);
      if (changes.length === 0) return unchanged(former.id);
      // Only the last grievance is read as the case's, so an earlier one is judged as if it still were the last.
      const asTheLast = {
        ...record,
        grievances: [
          ...record.grievances.slice(0, index),
          { ...grievance, decision: { ...former, ...entry } },
        ],
      };
      const violations = [
        ...correctionViolations(changes, input.reason),
        ...dateViolations(asTheLast, unit.today, PLAN_DECISION_FIELDS_BY_FACT),
      ];
      if (violations.length > 0) return refuse(...violations);
      await updatePlanDecision(unit, former.id, entry);
      unit.record({
        event: 'plan-decision.corrected',
        caseId: record.id,
        caseVersion: record.version + 1,
        subjectId: former.id,
        changes,
        reason: input.reason,
      });
      return recorded(former.id);
    },
  );
