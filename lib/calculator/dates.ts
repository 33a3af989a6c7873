import {
  formatDayCount,
  formatLongDate,
  formatMediumDate,
  formatShortDate,
  readTypedDate,
} from '../calendar/format-date.ts';
import { dayOfMonth, type LocalDate, monthOf, weekday, yearOf } from '../calendar/local-date.ts';
import { englishCountWords } from '../deadlines/count-words.ts';

/** How a language writes days. */
export interface DateWords {
  /** "Friday, April 9, 2027" */
  readonly long: (date: LocalDate) => string;
  /** "Fri, Apr 9, 2027": complete and short. */
  readonly medium: (date: LocalDate) => string;
  /** "Fri Apr 9", with the year where it is not today's. */
  readonly short: (date: LocalDate, today: LocalDate) => string;
  /** "Apr 9", with the year where it is not today's. */
  readonly monthDay: (date: LocalDate, today: LocalDate) => string;
  /** "April 2027" */
  readonly monthYear: (date: LocalDate) => string;
  /** "6 days", "1 day" */
  readonly count: (days: number) => string;
  /** Twelve, January first. */
  readonly months: readonly string[];
  /** Seven, Sunday first. */
  readonly weekdays: readonly string[];
  readonly weekdayLetters: readonly string[];
  /** Reads a date as people type it in this language, month before day where both are numbers; null where it cannot. */
  readonly read: (typed: string, today: LocalDate) => LocalDate | null;
}

export const englishDates: DateWords = {
  ...englishCountWords.dates,
  long: formatLongDate,
  medium: formatMediumDate,
  short: formatShortDate,
  count: formatDayCount,
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  weekdayLetters: ['S', 'M', 'T', 'W', 'T', 'F', 'S'],
  read: readTypedDate,
};

const spanishMonths = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const;
const spanishWeekdays = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const;

const nameOfMonth = (date: LocalDate): string => spanishMonths[monthOf(date) - 1] ?? '';
const shortDay = (date: LocalDate): string => `${dayOfMonth(date)} ${nameOfMonth(date).slice(0, 3)}`;
const withYear = (day: string, date: LocalDate, today: LocalDate): string =>
  yearOf(date) === yearOf(today) ? day : `${day} ${yearOf(date)}`;

export const spanishDates: DateWords = {
  long: (date) =>
    `${spanishWeekdays[weekday(date)]}, ${dayOfMonth(date)} de ${nameOfMonth(date)} de ${yearOf(date)}`,
  medium: (date) => `${spanishWeekdays[weekday(date)]} ${shortDay(date)} ${yearOf(date)}`,
  short: (date, today) =>
    withYear(`${spanishWeekdays[weekday(date)].slice(0, 3)} ${shortDay(date)}`, date, today),
  monthDay: (date, today) => withYear(shortDay(date), date, today),
  monthYear: (date) => `${nameOfMonth(date)} de ${yearOf(date)}`,
  count: (days) => (days === 1 ? '1 día' : `${days} días`),
  months: spanishMonths,
  weekdays: spanishWeekdays,
  weekdayLetters: ['D', 'L', 'M', 'M', 'J', 'V', 'S'],
  read: readSpanishDate,
};

/** The words of a typed Spanish date that have another name in English; the rest is the same. */
const english: Readonly<Record<string, string>> = {
  hoy: 'today',
  ayer: 'yesterday',
  ene: 'jan',
  abr: 'apr',
  ago: 'aug',
  dic: 'dec',
  set: 'sep',
  lun: 'mon',
  mie: 'wed',
  jue: 'thu',
  vie: 'fri',
  sab: 'sat',
  dom: 'sun',
  setiembre: 'september',
  ...named(spanishMonths, englishDates.months),
  ...named(spanishWeekdays, englishDates.weekdays),
};

/** "5 de junio de 2026", "junio 5", "viernes 5 jun 2026", "hoy", and every form with numbers; null where it cannot be read. */
function readSpanishDate(typed: string, today: LocalDate): LocalDate | null {
  const plain = unaccented(typed.trim().toLowerCase())
    .replace(/\s+/g, ' ')
    .replace(/\b(de|del|el) /g, '')
    .replace(/\b1(?:o|ro|er|º)(?= )/, '1')
    // "mar" is March, but Tuesday where a day and another month follow.
    .replace(/^mar(?=\.?,? \d{1,2} [a-z])/, 'tue');
  return readTypedDate(
    plain.replace(/[a-z]+/g, (word) => english[word] ?? word),
    today,
  );
}

function named(spanish: readonly string[], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    spanish.map((word, index) => [unaccented(word), (names[index] ?? '').toLowerCase()]),
  );
}

function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '');
}
