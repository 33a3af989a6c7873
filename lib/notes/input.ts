import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { CALL_DIRECTIONS, CALL_RESULTS } from '../db/vocabulary.ts';
import { alsoOn } from '../families/input.ts';
import { caseForm, choice, line, longText, optionalChoice, requiredDate } from '../input-fields.ts';

export const WITH_WHOM = ['client', 'plan', 'department', 'provider', 'other'] as const;

/** What is said of a note or call, wherever one is recorded; its text may be left empty where the form allows it. */
export const noteFields = (today: LocalDate) => ({
  kind: choice(['note', 'call'], 'Choose note or call.'),
  happenedOn: requiredDate('Date', today),
  withWhom: optionalChoice(WITH_WHOM, 'Choose whom you spoke with from the list.'),
  spokeWith: line('Name given'),
  referenceNumber: line('Reference number given'),
  callDirection: optionalChoice(CALL_DIRECTIONS, 'Choose who called from the list.'),
  callResult: optionalChoice(CALL_RESULTS, 'Choose from the list how the call went.'),
  body: longText('What was said'),
});

export const noteInput = (today: LocalDate) => {
  const fields = noteFields(today);
  return z.object({
    ...caseForm,
    alsoOn,
    ...fields,
    body: fields.body.refine((text) => text.length > 0, {
      message: 'The note is empty.',
      params: { remedy: 'Write what was said or done, in a sentence.' },
    }),
  });
};

export type NoteInput = z.infer<ReturnType<typeof noteInput>>;
export type NoteEntry = Pick<NoteInput, keyof ReturnType<typeof noteFields>>;
