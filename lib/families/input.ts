import { z } from 'zod';
import { caseForm, recordId, requiredLine } from '../input-fields.ts';

export const MOST_LINKED = 20;

export const linkInput = () =>
  z.object({
    ...caseForm,
    other: requiredLine(
      'The other case',
      'Type its number, or the name of its client if that is one case only.',
    ),
  });

export const unlinkInput = () => z.object({ ...caseForm, otherId: recordId });

/** The other cases of a family that an act is recorded on too: none, one, or a list. */
export const alsoOn = z
  .union([z.array(recordId), recordId.transform((id) => [id]), z.literal('').transform(() => [])])
  .default([])
  .refine((ids) => ids.length <= MOST_LINKED, `Choose at most ${MOST_LINKED} cases.`);

export type LinkInput = z.infer<ReturnType<typeof linkInput>>;
export type UnlinkInput = z.infer<ReturnType<typeof unlinkInput>>;
