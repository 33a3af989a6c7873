'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { previewDeadlines } from '@/lib/deadlines/preview.ts';
import { imrAcceptanceInput } from '@/lib/imr/input.ts';
import { recordAcceptance } from '@/lib/imr/record-acceptance.ts';

export const imrAcceptanceAction = defineAction({
  input: imrAcceptanceInput,
  permission: 'imr.follow',
  command: recordAcceptance,
  preview: (unit, input, command) => previewDeadlines(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
