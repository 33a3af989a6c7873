'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { closeCase } from '@/lib/cases/close-case.ts';
import { closureInput, reopeningInput } from '@/lib/cases/input.ts';
import { reopenCase } from '@/lib/cases/reopen-case.ts';

export const closeCaseAction = defineAction({
  input: closureInput,
  permission: 'case.close',
  command: closeCase,
  then: ({ caseId }) => `/cases/${caseId}`,
});

export const reopenCaseAction = defineAction({
  input: reopeningInput,
  permission: 'case.close',
  command: reopenCase,
  then: ({ caseId }) => `/cases/${caseId}`,
});
