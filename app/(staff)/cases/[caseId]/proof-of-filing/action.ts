'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { filingProofInput } from '@/lib/imr/input.ts';
import { recordProof } from '@/lib/imr/record-proof.ts';
import { previewRecord } from '../../preview-record.ts';

export const filingProofAction = defineAction({
  input: filingProofInput,
  permission: 'imr.file',
  command: recordProof,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
