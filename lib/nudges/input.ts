import { z } from 'zod';
import { parseLocalDate } from '../calendar/local-date.ts';
import { recordId } from '../input-fields.ts';

const LONGEST_RULE = 80;

/** One clock with its date, as the page showed it. */
export const nudgeInput = () =>
  z.object({
    caseId: recordId,
    rule: z.string().max(LONGEST_RULE),
    dueOn: z.string().transform((text, context) => {
      const on = parseLocalDate(text);
      if (on === null) context.addIssue('This clock is no longer there. Open the page again.');
      return on ?? z.NEVER;
    }),
  });

export type NudgeInput = z.infer<ReturnType<typeof nudgeInput>>;
