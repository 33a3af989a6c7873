import { closureName, isWeekend, isWorkingDay } from '../calendar/business-days.ts';
import {
  addDays,
  addMonths,
  compareDates,
  dateOf,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  isAfter,
  isBefore,
  type LocalDate,
  monthOf,
  yearOf,
} from '../calendar/local-date.ts';
import type { CountWords } from './count-words.ts';
import { monthsPassed, type ProofStage } from './proof.ts';

export type DayLook = 'start' | 'counted' | 'last' | 'due' | 'today';
type Side = 'ours' | 'theirs';

/** A small calendar of a count, as plain data; `stage` says which stretch of counting it belongs to, the first being 0. */
export type CountDrawing = { readonly stage: number } & Drawn;

type Drawn =
  | {
      readonly kind: 'month';
      readonly key: string;
      readonly month: LocalDate;
      readonly title: string;
      readonly label: string;
      readonly looks: readonly (readonly [LocalDate, DayLook])[];
      readonly closures: readonly LocalDate[];
      readonly side: Side;
    }
  | {
      readonly kind: 'count';
      readonly key: string;
      readonly title: string;
      readonly label: string;
      readonly rows: readonly {
        readonly key: string;
        readonly number: string;
        readonly text: string;
        readonly note?: string;
      }[];
      readonly side: Side;
    };

/** A count of days over more months than this is shown by its first and last, and a column between. */
const mostGrids = 2;

/** The calendars that show how a date was counted, in the order of counting and in the words of one language. */
export function drawingsOf(
  { stages, dueOn: lastDay }: { readonly stages: readonly ProofStage[]; readonly dueOn: LocalDate },
  side: Side,
  today: LocalDate,
  words: CountWords,
): CountDrawing[] {
  return stages.flatMap((stage, index) => {
    const isLast = index === stages.length - 1;
    const counted: Counted = {
      stage,
      side: isLast ? side : 'theirs',
      dueOn: isLast ? lastDay : null,
      today,
      words,
    };
    const drawn = stage.unit === 'months' ? drawMonths(counted) : drawDays(counted);
    return drawn.map((each) => ({ ...each, stage: index }));
  });
}

interface Counted {
  readonly stage: ProofStage;
  readonly side: Side;
  readonly dueOn: LocalDate | null;
  readonly today: LocalDate;
  readonly words: CountWords;
}

function drawMonths({ stage, side, dueOn, today, words }: Counted): Drawn[] {
  const { proof, dates } = words;
  const passed = monthsPassed(stage);
  const rows = passed.map((on, index) => {
    const isLast = index === passed.length - 1;
    return {
      key: on,
      number: String(index + 1),
      text: isLast ? dates.monthDay(stage.to, stage.to) : monthNameOf(on, words).slice(0, 3),
      ...(isLast && stage.isClamped ? { note: proof.noSuchDay(dayOfMonth(stage.from)) } : {}),
    };
  });
  const due = dueOn ?? stage.to;
  const isTodayShown = isSameMonth(today, due);
  return [
    {
      kind: 'count',
      key: `months-${stage.from}`,
      title: proof.monthCount(stage.count),
      label: proof.monthCountLabel(
        stage.from,
        stage.to,
        passed.map((on) => monthNameOf(on, words)),
      ),
      rows,
      side,
    },
    grid(
      due,
      [
        [today, 'today'],
        [stage.to, 'last'],
        [due, 'due'],
      ],
      side,
      words,
      {
        notCounted: null,
        counted: 0,
        last: due,
        today: isTodayShown ? today : null,
      },
    ),
  ];
}

function drawDays({ stage, side, dueOn, today, words }: Counted): Drawn[] {
  const end = dueOn !== null && isAfter(dueOn, stage.to) ? dueOn : stage.to;
  const months = monthsOf(stage.from, end);
  const isCounted = (day: LocalDate) => stage.unit !== 'working days' || isWorkingDay(day);
  const counted = daysOf(addDays(stage.from, 1), stage.to).filter(isCounted);
  const isTodayWithin = !isBefore(today, stage.from) && !isAfter(today, end);
  const looks: [LocalDate, DayLook][] = [
    ...counted.map((day): [LocalDate, DayLook] => [day, 'counted']),
    [stage.from, 'start'],
    ...(isTodayWithin ? [[today, 'today'] satisfies [LocalDate, DayLook]] : []),
    [stage.to, 'last'],
    ...(dueOn === null ? [] : [[dueOn, 'due'] satisfies [LocalDate, DayLook]]),
  ];
  const gridOf = (first: LocalDate) =>
    grid(first, looks, side, words, {
      notCounted: isSameMonth(stage.from, first) ? stage.from : null,
      counted: counted.filter((day) => isSameMonth(day, first)).length,
      last: isSameMonth(end, first) ? end : null,
      today: isTodayWithin && isSameMonth(today, first) ? today : null,
    });
  const first = months[0];
  const last = months.at(-1);
  if (months.length <= mostGrids || first === undefined || last === undefined) return months.map(gridOf);
  return [gridOf(first), column(stage, months, counted, side, words), gridOf(last)];
}

function column(
  stage: ProofStage,
  months: readonly LocalDate[],
  counted: readonly LocalDate[],
  side: Side,
  words: CountWords,
): Drawn {
  const reached = months.map((first, index) => ({
    key: first,
    number: counted.filter((day) => !isAfter(day, lastOfMonth(first))).length,
    text:
      index === months.length - 1
        ? words.dates.monthDay(stage.to, stage.to)
        : monthNameOf(first, words).slice(0, 3),
  }));
  return {
    kind: 'count',
    key: `days-${stage.from}`,
    title: words.proof.dayCount(stage.count, stage.unit === 'working days'),
    label: words.proof.dayCountLabel(reached),
    rows: reached.map(({ key, number, text }) => ({ key, number: String(number), text })),
    side,
  };
}

function grid(
  day: LocalDate,
  looks: readonly (readonly [LocalDate, DayLook])[],
  side: Side,
  words: CountWords,
  drawn: {
    readonly notCounted: LocalDate | null;
    readonly counted: number;
    readonly last: LocalDate | null;
    readonly today: LocalDate | null;
  },
): Drawn {
  const first = firstOfMonth(day);
  const closed = daysOf(first, lastOfMonth(first)).filter(
    (each) => closureName(each) !== null && !isWeekend(each),
  );
  const title = words.dates.monthYear(first);
  return {
    kind: 'month',
    key: `month-${first}`,
    month: first,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    label: words.proof.monthGrid({ month: first, closed, ...drawn }),
    // Of two looks of one day the later wins: the due date is never hidden by today.
    looks: [...new Map(looks)].filter(([each]) => isSameMonth(each, first)),
    closures: closed,
    side,
  };
}

function monthNameOf(date: LocalDate, words: CountWords): string {
  return words.dates.months[monthOf(date) - 1] ?? '';
}

function monthsOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const months: LocalDate[] = [];
  for (let first = firstOfMonth(from); compareDates(first, to) <= 0; first = addMonths(first, 1)) {
    months.push(first);
  }
  return months;
}

function daysOf(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
}

function firstOfMonth(day: LocalDate): LocalDate {
  return dateOf(yearOf(day), monthOf(day), 1) ?? day;
}

function lastOfMonth(day: LocalDate): LocalDate {
  return dateOf(yearOf(day), monthOf(day), daysInMonth(yearOf(day), monthOf(day))) ?? day;
}

function isSameMonth(a: LocalDate, b: LocalDate): boolean {
  return yearOf(a) === yearOf(b) && monthOf(a) === monthOf(b);
}
