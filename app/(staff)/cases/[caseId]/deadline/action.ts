'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { addDeadline } from '@/lib/manual-deadlines/add-deadline.ts';
import { finishDeadline } from '@/lib/manual-deadlines/finish-deadline.ts';
import { deadlineReopeningInput, finishInput, manualDeadlineInput } from '@/lib/manual-deadlines/input.ts';
import { reopenDeadline } from '@/lib/manual-deadlines/reopen-deadline.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const deadlineAction = defineAction({
  input: manualDeadlineInput,
  standIns: { title: 'A date added by hand' },
  permission: 'deadline.add',
  command: addDeadline,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}#clocks`,
});

export const finishAction = defineAction({
  input: finishInput,
  standIns: UNTYPED_REASON,
  permission: 'deadline.add',
  command: finishDeadline,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }, { deadlineId }) => `/cases/${caseId}?ended=${deadlineId}`,
});

export const reopenAction = defineAction({
  input: deadlineReopeningInput,
  permission: 'deadline.add',
  command: reopenDeadline,
  then: ({ caseId }) => `/cases/${caseId}`,
});
