'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { correctImr } from '@/lib/imr/correct-imr.ts';
import { fileImr } from '@/lib/imr/file-imr.ts';
import { imrFilingInput } from '@/lib/imr/input.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const imrFilingAction = defineAction({
  input: imrFilingInput,
  // How and where it was sent moves no clock.
  standIns: {
    ...UNTYPED_REASON,
    channel: 'online',
    destination: 'Not typed yet',
    certifiedBy: 'Not typed yet',
  },
  permission: 'imr.file',
  command: (unit, input) => (input.applicationId ? correctImr(unit, input) : fileImr(unit, input)),
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
