import { epochSecondsOf, formatPacificInstant, type Instant, instantOfDate } from './instant.ts';
import {
  addDays,
  dateOf,
  dayOfMonth,
  daysBetween,
  isAfter,
  type LocalDate,
  monthOf,
  weekday,
  yearOf,
} from './local-date.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "Fri Nov 27"; with the year ("Wed May 19, 2027") where it is not the year of `today`. */
export function formatShortDate(date: LocalDate, today: LocalDate): string {
  const day = `${weekdayName(date).slice(0, 3)} ${monthName(date).slice(0, 3)} ${dayOfMonth(date)}`;
  return yearOf(date) === yearOf(today) ? day : `${day}, ${yearOf(date)}`;
}

/** "Nov 27"; with the year ("May 19, 2027") where it is not the year of `today`. */
export function formatMonthDay(date: LocalDate, today: LocalDate): string {
  const day = `${monthName(date).slice(0, 3)} ${dayOfMonth(date)}`;
  return yearOf(date) === yearOf(today) ? day : `${day}, ${yearOf(date)}`;
}

/** "Friday, June 5, 2026". */
export function formatLongDate(date: LocalDate): string {
  return `${weekdayName(date)}, ${monthName(date)} ${dayOfMonth(date)}, ${yearOf(date)}`;
}

/** "Fri, Jun 5, 2026": complete and short, for sentences that travel without a page around them. */
export function formatMediumDate(date: LocalDate): string {
  return `${weekdayName(date).slice(0, 3)}, ${monthName(date).slice(0, 3)} ${dayOfMonth(date)}, ${yearOf(date)}`;
}

/** "6/5/2026", as a person types it; `readTypedDate` reads it back to the same day. */
export function formatTypedDate(date: LocalDate): string {
  return `${monthOf(date)}/${dayOfMonth(date)}/${yearOf(date)}`;
}

/** "4:05 pm", the Pacific wall time of a moment, as a person types it. */
export function formatTypedTime(at: Date): string {
  return (/^\S+ [ap]m/.exec(formatMomentInPacific(at)) ?? [''])[0];
}

/** "4:00 pm PDT on Sun, Mar 8, 2026", in Pacific time; seconds only where they are not zero. */
export function formatInstant(at: Instant): string {
  const pacific = formatPacificInstant(epochSecondsOf(at));
  const tee = pacific.indexOf('T');
  const hour = Number(pacific.slice(tee + 1, tee + 3));
  const seconds = pacific.slice(tee + 6, tee + 9);
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}${pacific.slice(tee + 3, tee + 6)}${seconds === ':00' ? '' : seconds}`;
  const zone = pacific.endsWith('-07:00') ? 'PDT' : 'PST';
  return `${clock} ${hour < 12 ? 'am' : 'pm'} ${zone} on ${formatMediumDate(pacific.slice(0, tee) as LocalDate)}`;
}

/** "6 days", "1 day", "today", or for a day gone by "3 days late" (a duty) and "3 days over" (the client's own limit). */
export function formatDaysLeft(dueOn: LocalDate, today: LocalDate, past: 'late' | 'over'): string {
  const left = daysBetween(today, dueOn);
  if (left === 0) return 'today';
  return left > 0 ? formatDayCount(left) : `${formatDayCount(-left)} ${past}`;
}

/** "1 day", "6 days". */
export function formatDayCount(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

export function weekdayName(date: LocalDate): string {
  return weekdays[weekday(date)];
}

export function monthName(date: LocalDate): string {
  return monthNames[monthOf(date) - 1] ?? '';
}

const otherAbbreviations: Readonly<Record<string, readonly string[]>> = {
  september: ['sept'],
  tuesday: ['tues'],
  thursday: ['thur', 'thurs'],
};

const yearFirst = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const monthFirst = /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/;
const monthNameFirst = /^(?:([a-z]+)\.?,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/;
const dayThenMonthName = /^(?:([a-z]+)\.?,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?:,? (\d{4}))?$/;

/**
 * Reads a date as people type it, in US order: "2026-06-05", "6/5/26", "6-5-26", "June 5", "Fri, Jun 5, 2026",
 * "5 June 2026", "today", "yesterday". Without a year it is the most recent such day up to `today`, since what is
 * recorded has happened. Anything impossible or open to doubt is null, as is a weekday that contradicts the date.
 */
export function readTypedDate(text: string, today: LocalDate): LocalDate | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (typed === 'today') return today;
  if (typed === 'yesterday') return addDays(today, -1);

  const iso = yearFirst.exec(typed);
  if (iso) return dateOf(Number(iso[1]), Number(iso[3]), Number(iso[4]));

  const numeric = monthFirst.exec(typed);
  if (numeric) return withYear(numeric[4], Number(numeric[1]), Number(numeric[3]), today);

  const named = monthNameFirst.exec(typed);
  if (named) return onWeekday(named[1], withYear(named[4], monthNumber(named[2]), Number(named[3]), today));

  const british = dayThenMonthName.exec(typed);
  if (british) {
    return onWeekday(british[1], withYear(british[4], monthNumber(british[3]), Number(british[2]), today));
  }
  return null;
}

function withYear(year: string | undefined, month: number, day: number, today: LocalDate): LocalDate | null {
  if (year === undefined) return mostRecent(month, day, today);
  return dateOf(year.length === 2 ? fullYear(Number(year), today) : Number(year), month, day);
}

// A two-digit year lies at most twenty years ahead: 26 is 2026, 98 is 1998.
function fullYear(twoDigits: number, today: LocalDate): number {
  const century = Math.floor(yearOf(today) / 100) * 100;
  const year = century + twoDigits;
  return year > yearOf(today) + 20 ? year - 100 : year;
}

// Eight years back reach a February 29 even across a century that has no leap day.
function mostRecent(month: number, day: number, today: LocalDate): LocalDate | null {
  for (let year = yearOf(today); year >= yearOf(today) - 8; year -= 1) {
    const date = dateOf(year, month, day);
    if (date !== null && !isAfter(date, today)) return date;
  }
  return null;
}

function onWeekday(typed: string | undefined, date: LocalDate | null): LocalDate | null {
  if (typed === undefined || date === null) return date;
  return isNameOf(typed, weekdayName(date)) ? date : null;
}

function monthNumber(typed: string | undefined): number {
  return monthNames.findIndex((month) => typed !== undefined && isNameOf(typed, month)) + 1;
}

function isNameOf(typed: string, name: string): boolean {
  const lower = name.toLowerCase();
  return typed === lower || typed === lower.slice(0, 3) || (otherAbbreviations[lower] ?? []).includes(typed);
}

/** "Nov 21, 2026, 10:42 am", the Pacific wall time of a moment in the record. */
export function formatMoment(at: Date): string {
  const [clock, day] = formatMomentInPacific(at).split(/ P[DS]T on \w+, /);
  return `${day}, ${clock}`;
}

function formatMomentInPacific(at: Date): string {
  const wholeMinutes = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
  return formatInstant(instantOfDate(wholeMinutes));
}
