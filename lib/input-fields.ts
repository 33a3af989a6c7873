import { z } from 'zod';
import { readTypedDate } from './calendar/format-date.ts';
import {
  addHours,
  compareInstants,
  type Instant,
  instantOfDate,
  pacificDateOf,
  parseInstant,
  startOfPacificDay,
} from './calendar/instant.ts';
import { addDays, type LocalDate } from './calendar/local-date.ts';
import { type DateSources, HOW_KNOWN, type HowKnown } from './db/vocabulary.ts';

/** The parts that noun schemas are made of. Each reads one input of a form, where an empty input is an unknown fact. */

const REOPEN_FORM = 'This form was not sent as it was drawn. Go back to the case and open it again.';
const LONGEST_LINE = 300;
const LONGEST_TEXT = 20_000;
const DAYS_AHEAD = 365;

/** What no single line holds: line breaks, other control characters, and marks that turn the text behind them around. */
const UNLINED = /[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu;

export const line = (label: string) =>
  z
    .string()
    .overwrite((typed) => typed.replace(UNLINED, ' '))
    .trim()
    .max(
      LONGEST_LINE,
      `${label} is longer than ${LONGEST_LINE} characters. Shorten it, and put the rest in a note.`,
    )
    .default('');

export const requiredLine = (label: string, remedy: string) =>
  line(label).refine((text) => text.length > 0, { message: `${label} is missing.`, params: { remedy } });

/** Whether a text is one bare e-mail address: no list of them, and no name beside it. */
export const isEmailAddress = (text: string): boolean =>
  /^[^\s@,;:<>()"]+@[^\s@,;:<>()"]+\.[^\s@,;:<>()"]+$/.test(text);

export const wholeNumber = (label: string, { min, max }: { readonly min: number; readonly max: number }) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context): number => {
      const number = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
      if (number >= min && number <= max) return number;
      context.addIssue({ code: 'custom', message: `${label} must be a whole number from ${min} to ${max}.` });
      return z.NEVER;
    });

export const longText = (label: string) =>
  z
    .string()
    .trim()
    .max(LONGEST_TEXT, `${label} is longer than ${LONGEST_TEXT.toLocaleString('en-US')} characters.`)
    .default('');

/** A checkbox sends "on" or nothing at all. */
export const checkbox = z
  .union([z.literal('on'), z.literal('')])
  .optional()
  .transform((value) => value === 'on');

/** Several checkboxes of one name: none, one text, or a list. */
export const choices = <const T extends string>(values: readonly [T, ...T[]], message: string) =>
  z
    .union([z.array(z.string()), z.string()])
    .default([])
    .transform((given) => (Array.isArray(given) ? given : [given]).filter((value) => value !== ''))
    .pipe(z.array(z.enum(values, message)));

export const choice = <const T extends string>(values: readonly [T, ...T[]], message: string) =>
  z.enum(values, message);

export const optionalChoice = <const T extends string>(values: readonly [T, ...T[]], message: string) =>
  z
    .union([z.literal('').transform(() => null), z.enum(values, message)])
    .nullable()
    .default(null);

export const recordId = z.uuid('This record is no longer there. Go back and open it again.');

export const optionalRecordId = z
  .union([z.literal('').transform(() => null), recordId])
  .nullable()
  .default(null);

const LARGEST_INTEGER = 2_147_483_647;

const version = z.coerce
  .number(REOPEN_FORM)
  .int(REOPEN_FORM)
  .positive(REOPEN_FORM)
  .max(LARGEST_INTEGER, REOPEN_FORM)
  .optional();

/** The version a person looked at, and the case it belongs to: every form about a recorded case carries both. */
export const caseForm = { caseId: recordId, version };

/** Reads a date as people type it; empty is null. */
export const optionalDate = (label: string, today: LocalDate) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context): LocalDate | null => {
      if (typed === '') return null;
      const read = readTypedDate(typed, today);
      if (read) return read;
      context.addIssue({
        code: 'custom',
        message: `${label}: “${typed.slice(0, 40)}” is not a date that can be read.`,
        params: { remedy: 'Type it as month/day/year, such as 6/5/26, or as June 5, 2026.' },
      });
      return z.NEVER;
    });

export const requiredDate = (label: string, today: LocalDate) =>
  optionalDate(label, today).transform((read, context): LocalDate => {
    if (read) return read;
    context.addIssue({
      code: 'custom',
      message: `${label} is missing.`,
      params: { remedy: 'Type it as month/day/year, such as 6/5/26, or as June 5, 2026.' },
    });
    return z.NEVER;
  });

/** A date that may lie ahead, such as the day services end; without a year it is the next such day. */
export const readAhead = (label: string, today: LocalDate) => optionalDate(label, addDays(today, DAYS_AHEAD));

/** Whether a typed hour of that day, where it can be read, is still to come. */
export function isTimeAhead(typed: string, date: LocalDate, now: Date): boolean {
  const at = readTypedTime(typed, date);
  return at !== null && compareInstants(at, instantOfDate(now)) > 0;
}

/** A time of day in California on `date`, typed as 4:05 pm or 16:05. */
export function readTypedTime(typed: string, date: LocalDate): Instant | null {
  const match = /^(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?$/i.exec(typed.trim());
  if (!match) return null;
  const minutes = Number(match[2] ?? '0');
  const half = match[3]?.toLowerCase();
  const typedHour = Number(match[1]);
  if (minutes > 59 || (half ? typedHour < 1 || typedHour > 12 : typedHour > 23)) return null;
  const hour = half ? (typedHour % 12) + (half === 'p' ? 12 : 0) : typedHour;
  const local = `${date}T${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  // The offset in force at that wall time: on the two days when clocks change, midnight's may be the other one.
  for (const offset of offsetsOn(date)) {
    const at = parseInstant(`${local}${offset}`);
    if (at && wallTimeMatches(at, date, hour)) return at;
  }
  return null;
}

function offsetsOn(date: LocalDate): string[] {
  const midnight = startOfPacificDay(date);
  return [...new Set([midnight, addHours(midnight, 23)].map((at) => at.slice(-6)))];
}

function wallTimeMatches(at: Instant, date: LocalDate, hour: number): boolean {
  const pacific = addHours(at, 0);
  return pacificDateOf(at) === date && Number(pacific.slice(11, 13)) === hour;
}

export const howKnown = z.union([z.literal('').transform(() => undefined), z.enum(HOW_KNOWN)]).optional();

/**
 * How each date that is given is known, laid over what `former` says of the record's other dates; a date that was
 * taken away takes its source along.
 */
export function dateSourcesOf<Field extends string>(
  dates: Readonly<Record<Field, LocalDate | null>>,
  known: { readonly [Key in `${Field}Known`]?: HowKnown | undefined },
  former: DateSources = {},
): DateSources {
  const fields = Object.keys(dates) as Field[];
  const others = Object.entries(former).filter(([field]) => !Object.hasOwn(dates, field));
  const given = fields.filter((field) => dates[field] !== null);
  return Object.fromEntries([
    ...others,
    ...given.map((field): [string, HowKnown] => [field, known[`${field}Known`] ?? 'on-document']),
  ]);
}

/** A record's id from the address of a page, or null where there is none that could be one. */
export const recordIdIn = (given: string | readonly string[] | undefined): string | null =>
  recordId.safeParse(Array.isArray(given) ? given[0] : given).data ?? null;
