import { z } from 'zod';
import { RESTRICTION_GROUNDS } from '../db/vocabulary.ts';
import { caseForm, choice, longText, recordId } from '../input-fields.ts';

/** Colleagues ticked beside those who are named in any case. */
const namedIds = z
  .union([z.array(recordId), recordId.transform((id) => [id]), z.literal('').transform(() => [])])
  .default([])
  .refine((ids) => ids.length <= 200, 'Name at most 200 people.');

const requiredReason = (message: string, remedy: string) =>
  longText('Reason').refine((text) => text.length > 0, { message, params: { remedy } });

export const restrictionInput = () =>
  z.object({
    ...caseForm,
    ground: choice(RESTRICTION_GROUNDS, 'Choose why the case is restricted.'),
    reason: requiredReason(
      'Say why in a sentence.',
      'While the case is restricted, only the people named here can read it.',
    ),
    namedIds,
  });

export const namedPeopleInput = () => z.object({ ...caseForm, namedIds, reason: longText('Reason') });

export const liftingInput = () =>
  z.object({
    ...caseForm,
    reason: requiredReason(
      'Say why the restriction is lifted.',
      'Everybody in the office can read the case from then on, this sentence included.',
    ),
  });

export type RestrictionInput = z.infer<ReturnType<typeof restrictionInput>>;
export type NamedPeopleInput = z.infer<ReturnType<typeof namedPeopleInput>>;
export type LiftingInput = z.infer<ReturnType<typeof liftingInput>>;
