'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { assignCases } from '@/lib/cases/assign-cases.ts';
import { assignmentInput } from '@/lib/cases/input.ts';

export const assignmentAction = defineAction({
  input: assignmentInput,
  permission: 'case.assign',
  command: assignCases,
  then: (_moved, { caseIds }) => `/cases/${caseIds[0]}`,
});
