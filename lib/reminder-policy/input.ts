import { z } from 'zod';
import type { Weekday } from '../calendar/local-date.ts';
import { readTypedWallTime } from '../calendar/wall-time-words.ts';
import type { WallTime } from '../calendar/zoned-time.ts';
import { choices, wholeNumber } from '../input-fields.ts';

const LONGEST_COUNTDOWN = 365;
/** Clocks of three days and less are counted in hours: that is how long the law gives where a life is at stake. */
const SHORT_WINDOW = { min: 4, max: 14 } as const;
const LONG_WINDOW = { min: 15, max: 180 } as const;
const MOST_ALONE = { min: 5, max: 200 } as const;

const WEEKDAY_VALUES = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** Days before a due date, typed in any order with anything between them: the farthest first, each once. */
const dayList = (label: string) =>
  z
    .string()
    .trim()
    .max(200, `${label}: that is a longer list than anybody would read.`)
    .default('')
    .transform((typed, context): readonly number[] => {
      const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
      const wrong = parts.find((part) => !/^\d{1,3}$/.test(part) || Number(part) > LONGEST_COUNTDOWN);
      if (wrong === undefined) return [...new Set(parts.map(Number))].toSorted((a, b) => b - a);
      context.addIssue({
        code: 'custom',
        message: `${label}: “${wrong.slice(0, 20)}” is not a number of days from 0 to ${LONGEST_COUNTDOWN}.`,
        params: { remedy: 'Type the days before the due date, such as 14, 7, 3, 1, 0.' },
      });
      return z.NEVER;
    });

const hour = (label: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): WallTime => {
      const read = readTypedWallTime(typed);
      if (read) return read;
      context.addIssue({
        code: 'custom',
        message: `${label}: “${typed.slice(0, 20)}” is not a time of day.`,
        params: { remedy: 'Type it as 8:00 am or as 16:30.' },
      });
      return z.NEVER;
    });

const asWeekday = (value: (typeof WEEKDAY_VALUES)[number]): Weekday => Number(value) as Weekday;

export const reminderPolicyInput = () =>
  z.object({
    /** When the policy was last changed as the form knew it: somebody else's change is not written over. */
    knownSince: z.string().max(40).default(''),
    longWindow: wholeNumber('The long window', LONG_WINDOW),
    longDays: dayList('Countdown of long windows'),
    shortWindow: wholeNumber('The short window', SHORT_WINDOW),
    shortDays: dayList('Countdown of short windows'),
    ownerAloneDays: dayList('Single messages to the owner'),
    supervisorDays: dayList('Messages to supervisors'),
    clientDays: dayList('Messages to the client'),
    workingDays: choices(WEEKDAY_VALUES, 'Choose among the days of the week.').transform((days): Weekday[] =>
      [...new Set(days.map(asWeekday))].toSorted((a, b) => a - b),
    ),
    opens: hour('The office opens'),
    closes: hour('The office closes'),
    digestHour: hour('The morning digest'),
    teamDigestDay: z.enum(WEEKDAY_VALUES, 'Choose the day of the supervisors’ digest.').transform(asWeekday),
    mostAloneADay: wholeNumber('The most messages in a day', MOST_ALONE),
  });

export type ReminderPolicyInput = z.infer<ReturnType<typeof reminderPolicyInput>>;
