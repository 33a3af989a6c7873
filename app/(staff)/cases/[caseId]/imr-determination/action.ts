'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { imrDeterminationInput } from '@/lib/imr/input.ts';
import { recordDetermination } from '@/lib/imr/record-determination.ts';
import { previewRecord } from '../../preview-record.ts';

export const imrDeterminationAction = defineAction({
  input: imrDeterminationInput,
  permission: 'imr.follow',
  command: recordDetermination,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
