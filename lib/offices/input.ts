import { z } from 'zod';
import { isTimeZone } from '../calendar/zoned-time.ts';
import { SECOND_FACTOR_SCOPES } from '../db/vocabulary.ts';
import { choice, line, requiredLine } from '../input-fields.ts';

const IDLE_LOCK_MINUTES = { min: 1, max: 60 } as const;
const RETENTION_YEARS = { min: 1, max: 50 } as const;

const wholeNumber = (label: string, { min, max }: { min: number; max: number }) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context): number => {
      const number = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
      if (number >= min && number <= max) return number;
      context.addIssue({
        code: 'custom',
        message: `${label} must be a whole number from ${min} to ${max}.`,
      });
      return z.NEVER;
    });

export const officeInput = () =>
  z.object({
    name: requiredLine('The office’s name', 'It stands in every letter to a client.'),
    phone: line('The phone number'),
    timeZone: z.string('Choose a time zone.').refine(isTimeZone, 'Choose a time zone of the list.'),
    secondFactorFor: choice(SECOND_FACTOR_SCOPES, 'Choose who has to show a second factor.'),
    idleLockMinutes: wholeNumber('The minutes until the screen locks', IDLE_LOCK_MINUTES),
    retentionYears: wholeNumber('The years a closed case is kept', RETENTION_YEARS),
  });

export type OfficeInput = z.infer<ReturnType<typeof officeInput>>;
