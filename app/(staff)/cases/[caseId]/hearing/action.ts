'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { hearingInput } from '@/lib/hearings/input.ts';
import { recordHearing } from '@/lib/hearings/record-hearing.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const hearingAction = defineAction({
  input: hearingInput,
  standIns: UNTYPED_REASON,
  permission: 'hearing.record',
  command: recordHearing,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
