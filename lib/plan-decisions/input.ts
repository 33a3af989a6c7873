import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { shownIn } from '../date-documents/shown-dates.ts';
import { DECISION_OUTCOMES } from '../db/vocabulary.ts';
import {
  caseForm,
  choice,
  howKnown,
  longText,
  optionalDate,
  optionalRecordId,
  requiredDate,
} from '../input-fields.ts';

/** `decisionId` names the decision being corrected; without it a new one is logged. */
export const planDecisionInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    decisionId: optionalRecordId,
    outcome: choice(DECISION_OUTCOMES, 'Choose what the plan decided.'),
    letterOn: requiredDate('Date on the letter', today),
    letterOnKnown: howKnown,
    receivedOn: optionalDate('Date the client received it', today),
    receivedOnKnown: howKnown,
    ...shownIn('letterOn', 'receivedOn'),
    note: longText('Note'),
    reason: longText('Reason'),
  });

export type PlanDecisionInput = z.infer<ReturnType<typeof planDecisionInput>>;
