'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { correctGrievance } from '@/lib/grievances/correct-grievance.ts';
import { grievanceInput } from '@/lib/grievances/input.ts';
import { logGrievance } from '@/lib/grievances/log-grievance.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const grievanceAction = defineAction({
  input: grievanceInput,
  standIns: { ...UNTYPED_REASON, certifiedBy: 'Not typed yet' },
  permission: 'grievance.log',
  command: (unit, input) => (input.grievanceId ? correctGrievance(unit, input) : logGrievance(unit, input)),
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
