import { closureName, federalHolidayName, isWeekend, unreviewedYears } from '../calendar/business-days.ts';
import { formatMediumDate, weekdayName } from '../calendar/format-date.ts';
import { federalHolidaySource, stateClosureSource } from '../calendar/holidays.ts';
import { addDays, isAfter, type LocalDate, weekday } from '../calendar/local-date.ts';
import { type NotedHoliday, notedHolidayOn, notedHolidaySource } from '../calendar/noted-holidays.ts';
import type { DueDate } from './due-date.ts';
import type { DatedRule } from './rules.ts';

/** What days off did to one date, and what they did not do to it. */
export interface HolidayNotes {
  /** What days off do to a count of this kind, in one sentence. */
  readonly counting: string;
  /** Days off that changed the count or the last day, each as a sentence. */
  readonly moved: readonly string[];
  /** Days that many take for days off and that changed nothing, each as a sentence that says why. */
  readonly unmoved: readonly string[];
  readonly lists: readonly { readonly law: string; readonly url: string }[];
  /** Years of the list of days off that a person compared with its law, and those that this date needs beside them. */
  readonly reviewedYears: readonly number[];
  readonly unreviewedYears: readonly number[];
}

/** How holidays bear on that due date; null where the count takes no notice of them and none lies at its end. */
export function holidayNotesOf(rule: DatedRule, due: DueDate): HolidayNotes | null {
  if (due.at !== undefined) return null;
  if (due.period.unit === 'working days') return workingDayNotes(due);
  if (rule.rollover === 'law') return federalNotes(due);
  if (rule.rollover === 'information') return rolledNotes(due);
  return calendarDayNotes(due);
}

function workingDayNotes({ from, countedTo }: DueDate): HolidayNotes {
  const span = daysThrough(addDays(from.on, 1), countedTo);
  return {
    counting: 'Working days are Monday to Friday, without the closures of state offices.',
    moved: daysOff(
      span.filter((day) => !isWeekend(day)),
      closureName,
      'is left out',
    ),
    unmoved: [...span.flatMap(notCounted), ...span.flatMap(onSaturday)],
    ...stateLists(from.on, countedTo),
  };
}

function rolledNotes({ on, rolledOn }: DueDate): HolidayNotes {
  const span = daysThrough(on, rolledOn ?? on);
  return {
    counting:
      rolledOn === undefined
        ? `${formatMediumDate(on)} is a working day, so no later date stands beside it.`
        : 'The date stays where the count ends. It is no working day, so the next one stands beside it, for information only.',
    moved: rolledOn === undefined ? [] : daysOff(span.slice(0, -1), closureName, 'is no working day'),
    unmoved: span.flatMap(notCounted),
    ...stateLists(on, rolledOn ?? on),
  };
}

function federalNotes({ on, countedTo }: DueDate): HolidayNotes {
  const span = daysThrough(countedTo, on);
  const source = federalHolidaySource;
  return {
    counting:
      'The federal rule itself moves a last day that is a Saturday, a Sunday or a federal holiday to the next day that is none.',
    moved: daysOff(span.slice(0, -1), federalHolidayName, 'moves the last day'),
    unmoved: span
      .filter((day) => federalHolidayName(day) === null)
      .flatMap((day) => {
        const name = isWeekend(day) ? null : (closureName(day) ?? notedHolidayOn(day)?.name ?? null);
        return name === null
          ? []
          : [
              `${formatMediumDate(day)}, ${name}, is not counted as a holiday, because only the federal holidays of ${source.law} move this date.`,
            ];
      }),
    lists: [{ law: source.law, url: source.url }],
    reviewedYears: source.reviewedYears,
    unreviewedYears: unreviewedYears(countedTo, on, source),
  };
}

function calendarDayNotes({ on, period }: DueDate): HolidayNotes | null {
  const name = dayOffName(on) ?? notedHolidayOn(on)?.name ?? null;
  if (name === null) return null;
  return {
    counting: `${period.unit === 'months' ? 'Calendar months' : 'Calendar days'}: weekends and holidays count like any other day.`,
    moved: [],
    unmoved: [`${formatMediumDate(on)} is ${name}. No rule moves the end of this count, so it stays.`],
    lists: [],
    reviewedYears: [],
    unreviewedYears: [],
  };
}

function stateLists(first: LocalDate, last: LocalDate) {
  return {
    lists: [
      { law: stateClosureSource.law, url: stateClosureSource.url },
      { law: notedHolidaySource.law, url: notedHolidaySource.url },
    ],
    reviewedYears: stateClosureSource.reviewedYears,
    unreviewedYears: unreviewedYears(first, last, stateClosureSource),
  };
}

const WHY_OPEN: Readonly<Record<NotedHoliday['kept'], string>> = {
  'by-courts': 'although the courts close, state offices are open and Gov. Code 19853 does not list it',
  'noon-to-three': 'it is one from noon to three only, and Gov. Code 19853 does not list it',
  'in-name':
    'Gov. Code 6700 calls it a holiday, but state offices are open and Gov. Code 19853 does not list it',
  'no-longer-by-courts':
    'state offices are open, Gov. Code 19853 does not list it, and it has been no court holiday since AB 855 of 2021',
};

function notCounted(day: LocalDate): string[] {
  const holiday = notedHolidayOn(day);
  return holiday === null
    ? []
    : [
        `${formatMediumDate(day)}, ${holiday.name}, is not counted as a closure, because ${WHY_OPEN[holiday.kept]}.`,
      ];
}

/** A holiday on a Saturday closes no other day, save Veterans Day, which has its Friday. */
function onSaturday(day: LocalDate): string[] {
  const name = weekday(day) === SATURDAY ? closureName(day) : null;
  if (name === null || closureName(addDays(day, -1)) !== null) return [];
  return [
    `${formatMediumDate(day)}, ${name}, closes no other day in its place, because Gov. Code 19853 moves it only off a Sunday.`,
  ];
}

const SATURDAY = 6;

const dayOffName = (day: LocalDate): string | null =>
  closureName(day) ?? (isWeekend(day) ? `a ${weekdayName(day)}` : null);

/** Each holiday of a span as a sentence, and its weekend days together in one. */
function daysOff(
  span: readonly LocalDate[],
  nameOf: (day: LocalDate) => string | null,
  what: string,
): string[] {
  const weekend = span.filter((day) => isWeekend(day) && nameOf(day) === null).map(formatMediumDate);
  const holidays = span.flatMap((day) => {
    const name = nameOf(day);
    return name === null ? [] : [`${formatMediumDate(day)}, ${name}, ${what}.`];
  });
  return [...holidays, ...(weekend.length > 0 ? [`${weekend.join(' and ')}: the weekend.`] : [])];
}

function daysThrough(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; !isAfter(day, last); day = addDays(day, 1)) days.push(day);
  return days;
}
