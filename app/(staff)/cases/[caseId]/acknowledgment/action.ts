'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { acknowledgeGrievance } from '@/lib/grievances/acknowledge-grievance.ts';
import { acknowledgmentInput } from '@/lib/grievances/input.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const acknowledgmentAction = defineAction({
  input: acknowledgmentInput,
  standIns: UNTYPED_REASON,
  permission: 'grievance.log',
  command: acknowledgeGrievance,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
