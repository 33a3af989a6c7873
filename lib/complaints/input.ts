import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { shownIn } from '../date-documents/shown-dates.ts';
import { caseForm, choice, howKnown, longText, optionalDate, requiredDate } from '../input-fields.ts';

export const complaintInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    regulator: choice(['DMHC', 'CDI'], 'Choose the department the complaint went to.'),
    receivedOn: requiredDate('Date the department received it', today),
    receivedOnKnown: howKnown,
    decidedOn: optionalDate('Date of the department’s written answer', today),
    decidedOnKnown: howKnown,
    ...shownIn('receivedOn', 'decidedOn'),
    note: longText('Note'),
    reason: longText('Reason'),
  });

export type ComplaintInput = z.infer<ReturnType<typeof complaintInput>>;
