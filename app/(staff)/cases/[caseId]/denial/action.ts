'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { denialInput } from '@/lib/denials/input.ts';
import { recordDenial } from '@/lib/denials/record-denial.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const denialAction = defineAction({
  input: denialInput,
  standIns: UNTYPED_REASON,
  permission: 'denial.record',
  command: recordDenial,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
