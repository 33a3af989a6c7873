import { z } from 'zod';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { OWED_BY } from '../db/vocabulary.ts';
import { alsoOn } from '../families/input.ts';
import {
  caseForm,
  choice,
  longText,
  optionalDate,
  recordId,
  requiredDate,
  requiredLine,
} from '../input-fields.ts';

const DAYS_AHEAD = 365;

export const manualDeadlineInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    alsoOn,
    title: requiredLine('What is due', 'Say it in a few words, such as “Call back about the records”.'),
    owedBy: choice(OWED_BY, 'Say whose date it is.'),
    // Without a year it is the next such day.
    dueOn: requiredDate('The date', addDays(today, DAYS_AHEAD)),
    note: longText('Note'),
  });

export type ManualDeadlineInput = z.infer<ReturnType<typeof manualDeadlineInput>>;

export const finishInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    deadlineId: recordId,
    ending: choice(['done', 'canceled'], 'Say whether it is done or no longer needed.'),
    doneOn: optionalDate('Date it was done', today),
    reason: longText('Reason'),
  });

export type FinishInput = z.infer<ReturnType<typeof finishInput>>;

/** No version: an undo is about what was just done, whatever else changed since. */
export const deadlineReopeningInput = () => z.object({ caseId: recordId, deadlineId: recordId });

export type DeadlineReopeningInput = z.infer<ReturnType<typeof deadlineReopeningInput>>;
