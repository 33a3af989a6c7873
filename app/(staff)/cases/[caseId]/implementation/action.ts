'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { previewDeadlines } from '@/lib/deadlines/preview.ts';
import { implementationInput } from '@/lib/imr/input.ts';
import { recordImplementation } from '@/lib/imr/record-implementation.ts';

export const implementationAction = defineAction({
  input: implementationInput,
  permission: 'imr.follow',
  command: recordImplementation,
  preview: (unit, input, command) => previewDeadlines(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
