import { z } from 'zod';
import { placements } from '../cases/input.ts';
import { ROLES } from '../db/vocabulary.ts';
import { choice, isEmailAddress, longText, recordId, requiredLine } from '../input-fields.ts';

export const personInput = () =>
  z.object({
    name: requiredLine('The name', 'Type it as colleagues know them.'),
    email: requiredLine('The e-mail address', 'It is what they sign in with.').refine(
      (text) => text === '' || isEmailAddress(text),
      {
        message: 'That is not an e-mail address.',
        params: { remedy: 'Check it for a missing @, a space or a second address.' },
      },
    ),
    role: choice(ROLES, 'Choose what they may do.'),
  });

/** What is asked where a person is chosen and nothing else is typed. */
export const personChoice = () => z.object({ personId: recordId });

export const roleInput = () =>
  z.object({
    personId: recordId,
    role: choice(ROLES, 'Choose what they may do.'),
    reason: longText('Reason'),
  });

/** About one person, with why: the record keeps it. */
const reasoned = () => z.object({ personId: recordId, reason: longText('Reason') });

export const deactivationInput = () =>
  z.object({
    personId: recordId,
    reason: longText('Reason'),
    /** Who takes each of their open cases. */
    placements: placements.default([]),
  });
export const reactivationInput = reasoned;
export const factorRemovalInput = reasoned;

export type PersonInput = z.infer<ReturnType<typeof personInput>>;
export type PersonChoice = z.infer<ReturnType<typeof personChoice>>;
export type RoleInput = z.infer<ReturnType<typeof roleInput>>;
export type DeactivationInput = z.infer<ReturnType<typeof deactivationInput>>;
export type ReasonedInput = z.infer<ReturnType<typeof reasoned>>;
