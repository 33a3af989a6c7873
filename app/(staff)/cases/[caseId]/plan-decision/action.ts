'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { correctPlanDecision } from '@/lib/plan-decisions/correct-plan-decision.ts';
import { planDecisionInput } from '@/lib/plan-decisions/input.ts';
import { logPlanDecision } from '@/lib/plan-decisions/log-plan-decision.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const planDecisionAction = defineAction({
  input: planDecisionInput,
  standIns: UNTYPED_REASON,
  permission: 'plan-decision.log',
  command: (unit, input) =>
    input.decisionId ? correctPlanDecision(unit, input) : logPlanDecision(unit, input),
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
