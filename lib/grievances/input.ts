import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { shownIn } from '../date-documents/shown-dates.ts';
import { FILING_CHANNELS } from '../db/vocabulary.ts';
import {
  caseForm,
  checkbox,
  howKnown,
  line,
  longText,
  optionalChoice,
  optionalDate,
  optionalRecordId,
} from '../input-fields.ts';

export const grievanceFields = (today: LocalDate) => ({
  sentOn: optionalDate('Date sent to the plan', today),
  sentOnKnown: howKnown,
  receivedOn: optionalDate('Date the plan received it', today),
  receivedOnKnown: howKnown,
  receivedTime: line('Time the plan received it'),
  channel: optionalChoice(FILING_CHANNELS, 'Choose how it was sent from the list.'),
  expedited: checkbox,
  certifiedBy: line('Who certified the urgency'),
  planReference: line('Plan’s reference'),
});

/** `grievanceId` names the grievance being corrected; without it a new one is logged. */
export const grievanceInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    grievanceId: optionalRecordId,
    ...grievanceFields(today),
    ...shownIn('sentOn', 'receivedOn'),
    reason: longText('Reason'),
  });

export const acknowledgmentInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    acknowledgedOn: optionalDate('Date of the acknowledgment', today),
    acknowledgedOnKnown: howKnown,
    statementOn: optionalDate('Date of the plan’s written statement', today),
    statementOnKnown: howKnown,
    ...shownIn('acknowledgedOn', 'statementOn'),
    planReference: line('Plan’s reference'),
    reason: longText('Reason'),
  });

export type GrievanceFields = z.infer<z.ZodObject<ReturnType<typeof grievanceFields>>>;
export type GrievanceInput = z.infer<ReturnType<typeof grievanceInput>>;
export type AcknowledgmentInput = z.infer<ReturnType<typeof acknowledgmentInput>>;
