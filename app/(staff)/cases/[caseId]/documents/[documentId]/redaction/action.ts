'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { getDocumentStore } from '@/lib/document-store/app-store.ts';
import { redactDocumentInput } from '@/lib/documents/input.ts';
import { makeRedactedPages } from '@/lib/documents/make-pages.ts';
import { redactDocument } from '@/lib/documents/redact-document.ts';

export const redactDocumentAction = defineAction({
  input: redactDocumentInput,
  permission: 'document.change',
  prepare: (asking, input) => makeRedactedPages({ ...asking, store: getDocumentStore() }, input),
  command: redactDocument,
  then: ({ caseId, documentId }) => `/cases/${caseId}/documents/${documentId}`,
});
