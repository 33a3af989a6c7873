'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { complaintInput } from '@/lib/complaints/input.ts';
import { recordComplaint } from '@/lib/complaints/record-complaint.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const complaintAction = defineAction({
  input: complaintInput,
  standIns: UNTYPED_REASON,
  permission: 'complaint.record',
  command: recordComplaint,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
