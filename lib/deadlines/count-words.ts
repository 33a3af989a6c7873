import { formatMonthDay, monthName, monthNames } from '../calendar/format-date.ts';
import { type LocalDate, yearOf } from '../calendar/local-date.ts';

/** What the drawings of a count say, in one language. */
export interface CountWords {
  readonly dates: {
    /** "April 2027" */
    readonly monthYear: (date: LocalDate) => string;
    /** "Apr 9", with the year where it is not today's. */
    readonly monthDay: (date: LocalDate, today: LocalDate) => string;
    /** Twelve, January first. */
    readonly months: readonly string[];
  };
  readonly proof: {
    readonly monthGrid: (drawn: {
      readonly month: LocalDate;
      readonly notCounted: LocalDate | null;
      readonly counted: number;
      readonly last: LocalDate | null;
      readonly today: LocalDate | null;
      readonly closed: readonly LocalDate[];
    }) => string;
    readonly monthCount: (count: number) => string;
    readonly dayCount: (count: number, isWorkingDays: boolean) => string;
    readonly monthCountLabel: (from: LocalDate, end: LocalDate, months: readonly string[]) => string;
    readonly dayCountLabel: (rows: readonly { readonly text: string; readonly number: number }[]) => string;
    readonly noSuchDay: (day: number) => string;
  };
}

const monthDay = (date: LocalDate): string => formatMonthDay(date, date);
const monthYear = (date: LocalDate): string => `${monthName(date)} ${yearOf(date)}`;

export const englishCountWords: CountWords = {
  dates: {
    monthYear,
    monthDay: formatMonthDay,
    months: monthNames,
  },
  proof: {
    monthGrid: ({ month, notCounted, counted, last, today, closed }) =>
      [
        `${monthYear(month)}.`,
        notCounted ? `${monthDay(notCounted)} starts the count and is not counted.` : '',
        counted > 0 ? `${counted === 1 ? '1 day is' : `${counted} days are`} counted.` : '',
        last ? `${monthDay(last)} is the last day.` : '',
        today ? `Today is ${monthDay(today)}.` : '',
        closed.length > 0 ? `State offices are closed on ${listed(closed.map(monthDay))}.` : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    monthCount: (count) => `${count} calendar months`,
    dayCount: (count, isWorkingDays) => `${count} ${isWorkingDays ? 'working' : 'calendar'} days`,
    monthCountLabel: (from, end, months) =>
      `Calendar months from ${monthDay(from)}: ${months.join(', ')}. The count ends on ${monthDay(end)}.`,
    dayCountLabel: (rows) =>
      `Days counted by the end of each month: ${rows.map(({ text, number }) => `${text} ${number}`).join(', ')}.`,
    noSuchDay: (day) => `no ${ordinal(day)}`,
  },
};

const listed = (items: readonly string[]): string =>
  new Intl.ListFormat('en-US', { style: 'long', type: 'conjunction' }).format(items);

function ordinal(day: number): string {
  const tens = day % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${suffix}`;
}
