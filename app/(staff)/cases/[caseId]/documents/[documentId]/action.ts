'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { describeDocument } from '@/lib/documents/describe-document.ts';
import { describeDocumentInput } from '@/lib/documents/input.ts';

export const describeDocumentAction = defineAction({
  input: describeDocumentInput,
  permission: 'document.change',
  command: describeDocument,
  then: ({ caseId }) => `/cases/${caseId}/documents`,
});
