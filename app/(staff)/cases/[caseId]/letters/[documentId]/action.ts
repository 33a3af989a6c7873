'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { editLetter } from '@/lib/letters/edit-letter.ts';
import { editLetterInput } from '@/lib/letters/input.ts';
import { previewText } from '@/lib/letters/preview-letter.ts';

export const editLetterAction = defineAction({
  input: editLetterInput,
  permission: 'letter.write',
  command: editLetter,
  preview: previewText,
  then: ({ caseId, documentId, number }) => `/cases/${caseId}/letters/${documentId}?saved=${number}`,
});
