'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { imrDeterminationInput } from '@/lib/imr/input.ts';
import { recordDetermination } from '@/lib/imr/record-determination.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const imrDeterminationAction = defineAction({
  input: imrDeterminationInput,
  standIns: UNTYPED_REASON,
  permission: 'imr.follow',
  command: recordDetermination,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
