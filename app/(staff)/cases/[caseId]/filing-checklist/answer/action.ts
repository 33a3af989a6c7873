'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { answerItem } from '@/lib/filing-checklist/answer-item.ts';
import { answerWithdrawalInput, checklistAnswerInput } from '@/lib/filing-checklist/input.ts';
import { withdrawChecklistAnswer } from '@/lib/filing-checklist/withdraw-answer.ts';

export const answerItemAction = defineAction({
  input: checklistAnswerInput,
  permission: 'document.change',
  command: answerItem,
  then: ({ caseId }) => `/cases/${caseId}/filing-checklist`,
});

export const withdrawChecklistAnswerAction = defineAction({
  input: answerWithdrawalInput,
  permission: 'document.change',
  command: withdrawChecklistAnswer,
  then: ({ caseId }) => `/cases/${caseId}/filing-checklist`,
});
