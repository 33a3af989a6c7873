import { z } from 'zod';
import { readTypedDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';

const LONGEST = 300;
const typed = z.string().max(LONGEST);

/** What stands in the fields of an intake form so far; a day that cannot be read yet is not known yet. */
export const duplicatesInput = (today: LocalDate) =>
  z.object({
    name: typed,
    birthOn: typed.default('').transform((text) => readTypedDate(text, today)),
    phone: typed.default(''),
    memberNumber: typed.default(''),
  });
