'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { complaintInput } from '@/lib/complaints/input.ts';
import { recordComplaint } from '@/lib/complaints/record-complaint.ts';
import { previewDeadlines } from '@/lib/deadlines/preview.ts';

export const complaintAction = defineAction({
  input: complaintInput,
  permission: 'complaint.record',
  command: recordComplaint,
  preview: (unit, input, command) => previewDeadlines(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
