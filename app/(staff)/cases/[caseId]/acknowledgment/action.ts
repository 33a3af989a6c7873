'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { previewDeadlines } from '@/lib/deadlines/preview.ts';
import { acknowledgeGrievance } from '@/lib/grievances/acknowledge-grievance.ts';
import { acknowledgmentInput } from '@/lib/grievances/input.ts';

export const acknowledgmentAction = defineAction({
  input: acknowledgmentInput,
  permission: 'grievance.log',
  command: acknowledgeGrievance,
  preview: (unit, input, command) => previewDeadlines(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
