'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { previewDeadlines } from '@/lib/deadlines/preview.ts';
import { denialInput } from '@/lib/denials/input.ts';
import { recordDenial } from '@/lib/denials/record-denial.ts';

export const denialAction = defineAction({
  input: denialInput,
  permission: 'denial.record',
  command: recordDenial,
  preview: (unit, input, command) => previewDeadlines(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
