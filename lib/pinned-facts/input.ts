import { z } from 'zod';
import { caseForm, line, recordId } from '../input-fields.ts';

const LONGEST = 200;

export const pinInput = () =>
  z.object({
    ...caseForm,
    body: line('The fact')
      .refine((text) => text.length > 0, {
        message: 'There is nothing to pin.',
        params: { remedy: 'Write what everybody who opens the case has to know, in a sentence.' },
      })
      .refine((text) => text.length <= LONGEST, {
        message: `That is longer than ${LONGEST} characters.`,
        params: { remedy: 'Pin the sentence that matters, and put the rest in a note.' },
      }),
  });

export const pinnedFactInput = () => z.object({ ...caseForm, factId: recordId });

export type PinInput = z.infer<ReturnType<typeof pinInput>>;
export type PinnedFactInput = z.infer<ReturnType<typeof pinnedFactInput>>;
