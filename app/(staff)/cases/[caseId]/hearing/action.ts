'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { previewDeadlines } from '@/lib/deadlines/preview.ts';
import { hearingInput } from '@/lib/hearings/input.ts';
import { recordHearing } from '@/lib/hearings/record-hearing.ts';

export const hearingAction = defineAction({
  input: hearingInput,
  permission: 'hearing.record',
  command: recordHearing,
  preview: (unit, input, command) => previewDeadlines(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
