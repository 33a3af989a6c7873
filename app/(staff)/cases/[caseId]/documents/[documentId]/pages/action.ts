'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { getDocumentStore } from '@/lib/document-store/app-store.ts';
import { changePages } from '@/lib/documents/change-pages.ts';
import { changePagesInput, splitDocumentInput } from '@/lib/documents/input.ts';
import { makeChangedPages, makeSplitPages } from '@/lib/documents/make-pages.ts';
import { splitDocument } from '@/lib/documents/split-document.ts';

export const changePagesAction = defineAction({
  input: changePagesInput,
  permission: 'document.change',
  prepare: (asking, input) => makeChangedPages({ ...asking, store: getDocumentStore() }, input),
  command: changePages,
  then: ({ caseId, documentId }) => `/cases/${caseId}/documents/${documentId}`,
});

export const splitDocumentAction = defineAction({
  input: splitDocumentInput,
  permission: 'document.change',
  prepare: (asking, input) => makeSplitPages({ ...asking, store: getDocumentStore() }, input),
  command: splitDocument,
  then: ({ caseId, documentId }) => `/cases/${caseId}/documents/${documentId}`,
});
