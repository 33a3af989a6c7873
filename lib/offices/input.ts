import { z } from 'zod';
import { isTimeZone } from '../calendar/zoned-time.ts';
import { SECOND_FACTOR_SCOPES } from '../db/vocabulary.ts';
import { choice, line, requiredLine, wholeNumber } from '../input-fields.ts';

const IDLE_LOCK_MINUTES = { min: 1, max: 60 } as const;
const RETENTION_YEARS = { min: 1, max: 50 } as const;

export const officeInput = () =>
  z.object({
    name: requiredLine(
      'The office’s name',
      'Letters to staff have it, and those to clients who agreed to be told whose they are.',
    ),
    phone: line('The phone number'),
    timeZone: z.string('Choose a time zone.').refine(isTimeZone, 'Choose a time zone of the list.'),
    secondFactorFor: choice(SECOND_FACTOR_SCOPES, 'Choose who has to show a second factor.'),
    idleLockMinutes: wholeNumber('The minutes until the screen locks', IDLE_LOCK_MINUTES),
    retentionYears: wholeNumber('The years a closed case is kept', RETENTION_YEARS),
  });

export type OfficeInput = z.infer<ReturnType<typeof officeInput>>;
