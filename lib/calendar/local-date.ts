/** A civil date in California, `YYYY-MM-DD`: a day on a calendar, never an instant. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** Sunday is 0, as in `Date.prototype.getUTCDay`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a strict `YYYY-MM-DD` that names a real day from year 1 on; anything else is null. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!isoDay.test(text)) return null;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return isRealDay(year, month, day) ? (text as LocalDate) : null;
}

/** Reads a date written in the source code; throws a RangeError where it is not a real day. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError(`"${text}" is not a real day written YYYY-MM-DD`);
  return date;
}

/** The day with this year, month (1 to 12) and day of the month, or null where there is none. */
export function dateOf(year: number, month: number, day: number): LocalDate | null {
  return isRealDay(year, month, day) ? written(year, month, day) : null;
}

/** How many days February, or any month (1 to 12), has in that year. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Whole days since 1970-01-01 on the proleptic Gregorian calendar; the day itself counts from 0. */
export function epochDayOf(date: LocalDate): number {
  return epochDay(yearOf(date), monthOf(date), dayOfMonth(date));
}

/** The inverse of `epochDayOf`, for any whole number of days. */
export function dateOfEpochDay(days: number): LocalDate {
  // Days to civil: eras of 400 years that start on March 1, so that the leap day ends the year.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The date that many calendar days later (earlier where negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** The same day number that many months on, clamped to the month's last day (Gov. Code 6804; Aug 31 + 6 = Feb 28 or 29). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month } = monthsOn(date, months);
  return written(year, month, Math.min(dayOfMonth(date), daysInMonth(year, month)));
}

/** The same day number that many months on or, where that month has none, the first of the next (45 CFR 147.136(d)(2)(i); Oct 30 + 4 = Mar 1). */
export function addFederalMonths(date: LocalDate, months: number): LocalDate {
  const { year, month } = monthsOn(date, months);
  if (dayOfMonth(date) <= daysInMonth(year, month)) return written(year, month, dayOfMonth(date));
  return month === 12 ? written(year + 1, 1, 1) : written(year, month + 1, 1);
}

/** Calendar days from the first to the second, the first day excluded; negative where the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** Negative, zero or positive, for `Array.prototype.sort`. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return epochDayOf(a) - epochDayOf(b);
}

export function isBefore(a: LocalDate, b: LocalDate): boolean {
  return compareDates(a, b) < 0;
}

export function isAfter(a: LocalDate, b: LocalDate): boolean {
  return compareDates(a, b) > 0;
}

export function earliest(first: LocalDate, ...rest: readonly LocalDate[]): LocalDate {
  return rest.reduce((best, date) => (isBefore(date, best) ? date : best), first);
}

export function latest(first: LocalDate, ...rest: readonly LocalDate[]): LocalDate {
  return rest.reduce((best, date) => (isAfter(date, best) ? date : best), first);
}

export function weekday(date: LocalDate): Weekday {
  return weekdayOfEpochDay(epochDayOf(date));
}

/** The weekday of a count of days since 1970-01-01, which was a Thursday. */
export function weekdayOfEpochDay(days: number): Weekday {
  return ((((days + 4) % 7) + 7) % 7) as Weekday;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, -6));
}

/** The month, 1 to 12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(-5, -3));
}

export function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(-2));
}

/** Whole days from 1970-01-01 to the day with this year, month (1 to 12) and day. */
export function epochDay(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function monthsOn(date: LocalDate, months: number): { year: number; month: number } {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

function isRealDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

// A period that starts in 9999 may end in year 10000: ISO 8601 writes such years with a sign and six digits.
function written(year: number, month: number, day: number): LocalDate {
  const digits = year > 9999 ? `+${String(year).padStart(6, '0')}` : String(year).padStart(4, '0');
  return `${digits}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as LocalDate;
}
