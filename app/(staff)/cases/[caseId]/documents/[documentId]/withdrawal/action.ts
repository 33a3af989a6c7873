'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { restoreDocumentInput, withdrawDocumentInput } from '@/lib/documents/input.ts';
import { restoreDocument } from '@/lib/documents/restore-document.ts';
import { withdrawDocument } from '@/lib/documents/withdraw-document.ts';

export const withdrawDocumentAction = defineAction({
  input: withdrawDocumentInput,
  permission: 'document.change',
  command: withdrawDocument,
  then: ({ caseId }) => `/cases/${caseId}/documents`,
});

export const restoreDocumentAction = defineAction({
  input: restoreDocumentInput,
  permission: 'document.change',
  command: restoreDocument,
  then: ({ caseId, documentId }) => `/cases/${caseId}/documents/${documentId}`,
});
