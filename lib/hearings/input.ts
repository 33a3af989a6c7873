import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { shownIn } from '../date-documents/shown-dates.ts';
import { caseForm, howKnown, longText, optionalDate } from '../input-fields.ts';

export const hearingInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    requestedOn: optionalDate('Date the hearing was requested', today),
    requestedOnKnown: howKnown,
    heldOn: optionalDate('Date the hearing was held', today),
    heldOnKnown: howKnown,
    ...shownIn('requestedOn', 'heldOn'),
    note: longText('Note'),
    reason: longText('Reason'),
  });

export type HearingInput = z.infer<ReturnType<typeof hearingInput>>;
