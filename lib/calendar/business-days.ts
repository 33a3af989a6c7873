import { federalHolidays, type Holiday, stateClosures } from './holidays.ts';
import { addDays, daysBetween, type LocalDate, weekday, yearOf } from './local-date.ts';

const closureCache = new Map<number, ReadonlyMap<LocalDate, string>>();
const federalCache = new Map<number, ReadonlyMap<LocalDate, string>>();

/** Monday to Friday, unless California's state offices are closed (Gov. Code 19853). */
export function isWorkingDay(date: LocalDate): boolean {
  return !isWeekend(date) && closureName(date) === null;
}

/** Why state offices are closed on that day, weekends aside; null where they are not. */
export function closureName(date: LocalDate): string | null {
  return named(closureCache, stateClosures, date);
}

/** The first working day on or after that date. */
export function nextWorkingDay(date: LocalDate): LocalDate {
  let candidate = date;
  while (!isWorkingDay(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

/** The date that many working days later (0 or more); the first day is not counted, the last one is. */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  let counted = date;
  for (let left = count; left > 0; left -= 1) counted = nextWorkingDay(addDays(counted, 1));
  return counted;
}

/** Working days after the first date through the second; 0 where the second is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let offset = daysBetween(from, to); offset > 0; offset -= 1) {
    if (isWorkingDay(addDays(to, 1 - offset))) count += 1;
  }
  return count;
}

/** The first day on or after that date that is no Saturday, Sunday or federal holiday (45 CFR 147.136(d)(2)(i)); observed days do not count. */
export function federalRoll(date: LocalDate): LocalDate {
  let candidate = date;
  while (isWeekend(candidate) || federalHolidayName(candidate) !== null) candidate = addDays(candidate, 1);
  return candidate;
}

/** The federal holiday on that very day, or null. */
export function federalHolidayName(date: LocalDate): string | null {
  return named(federalCache, federalHolidays, date);
}

/** The years from one date through another whose days off no person has compared with the law yet. */
export function unreviewedYears(
  from: LocalDate,
  to: LocalDate,
  source: { readonly reviewedYears: readonly number[] },
): number[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years.filter((year) => !source.reviewedYears.includes(year));
}

export function isWeekend(date: LocalDate): boolean {
  const day = weekday(date);
  return day === 0 || day === 6;
}

function named(
  cache: Map<number, ReadonlyMap<LocalDate, string>>,
  holidaysOf: (year: number) => readonly Holiday[],
  date: LocalDate,
): string | null {
  const year = yearOf(date);
  let names = cache.get(year);
  if (names === undefined) {
    names = new Map(holidaysOf(year).map((holiday) => [holiday.on, holiday.name]));
    cache.set(year, names);
  }
  return names.get(date) ?? null;
}
