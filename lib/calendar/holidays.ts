import {
  addDays,
  dateOf,
  daysInMonth,
  epochDayOf,
  type LocalDate,
  type Weekday,
  weekday,
} from './local-date.ts';

export interface Holiday {
  readonly name: string;
  readonly on: LocalDate;
}

/** Days that are in no pattern, by year. */
export type SingleDays = Readonly<Record<number, readonly Holiday[]>>;

/** Where the closures of California's state offices come from. */
export const stateClosureSource = {
  law: 'Gov. Code 19853(a)-(b)',
  url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=GOV&sectionNum=19853.',
  /** Years whose computed closures were compared, day by day, with the statute. */
  reviewedYears: [2025, 2026, 2027, 2028],
} as const;

/** Where the federal holidays come from that move the last day of a federal review. */
export const federalHolidaySource = {
  law: '5 U.S.C. 6103(a)',
  url: 'https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title5-section6103',
  /** Years whose computed holidays were compared, day by day, with the statute. */
  reviewedYears: [2025, 2026, 2027, 2028],
} as const;

/** Days the Governor appointed beyond the statute's own list. A deployment adds a proclaimed day here. */
export const appointedClosures: SingleDays = {};

/**
 * Days that an act of Congress made a legal holiday once. An order that only closes federal offices makes none, and to
 * leave its day out gives the earlier date, which is the safe one.
 */
export const enactedFederalHolidays: SingleDays = {};

/** The days on which California's state offices are closed (Gov. Code 19853), weekends aside, in calendar order. */
export function stateClosures(year: number, appointed: SingleDays = appointedClosures): readonly Holiday[] {
  return [
    ...fixed(year, 1, 1, "New Year's Day"),
    nthWeekday(year, 1, 1, 3, 'Martin Luther King Jr. Day'),
    nthWeekday(year, 2, 1, 3, "Presidents' Day"),
    ...fixed(year, 3, 31, 'March 31 state holiday'),
    lastMonday(year, 5, 'Memorial Day'),
    ...fixed(year, 7, 4, 'Independence Day'),
    nthWeekday(year, 9, 1, 1, 'Labor Day'),
    ...veteransDay(year),
    thanksgiving(year),
    { name: 'the day after Thanksgiving', on: addDays(thanksgiving(year).on, 1) },
    ...fixed(year, 12, 25, 'Christmas Day'),
    ...(appointed[year] ?? []),
  ].toSorted(byDay);
}

/** The federal holidays of 5 U.S.C. 6103(a) on their own dates; days observed in their place are not among them. */
export function federalHolidays(
  year: number,
  enacted: SingleDays = enactedFederalHolidays,
): readonly Holiday[] {
  return [
    { name: "New Year's Day", on: day(year, 1, 1) },
    nthWeekday(year, 1, 1, 3, 'Martin Luther King Jr. Day'),
    nthWeekday(year, 2, 1, 3, "Washington's Birthday"),
    lastMonday(year, 5, 'Memorial Day'),
    { name: 'Juneteenth', on: day(year, 6, 19) },
    { name: 'Independence Day', on: day(year, 7, 4) },
    nthWeekday(year, 9, 1, 1, 'Labor Day'),
    nthWeekday(year, 10, 1, 2, 'Columbus Day'),
    { name: 'Veterans Day', on: day(year, 11, 11) },
    thanksgiving(year),
    { name: 'Christmas Day', on: day(year, 12, 25) },
    ...(enacted[year] ?? []),
  ].toSorted(byDay);
}

const byDay = (a: Holiday, b: Holiday): number => epochDayOf(a.on) - epochDayOf(b.on);

// On a Sunday the Monday closes as well; on a Saturday nothing moves.
function fixed(year: number, month: number, dayOfMonth: number, name: string): Holiday[] {
  const on = day(year, month, dayOfMonth);
  const itself = { name, on };
  return weekday(on) === 0 ? [itself, { name: `${name} (observed)`, on: addDays(on, 1) }] : [itself];
}

// The one holiday that moves to the Friday before when it falls on a Saturday.
function veteransDay(year: number): Holiday[] {
  const name = 'Veterans Day';
  const on = day(year, 11, 11);
  if (weekday(on) !== 6) return fixed(year, 11, 11, name);
  return [
    { name: `${name} (observed)`, on: addDays(on, -1) },
    { name, on },
  ];
}

function thanksgiving(year: number): Holiday {
  return nthWeekday(year, 11, 4, 4, 'Thanksgiving Day');
}

function nthWeekday(year: number, month: number, of: Weekday, nth: number, name: string): Holiday {
  const first = day(year, month, 1);
  return { name, on: addDays(first, ((of - weekday(first) + 7) % 7) + (nth - 1) * 7) };
}

function lastMonday(year: number, month: number, name: string): Holiday {
  const last = day(year, month, daysInMonth(year, month));
  return { name, on: addDays(last, -((weekday(last) + 6) % 7)) };
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  const date = dateOf(year, month, dayOfMonth);
  if (date === null) throw new RangeError(`no day ${dayOfMonth} in month ${month} of ${year}`);
  return date;
}
