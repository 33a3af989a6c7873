'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { imrAcceptanceInput } from '@/lib/imr/input.ts';
import { recordAcceptance } from '@/lib/imr/record-acceptance.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const imrAcceptanceAction = defineAction({
  input: imrAcceptanceInput,
  standIns: { ...UNTYPED_REASON, rejectionReason: 'Not typed yet' },
  permission: 'imr.follow',
  command: recordAcceptance,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
