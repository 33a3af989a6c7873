'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { changeCoverage } from '@/lib/cases/change-coverage.ts';
import { coverageInput } from '@/lib/cases/input.ts';
import { previewDeadlines } from '@/lib/deadlines/preview.ts';

export const coverageAction = defineAction({
  input: coverageInput,
  permission: 'case.change',
  command: changeCoverage,
  preview: (unit, input, command) => previewDeadlines(unit, input.caseId, command),
  then: ({ caseId }) => `/cases/${caseId}`,
});
