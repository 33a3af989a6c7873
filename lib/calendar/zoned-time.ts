import { TZDate } from '@date-fns/tz';
import { dateOf, dayOfMonth, type LocalDate, monthOf, yearOf } from './local-date.ts';

/** A time of day on the wall, "HH:MM", from 00:00 to 23:59. */
export type WallTime = string & { readonly __brand: 'WallTime' };

/** Reads "8:00" or "08:00"; anything else is null. */
export function parseWallTime(text: string): WallTime | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return null;
  return `${(parts[1] ?? '').padStart(2, '0')}:${parts[2]}` as WallTime;
}

/** Reads a time written in the source code; throws a RangeError where it is none. */
export function wallTime(text: string): WallTime {
  const parsed = parseWallTime(text);
  if (parsed === null) throw new RangeError(`"${text}" is not a time of day`);
  return parsed;
}

/** Whether the runtime knows a time zone by this name of the IANA database. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Ladders ask for the same openings again and again, and reckoning one costs more than all else about a rung. */
const reckoned = new Map<string, number>();
const MOST_RECKONED = 20_000;

/**
 * The instant at which clocks in that zone show that time on that day. A time that is skipped when clocks go forward is
 * taken as much later; of one that comes twice, the first is meant.
 */
export function instantIn(timeZone: string, on: LocalDate, at: WallTime): Date {
  const key = `${timeZone} ${on} ${at}`;
  const known = reckoned.get(key);
  if (known !== undefined) return new Date(known);
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const found = new TZDate(yearOf(on), monthOf(on) - 1, dayOfMonth(on), hours, minutes, timeZone).getTime();
  if (reckoned.size >= MOST_RECKONED) reckoned.clear();
  reckoned.set(key, found);
  return new Date(found);
}

/** The day it is in that zone at that instant. */
export function dateIn(timeZone: string, at: Date): LocalDate {
  const zoned = new TZDate(at.getTime(), timeZone);
  const on = dateOf(zoned.getFullYear(), zoned.getMonth() + 1, zoned.getDate());
  if (!on) throw new RangeError('an instant has a date');
  return on;
}

/** What clocks in that zone show at that instant. */
export function wallTimeIn(timeZone: string, at: Date): WallTime {
  const zoned = new TZDate(at.getTime(), timeZone);
  return `${twoDigits(zoned.getHours())}:${twoDigits(zoned.getMinutes())}` as WallTime;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
