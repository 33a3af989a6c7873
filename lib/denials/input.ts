import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { shownIn } from '../date-documents/shown-dates.ts';
import { BASES } from '../db/vocabulary.ts';
import {
  caseForm,
  checkbox,
  choices,
  howKnown,
  line,
  longText,
  optionalDate,
  readAhead,
} from '../input-fields.ts';

/** What the denial letter says; every part may still be unknown. */
export const denialFields = (today: LocalDate) => ({
  letterOn: optionalDate('Date on the denial letter', today),
  letterOnKnown: howKnown,
  receivedOn: optionalDate('Date the client received it', today),
  receivedOnKnown: howKnown,
  service: line('Treatment or service'),
  bases: choices(BASES, 'Choose the plan’s reasons from the list.'),
  contractProvision: line('Contract provision'),
  serviceReceived: checkbox,
  servicesEndOn: readAhead('Date services end', today),
  servicesEndOnKnown: howKnown,
});

export const denialInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    ...denialFields(today),
    ...shownIn('letterOn', 'receivedOn', 'servicesEndOn'),
    reason: longText('Reason'),
  });

export type DenialFields = z.infer<z.ZodObject<ReturnType<typeof denialFields>>>;
export type DenialInput = z.infer<ReturnType<typeof denialInput>>;
