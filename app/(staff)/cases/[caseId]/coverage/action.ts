'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { changeCoverage } from '@/lib/cases/change-coverage.ts';
import { coverageInput } from '@/lib/cases/input.ts';
import { previewRecord, UNTYPED_REASON } from '../../preview-record.ts';

export const coverageAction = defineAction({
  input: coverageInput,
  standIns: UNTYPED_REASON,
  permission: 'case.change',
  command: changeCoverage,
  preview: (unit, input, command) => previewRecord(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
