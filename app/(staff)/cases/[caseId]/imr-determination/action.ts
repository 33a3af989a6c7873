'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { previewDeadlines } from '@/lib/deadlines/preview.ts';
import { imrDeterminationInput } from '@/lib/imr/input.ts';
import { recordDetermination } from '@/lib/imr/record-determination.ts';

export const imrDeterminationAction = defineAction({
  input: imrDeterminationInput,
  permission: 'imr.follow',
  command: recordDetermination,
  preview: (unit, input, command) => previewDeadlines(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
