import { z } from 'zod';
import { recordId } from '../input-fields.ts';
import { ownPath } from './own-path.ts';

/** Where to go on to: always a path of Recourse's own. */
const to = z
  .string()
  .optional()
  .transform((given) => ownPath(given));

const needed = (message: string, remedy: string) =>
  z
    .string()
    .default('')
    .refine((text) => text.trim() !== '', { message, params: { remedy } });

const code = needed('The code is missing.', 'Type the digits your authenticator shows now.');
const password = needed('The password is missing.', 'Type the one you sign in with.');

export const codeInput = () => z.object({ code, to });

export const proofInput = () =>
  z.object({
    passwordOrCode: needed('Nothing was typed.', 'Type what is asked for.'),
    to,
  });

export const passwordChangeInput = () =>
  z.object({
    password,
    newPassword: z.string().default(''),
    newPasswordAgain: z.string().default(''),
  });

export const sessionInput = () => z.object({ sessionId: recordId });

export const nothingInput = () => z.object({});

export type PasswordChange = z.infer<ReturnType<typeof passwordChangeInput>>;
