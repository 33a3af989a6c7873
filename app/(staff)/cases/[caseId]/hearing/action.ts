'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { hearingInput } from '@/lib/hearings/input.ts';
import { recordHearing } from '@/lib/hearings/record-hearing.ts';
import { previewRecord } from '../../preview-record.ts';

export const hearingAction = defineAction({
  input: hearingInput,
  permission: 'hearing.record',
  command: recordHearing,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
