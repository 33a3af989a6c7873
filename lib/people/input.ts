import { z } from 'zod';
import { ROLES } from '../db/vocabulary.ts';
import { choice, longText, recordId, requiredLine } from '../input-fields.ts';

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

/** Characters as a person counts them, so that an emoji is one. */
const lengthOf = (text: string) => Array.from(new Intl.Segmenter().segment(text)).length;

export const personInput = () =>
  z.object({
    name: requiredLine('The name', 'Type it as colleagues know them.'),
    email: requiredLine('The e-mail address', 'It is what they sign in with.').refine(
      (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
      {
        message: 'That is not an e-mail address.',
        params: { remedy: 'Check it for a missing @ or a space.' },
      },
    ),
    role: choice(ROLES, 'Choose what they may do.'),
    // Never trimmed: a space is part of a pass phrase.
    password: z
      .string()
      .default('')
      .refine((text) => lengthOf(text) >= SHORTEST_PASSWORD, {
        message: `The first password has fewer than ${SHORTEST_PASSWORD} characters.`,
        params: { remedy: 'Four or five unrelated words make a good one.' },
      })
      .refine((text) => lengthOf(text) <= LONGEST_PASSWORD, {
        message: `The first password has more than ${LONGEST_PASSWORD} characters.`,
      }),
  });

export const deactivationInput = () => z.object({ personId: recordId, reason: longText('Reason') });

export type PersonInput = z.infer<ReturnType<typeof personInput>>;
export type DeactivationInput = z.infer<ReturnType<typeof deactivationInput>>;
