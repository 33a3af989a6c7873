'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { complaintInput } from '@/lib/complaints/input.ts';
import { recordComplaint } from '@/lib/complaints/record-complaint.ts';
import { previewRecord } from '../../preview-record.ts';

export const complaintAction = defineAction({
  input: complaintInput,
  permission: 'complaint.record',
  command: recordComplaint,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
