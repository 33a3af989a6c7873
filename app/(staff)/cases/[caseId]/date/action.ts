'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { dateAdjustmentInput, withdrawalInput } from '@/lib/date-adjustments/input.ts';
import { recordExtension } from '@/lib/date-adjustments/record-extension.ts';
import { setDateByHand } from '@/lib/date-adjustments/set-date-by-hand.ts';
import { withdrawAdjustment } from '@/lib/date-adjustments/withdraw-adjustment.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const dateAction = defineAction({
  input: dateAdjustmentInput,
  standIns: { ...UNTYPED_REASON, grantedBy: 'plan', source: 'Not typed yet' },
  permission: 'date.adjust',
  command: (unit, input) =>
    input.kind === 'by-hand' ? setDateByHand(unit, input) : recordExtension(unit, input),
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}#clocks`,
});

export const withdrawalAction = defineAction({
  input: withdrawalInput,
  standIns: UNTYPED_REASON,
  permission: 'date.adjust',
  command: withdrawAdjustment,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}#clocks`,
});
