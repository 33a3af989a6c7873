import {
  dateOfEpochDay,
  epochDay,
  epochDayOf,
  type LocalDate,
  parseLocalDate,
  weekdayOfEpochDay,
  yearOf,
} from './local-date.ts';

/** A point in time, ISO 8601 with an offset (`2026-03-06T16:00:00-08:00`). The text is kept as it was written. */
export type Instant = string & { readonly __brand: 'Instant' };

const isoInstant = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const hour = 3_600;
const day = 24 * hour;

/** Reads `YYYY-MM-DDTHH:MM`, optional `:SS` and fraction, then `Z` or `±HH:MM`; anything else, or an hour that does not exist, is null. */
export function parseInstant(text: string): Instant | null {
  const parts = isoInstant.exec(text);
  if (parts === null || parseLocalDate(parts[1] ?? '') === null) return null;
  const withinDay = Number(parts[2]) <= 23 && Number(parts[3]) <= 59 && Number(parts[4] ?? 0) <= 59;
  const offsetExists = Number(parts[6] ?? 0) <= 23 && Number(parts[7] ?? 0) <= 59;
  return withinDay && offsetExists ? (text as Instant) : null;
}

/** Reads an instant written in the source code; throws a RangeError where it is not one. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new RangeError(`"${text}" is not an instant with an offset`);
  return parsed;
}

/** The instant of a `Date`, in Pacific time, its milliseconds dropped. */
export function instantOfDate(date: Date): Instant {
  return formatPacificInstant(Math.floor(date.getTime() / 1_000));
}

/** Whole seconds since 1970-01-01T00:00:00Z; a fraction of a second is dropped. */
export function epochSecondsOf(at: Instant): number {
  const tee = at.indexOf('T');
  const clock = at.slice(tee + 1);
  const seconds = clock[5] === ':' ? Number(clock.slice(6, 8)) : 0;
  const local =
    epochDayOf(at.slice(0, tee) as LocalDate) * day +
    Number(clock.slice(0, 2)) * hour +
    Number(clock.slice(3, 5)) * 60 +
    seconds;
  if (clock.endsWith('Z')) return local;
  const offset = Number(clock.slice(-5, -3)) * hour + Number(clock.slice(-2)) * 60;
  return clock.at(-6) === '-' ? local + offset : local - offset;
}

/** The instant that many elapsed hours later, on the UTC line, written in Pacific time. */
export function addHours(at: Instant, hours: number): Instant {
  return formatPacificInstant(epochSecondsOf(at) + hours * hour);
}

/** Negative, zero or positive; to the second, whatever the offsets. */
export function compareInstants(a: Instant, b: Instant): number {
  return epochSecondsOf(a) - epochSecondsOf(b);
}

/** The day this instant falls on in California; exact from 1987 on. */
export function pacificDateOf(at: Instant): LocalDate {
  return pacificDateOfSeconds(epochSecondsOf(at));
}

/** The day a count of seconds since 1970-01-01T00:00:00Z falls on in California; exact from 1987 on. */
export function pacificDateOfSeconds(seconds: number): LocalDate {
  return dateOfEpochDay(Math.floor((seconds + pacificOffset(seconds)) / day));
}

/** Midnight in California at which this day begins; midnight always exists there, since clocks change at 2:00. */
export function startOfPacificDay(date: LocalDate): Instant {
  const midnight = epochDayOf(date) * day;
  const standard = midnight + 8 * hour;
  return formatPacificInstant(pacificOffset(standard) === -8 * hour ? standard : midnight + 7 * hour);
}

/** Writes seconds since 1970-01-01T00:00:00Z in Pacific time, with its offset and whole seconds. */
export function formatPacificInstant(seconds: number): Instant {
  const offset = pacificOffset(seconds);
  const local = seconds + offset;
  const date = dateOfEpochDay(Math.floor(local / day));
  const ofDay = local - Math.floor(local / day) * day;
  const clock = [Math.floor(ofDay / hour), Math.floor(ofDay / 60) % 60, ofDay % 60].map(twoDigits).join(':');
  return `${date}T${clock}-0${-offset / hour}:00` as Instant;
}

// Clocks change at 2:00 local time (15 U.S.C. 260a): second Sunday of March to first Sunday of November
// since 2007, first Sunday of April to last Sunday of October before.
function pacificOffset(seconds: number): number {
  const year = yearOf(dateOfEpochDay(Math.floor((seconds - 8 * hour) / day)));
  const starts = year >= 2007 ? sundayOnOrAfter(year, 3, 8) : sundayOnOrAfter(year, 4, 1);
  const ends = year >= 2007 ? sundayOnOrAfter(year, 11, 1) : sundayOnOrAfter(year, 10, 25);
  const daylight = seconds >= starts * day + 10 * hour && seconds < ends * day + 9 * hour;
  return (daylight ? -7 : -8) * hour;
}

function sundayOnOrAfter(year: number, month: number, dayOfMonth: number): number {
  const days = epochDay(year, month, dayOfMonth);
  return days + ((7 - weekdayOfEpochDay(days)) % 7);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
