import { z } from 'zod';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { longText, recordId, requiredDate } from '../input-fields.ts';

const DAYS_AHEAD = 365;

/** A day that may lie ahead: without a year it is the next such day. */
const day = (label: string, today: LocalDate) => requiredDate(label, addDays(today, DAYS_AHEAD));

export const coverInput = (today: LocalDate) =>
  z.object({
    absentId: recordId,
    coverId: z.uuid('Choose the colleague who covers.'),
    fromOn: day('The first day', today),
    untilOn: day('The last day', today),
    note: longText('Note'),
    /** Restricted cases of the absent person that the colleague may know of for these days. */
    namedCaseIds: z
      .union([
        z.array(recordId),
        recordId.transform((id) => [id]),
        z.literal('').transform((): string[] => []),
      ])
      .default([]),
  });

export const coverEndInput = () => z.object({ arrangementId: recordId, reason: longText('Reason') });

export type CoverInput = z.infer<ReturnType<typeof coverInput>>;
export type CoverEndInput = z.infer<ReturnType<typeof coverEndInput>>;
