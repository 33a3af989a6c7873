import { z } from 'zod';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { CLIENT_MESSAGES, WAITING_ON } from '../db/vocabulary.ts';
import { caseForm, line, optionalChoice, optionalDate } from '../input-fields.ts';
import { noteFields } from '../notes/input.ts';

const DAYS_AHEAD = 365;

/** With whom a case waits from now on; `nobody` leaves it to the clocks to say. */
export const WAITING_CHOICES = [...WAITING_ON, 'nobody'] as const;

/** What is done on a case in one go; each part may be left out, though not all of them. */
export const actInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    ...noteFields(today),
    waitsFor: optionalChoice(WAITING_CHOICES, 'Choose from the list with whom the case waits.'),
    messageKind: optionalChoice(CLIENT_MESSAGES, 'Choose from the list what the message says.'),
    title: line('What is to be done'),
    // Without a year it is the next such day.
    dueOn: optionalDate('Due on', addDays(today, DAYS_AHEAD)),
  });

export type ActInput = z.infer<ReturnType<typeof actInput>>;
