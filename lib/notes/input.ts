import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { caseForm, choice, line, longText, optionalChoice, requiredDate } from '../input-fields.ts';

const WITH_WHOM = ['client', 'plan', 'department', 'provider', 'other'] as const;

export const noteInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    kind: choice(['note', 'call'], 'Choose note or call.'),
    happenedOn: requiredDate('Date', today),
    withWhom: optionalChoice(WITH_WHOM, 'Choose whom you spoke with from the list.'),
    spokeWith: line('Name given'),
    referenceNumber: line('Reference number given'),
    body: longText('What was said').refine((text) => text.length > 0, {
      message: 'The note is empty.',
      params: { remedy: 'Write what was said or done, in a sentence.' },
    }),
  });

export type NoteInput = z.infer<ReturnType<typeof noteInput>>;
