import type { CountRow, DayLook } from '../../../../../../components/month-grid.tsx';
import { closureName, isWeekend, isWorkingDay } from '../../../../../../lib/calendar/business-days.ts';
import { formatMonthDay, monthName } from '../../../../../../lib/calendar/format-date.ts';
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
} from '../../../../../../lib/calendar/local-date.ts';
import { monthsPassed, type Proof, type ProofStage } from '../../../../../../lib/deadlines/proof.ts';

type Side = 'ours' | 'theirs';

export type ProofDrawing =
  | {
      readonly kind: 'month';
      readonly key: string;
      readonly month: LocalDate;
      readonly label: string;
      readonly looks: ReadonlyMap<string, DayLook>;
      readonly closures: ReadonlySet<string>;
      readonly side: Side;
    }
  | {
      readonly kind: 'count';
      readonly key: string;
      readonly title: string;
      readonly label: string;
      readonly rows: readonly CountRow[];
      readonly side: Side;
    };

/** Beyond this many months a count of days is shown by its first and last month and a column between. */
const MOST_GRIDS = 2;

/** The calendars that show how a date was counted, in the order of counting. */
export function drawingsOf(proof: Proof, today: LocalDate): ProofDrawing[] {
  const { deadline, stages } = proof;
  const side: Side = deadline.owedBy === 'client' ? 'ours' : 'theirs';
  return stages.flatMap((stage, index) => {
    const isLast = index === stages.length - 1;
    const marks = { side: isLast ? side : ('theirs' as const), dueOn: isLast ? deadline.dueOn : null, today };
    return stage.unit === 'months' ? monthDrawings(stage, marks) : dayDrawings(stage, marks);
  });
}

type Marks = { readonly side: Side; readonly dueOn: LocalDate | null; readonly today: LocalDate };

function monthDrawings(stage: ProofStage, marks: Marks): ProofDrawing[] {
  const passed = monthsPassed(stage);
  const rows = passed.map((on, index): CountRow => {
    const isLast = index === passed.length - 1;
    return {
      key: on,
      number: String(index + 1),
      text: isLast ? formatMonthDay(on, on) : monthName(on).slice(0, 3),
      ...(isLast && stage.isClamped && { note: `no ${ordinal(dayOfMonth(stage.from))}` }),
    };
  });
  const end = formatMonthDay(stage.to, stage.to);
  return [
    {
      kind: 'count',
      key: `months-${stage.from}`,
      title: `${stage.count} calendar months`,
      label: `${stage.count} calendar months from ${formatMonthDay(stage.from, stage.from)}: ${passed.map(monthName).join(', ')}. ${
        stage.isClamped ? `${monthName(stage.to)} has no ${ordinal(dayOfMonth(stage.from))}, so the` : 'The'
      } count ends on ${end}.`,
      rows,
      side: marks.side,
    },
    lastMonth(stage, marks),
  ];
}

/** The month a date falls in, with nothing counted in it but its last day. */
function lastMonth(stage: ProofStage, { side, dueOn, today }: Marks): ProofDrawing {
  const due = dueOn ?? stage.to;
  return month(
    due,
    new Map(
      lookEntries([
        [today, 'today'],
        [stage.to, 'last'],
        [due, 'due'],
      ]),
    ),
    side,
    [
      isSameMonth(today, due) ? `Today is ${formatMonthDay(today, today)}.` : '',
      `${formatMonthDay(due, due)} is the last day.`,
    ],
  );
}

function dayDrawings(stage: ProofStage, { side, dueOn, today }: Marks): ProofDrawing[] {
  const end = dueOn && isAfter(dueOn, stage.to) ? dueOn : stage.to;
  const months = monthsOf(stage.from, end);
  const counts = (day: LocalDate) => stage.unit !== 'working days' || isWorkingDay(day);
  const counted = daysOf(addDays(stage.from, 1), stage.to).filter(counts);
  const looks = new Map(
    lookEntries([
      ...counted.map((day): [LocalDate, DayLook] => [day, 'counted']),
      [stage.from, 'start'],
      ...(isWithin(today, stage.from, end) ? [[today, 'today'] as [LocalDate, DayLook]] : []),
      [stage.to, 'last'],
      ...(dueOn ? [[dueOn, 'due'] as [LocalDate, DayLook]] : []),
    ]),
  );
  const grid = (first: LocalDate) =>
    month(first, looks, side, [
      isSameMonth(stage.from, first) ? `${formatMonthDay(stage.from, stage.from)} is not counted.` : '',
      `${counted.filter((day) => isSameMonth(day, first)).length} ${stage.unit} are counted.`,
      isSameMonth(end, first) ? `The last is ${formatMonthDay(end, end)}.` : '',
    ]);
  const [first] = months;
  const last = months.at(-1);
  if (months.length <= MOST_GRIDS || !first || !last) return months.map(grid);
  return [grid(first), column(stage, months, counted, side), grid(last)];
}

function column(
  stage: ProofStage,
  months: readonly LocalDate[],
  counted: readonly LocalDate[],
  side: Side,
): ProofDrawing {
  const rows = months.map((first, index): CountRow => {
    const reached = counted.filter((day) => !isAfter(day, lastDayOfMonth(first))).length;
    const isLast = index === months.length - 1;
    return {
      key: first,
      number: String(reached),
      text: isLast ? formatMonthDay(stage.to, stage.to) : monthName(first).slice(0, 3),
    };
  });
  return {
    kind: 'count',
    key: `days-${stage.from}`,
    title: `${stage.count} ${stage.unit === 'days' ? 'calendar days' : stage.unit}`,
    label: `Days counted by the end of each month: ${rows.map(({ number, text }) => `${text} ${number}`).join(', ')}.`,
    rows,
    side,
  };
}

function month(
  day: LocalDate,
  looks: ReadonlyMap<string, DayLook>,
  side: Side,
  sentences: readonly string[],
): ProofDrawing {
  const first = firstOfMonth(day);
  const closed = daysOf(first, lastDayOfMonth(first)).filter(
    (each) => closureName(each) !== null && !isWeekend(each),
  );
  const closures =
    closed.length === 0
      ? ''
      : `State offices are closed on ${closed.map((each) => formatMonthDay(each, each)).join(', ')}.`;
  return {
    kind: 'month',
    key: `month-${first}`,
    month: first,
    looks: new Map([...looks].filter(([each]) => isSameMonth(each as LocalDate, first))),
    closures: new Set(closed),
    side,
    label: [`${monthName(first)} ${yearOf(first)}.`, ...sentences, closures]
      .filter((each) => each !== '')
      .join(' '),
  };
}

/** Later entries win, so the due date is never hidden by today or by the last counted day. */
const lookEntries = (entries: readonly (readonly [LocalDate, DayLook])[]): [string, DayLook][] =>
  entries.map(([day, look]) => [day, look]);

function monthsOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const months: LocalDate[] = [];
  for (let first = firstOfMonth(from); compareDates(first, to) <= 0; first = addMonths(first, 1))
    months.push(first);
  return months;
}

const daysOf = (from: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));

const firstOfMonth = (day: LocalDate): LocalDate => dateOf(yearOf(day), monthOf(day), 1) ?? day;

const lastDayOfMonth = (day: LocalDate): LocalDate =>
  dateOf(yearOf(day), monthOf(day), daysInMonth(yearOf(day), monthOf(day))) ?? day;

const isSameMonth = (a: LocalDate, b: LocalDate): boolean =>
  yearOf(a) === yearOf(b) && monthOf(a) === monthOf(b);

const isWithin = (day: LocalDate, from: LocalDate, to: LocalDate): boolean =>
  !isBefore(day, from) && !isAfter(day, to);

function ordinal(day: number): string {
  const tens = day % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${suffix}`;
}
