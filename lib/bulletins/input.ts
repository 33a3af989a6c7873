import { z } from 'zod';
import { readTypedWallTime } from '../calendar/wall-time-words.ts';
import type { WallTime } from '../calendar/zoned-time.ts';
import { checkbox } from '../input-fields.ts';

export const digestPreferenceInput = () =>
  z.object({
    comes: checkbox,
    /** Empty for the office's own hour. It is always sent: a form without it is none, and stops nobody's digest. */
    hour: z
      .string('Say at which hour, or leave it empty for the office’s.')
      .trim()
      .transform((typed, context): WallTime | null => {
        if (typed === '') return null;
        const read = readTypedWallTime(typed);
        if (read) return read;
        context.addIssue({
          code: 'custom',
          message: `“${typed.slice(0, 20)}” is not a time of day.`,
          params: { remedy: 'Type it as 7:30 am, or leave it empty for the office’s hour.' },
        });
        return z.NEVER;
      }),
  });

export type DigestPreferenceInput = z.infer<ReturnType<typeof digestPreferenceInput>>;
