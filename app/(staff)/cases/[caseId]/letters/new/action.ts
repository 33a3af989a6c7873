'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { writeLetterInput } from '@/lib/letters/input.ts';
import { previewTemplate } from '@/lib/letters/preview-letter.ts';
import { writeLetter } from '@/lib/letters/write-letter.ts';

export const writeLetterAction = defineAction({
  input: writeLetterInput,
  permission: 'letter.write',
  command: writeLetter,
  preview: previewTemplate,
  then: ({ caseId, documentId }) => `/cases/${caseId}/letters/${documentId}`,
});
