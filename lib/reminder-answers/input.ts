import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { REMINDER_ANSWERS } from '../db/vocabulary.ts';
import { caseForm, choice, line, readAhead, recordId } from '../input-fields.ts';

const LONGEST_RULE = 80;

export const reminderAnswerInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    rule: z.string().max(LONGEST_RULE),
    kind: choice(REMINDER_ANSWERS, 'Say whether you know, or on which day they are to come again.'),
    untilOn: readAhead('The day', today),
    // It stands beside the clock and in the ledger, at each reminder that stays away.
    reason: line('The reason'),
  });

export type ReminderAnswerInput = z.infer<ReturnType<typeof reminderAnswerInput>>;

export const answerWithdrawalInput = () => z.object({ ...caseForm, answerId: recordId });

export type AnswerWithdrawalInput = z.infer<ReturnType<typeof answerWithdrawalInput>>;
