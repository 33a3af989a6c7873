'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { implementationInput } from '@/lib/imr/input.ts';
import { recordImplementation } from '@/lib/imr/record-implementation.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const implementationAction = defineAction({
  input: implementationInput,
  standIns: UNTYPED_REASON,
  permission: 'imr.follow',
  command: recordImplementation,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
