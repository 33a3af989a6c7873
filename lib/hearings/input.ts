import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { caseForm, howKnown, longText, optionalDate } from '../input-fields.ts';

export const hearingInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    requestedOn: optionalDate('Date the hearing was requested', today),
    requestedOnKnown: howKnown,
    heldOn: optionalDate('Date the hearing was held', today),
    heldOnKnown: howKnown,
    note: longText('Note'),
    reason: longText('Reason'),
  });

export type HearingInput = z.infer<ReturnType<typeof hearingInput>>;
