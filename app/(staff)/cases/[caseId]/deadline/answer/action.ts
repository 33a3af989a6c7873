'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { answerReminder } from '@/lib/reminder-answers/answer-reminder.ts';
import { answerWithdrawalInput, reminderAnswerInput } from '@/lib/reminder-answers/input.ts';
import { withdrawAnswer } from '@/lib/reminder-answers/withdraw-answer.ts';

export const answerReminderAction = defineAction({
  input: reminderAnswerInput,
  permission: 'reminder.answer',
  command: answerReminder,
  then: ({ caseId }) => `/cases/${caseId}#clocks`,
});

export const withdrawAnswerAction = defineAction({
  input: answerWithdrawalInput,
  permission: 'reminder.answer',
  command: withdrawAnswer,
  then: ({ caseId }) => `/cases/${caseId}#clocks`,
});
