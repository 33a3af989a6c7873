import { isWeekend, isWorkingDay } from './business-days.ts';
import type { Holiday } from './holidays.ts';
import { addDays, dateOf, type LocalDate, type Weekday, weekday, yearOf } from './local-date.ts';

/** A day the law calls a holiday although the state's offices work on it: told as a note, never counted as closed. */
export interface NotedHoliday extends Holiday {
  /** Who keeps it: the courts (CCP 135), some hours of it only, or nobody but the list itself. */
  readonly kept: 'by-courts' | 'noon-to-three' | 'in-name' | 'no-longer-by-courts';
}

/** Where the days come from that are holidays in name. */
export const notedHolidaySource = {
  law: 'Gov. Code 6700',
  url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=GOV&sectionNum=6700.',
} as const;

/** The two that follow the moon, taken from almanacs. A deployment adds a later year here; until then it has no note. */
const lunarHolidays: Readonly<
  Record<number, readonly (readonly [month: number, day: number, name: string])[]>
> = {
  2025: [[1, 29, 'Lunar New Year']],
  2026: [
    [2, 17, 'Lunar New Year'],
    [11, 8, 'Diwali'],
  ],
  2027: [
    [2, 6, 'Lunar New Year'],
    [10, 29, 'Diwali'],
  ],
  2028: [
    [1, 26, 'Lunar New Year'],
    [10, 17, 'Diwali'],
  ],
};

/** The holidays of Gov. Code 6700 on which the state's offices are open (Gov. Code 19853 leaves them out), weekdays or not. */
export function notedHolidays(year: number): readonly NotedHoliday[] {
  return [
    { name: "Lincoln's Birthday", on: day(year, 2, 12), kept: 'by-courts' },
    { name: 'Good Friday', on: addDays(easter(year), -2), kept: 'noon-to-three' },
    { name: 'Genocide Remembrance Day', on: day(year, 4, 24), kept: 'in-name' },
    { name: 'Juneteenth', on: day(year, 6, 19), kept: 'by-courts' },
    { name: 'Admission Day', on: day(year, 9, 9), kept: 'in-name' },
    { name: 'Native American Day', on: nth(year, 9, 5, 4), kept: 'by-courts' },
    {
      name: "Columbus Day and Indigenous Peoples' Day",
      on: nth(year, 10, 1, 2),
      kept: 'no-longer-by-courts',
    },
    ...(lunarHolidays[year] ?? []).map(
      ([month, dayOfMonth, name]): NotedHoliday => ({
        name,
        on: day(year, month, dayOfMonth),
        kept: 'in-name',
      }),
    ),
  ];
}

/** The holiday in name on a day that is a working day all the same, or null. */
export function notedHolidayOn(date: LocalDate): NotedHoliday | null {
  if (isWeekend(date) || !isWorkingDay(date)) return null;
  return notedHolidays(yearOf(date)).find(({ on }) => on === date) ?? null;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876. */
function easter(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const march = epact + sunday - 7 * shift + 114;
  return day(year, Math.floor(march / 31), (march % 31) + 1);
}

function nth(year: number, month: number, of: Weekday, count: number): LocalDate {
  const first = day(year, month, 1);
  return addDays(first, ((of - weekday(first) + 7) % 7) + (count - 1) * 7);
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  const date = dateOf(year, month, dayOfMonth);
  if (date === null) throw new RangeError(`no day ${dayOfMonth} in month ${month} of ${year}`);
  return date;
}
