import { z } from 'zod';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { ADJUSTMENT_KINDS } from '../db/vocabulary.ts';
import {
  caseForm,
  choice,
  line,
  longText,
  optionalChoice,
  recordId,
  requiredDate,
  requiredLine,
} from '../input-fields.ts';

const DAYS_AHEAD = 365;

/** What a person submits to set a date beside a rule's: by hand, or as an authority granted it. */
export const dateAdjustmentInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    rule: requiredLine('The clock', 'Open this form from the clock whose date it is about.'),
    kind: choice(ADJUSTMENT_KINDS, 'Say whether you set the date or somebody granted it.'),
    grantedBy: optionalChoice(['plan', 'regulator'], 'Say who granted it.'),
    // Without a year it is the next such day.
    dueOn: requiredDate('The new date', addDays(today, DAYS_AHEAD)),
    source: line('Source'),
    reason: longText('Reason'),
  });

export type DateAdjustmentInput = z.infer<ReturnType<typeof dateAdjustmentInput>>;

export const withdrawalInput = (_today: LocalDate) =>
  z.object({ ...caseForm, adjustmentId: recordId, reason: longText('Reason') });

export type WithdrawalInput = z.infer<ReturnType<typeof withdrawalInput>>;
