import { closureName } from '../calendar/business-days.ts';
import { formatShortDate, monthName } from '../calendar/format-date.ts';
import { addDays, dayOfMonth, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { OwedBy } from '../db/vocabulary.ts';

export const AGENDA_GROUPS = ['overdue', 'today', 'week', 'month', 'late'] as const;
export type AgendaGroupKey = (typeof AGENDA_GROUPS)[number];

/** The days a group covers, and whose clocks. Null is open or any. */
export type AgendaRange = {
  readonly from: LocalDate | null;
  readonly to: LocalDate;
  readonly ours: boolean | null;
  readonly cap: number;
};

const WEEK_DAYS = 7;
const MONTH_DAYS = 30;
const DAYS_BACK = 14;

/**
 * The groups of the agenda on one day. Every pending clock due within 30 days is in exactly one: ours past their date,
 * today, the seven days after, the rest of the thirty, and what others are late with.
 */
export function agendaRanges(today: LocalDate): Readonly<Record<AgendaGroupKey, AgendaRange>> {
  const yesterday = addDays(today, -1);
  return {
    overdue: { from: null, to: yesterday, ours: true, cap: 12 },
    today: { from: today, to: today, ours: null, cap: 12 },
    week: { from: addDays(today, 1), to: addDays(today, WEEK_DAYS), ours: null, cap: 12 },
    month: { from: addDays(today, WEEK_DAYS + 1), to: addDays(today, MONTH_DAYS), ours: null, cap: 6 },
    late: { from: null, to: yesterday, ours: false, cap: 6 },
  };
}

/** The first and last day the caseload rail shows. */
export const caseloadWindow = (today: LocalDate) => ({
  from: addDays(today, -DAYS_BACK),
  to: addDays(today, MONTH_DAYS),
});

/** How many clocks one side has on one day; earlier days may be counted together on the day before the window. */
export type DayCount = { readonly on: LocalDate; readonly owedBy: OwedBy; readonly count: number };

export type AgendaCounts = Readonly<Record<AgendaGroupKey, number>>;

export function countGroups(days: readonly DayCount[], today: LocalDate): AgendaCounts {
  const ranges = agendaRanges(today);
  const countOf = (key: AgendaGroupKey) => {
    const { from, to, ours } = ranges[key];
    return sum(
      days.filter(
        ({ on, owedBy }) =>
          (from === null || !isBefore(on, from)) &&
          !isBefore(to, on) &&
          (ours === null || ours === (owedBy === 'client')),
      ),
    );
  };
  return {
    overdue: countOf('overdue'),
    today: countOf('today'),
    week: countOf('week'),
    month: countOf('month'),
    late: countOf('late'),
  };
}

const sum = (days: readonly DayCount[]) => days.reduce((total, { count }) => total + count, 0);

/** True when others than plans are among those who are late, so that the group is not called after plans alone. */
export const othersAreLate = (days: readonly DayCount[], today: LocalDate): boolean =>
  days.some(({ on, owedBy }) => isBefore(on, today) && (owedBy === 'regulator' || owedBy === 'reviewer'));

const WHOSE_CLOCKS = {
  mine: 'your clocks',
  covering: 'your clocks and those you cover',
  everyone: 'the office’s clocks',
} as const;

/** The day in one sentence: "One of your clocks has run out, two end today and four end this week. Three plans are late." */
export function summaryOf(
  counts: AgendaCounts,
  whose: 'mine' | 'covering' | 'everyone',
  lateWord: string,
): string {
  const { overdue, today, week, late } = counts;
  const parts = [
    overdue > 0 && `${spelled(overdue)} ${overdue === 1 ? 'has' : 'have'} run out`,
    today > 0 && `${spelled(today)} ${today === 1 ? 'ends' : 'end'} today`,
    week > 0 && `${spelled(week)} ${week === 1 ? 'ends' : 'end'} this week`,
  ].filter((part) => part !== false);
  const own = WHOSE_CLOCKS[whose];
  const ours =
    parts.length === 0
      ? `None of ${own} ends this week.`
      : `${capitalized(listed(parts)).replace(/^(\S+)/, `$1 of ${own}`)}.`;
  return late === 0 ? ours : `${ours} ${capitalized(spelled(late))} ${lateWord} late.`;
}

/** "a, b and c". */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count as a sentence says it: in words up to ten. */
export const spelled = (count: number): string => NUMBERS[count] ?? count.toLocaleString('en-US');

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One of our clocks on the rail. */
export type OwnClock = { readonly on: LocalDate; readonly who: string; readonly what: string };

/** The caseload rail told in order of time, for those who do not see it. */
export function describeCaseload(
  days: readonly DayCount[],
  own: readonly OwnClock[],
  today: LocalDate,
): string {
  const { from, to } = caseloadWindow(today);
  const within = days.filter(({ on }) => !isBefore(on, from) && !isBefore(to, on));
  const ours = sum(within.filter(({ owedBy }) => owedBy === 'client'));
  const theirs = sum(within) - ours;
  const late = sum(within.filter(({ on, owedBy }) => owedBy !== 'client' && isBefore(on, today)));
  const closures = closuresIn(from, to);
  const named = own.map(
    ({ on, who, what }) =>
      `${who}, ${what}, ${formatShortDate(on, today)}${isBefore(on, today) ? ', past its date' : ''}`,
  );
  const unnamed = ours - own.length;
  return [
    `${capitalized(spelled(ours + theirs))} ${ours + theirs === 1 ? 'clock' : 'clocks'}.`,
    named.length > 0 && `To file: ${named.join('; ')}${unnamed > 0 ? `; and ${spelled(unnamed)} more` : ''}.`,
    theirs > 0 &&
      `${capitalized(spelled(theirs))} ${theirs === 1 ? 'belongs' : 'belong'} to plans, the department and reviewers${late > 0 ? `; ${spelled(late)} of those ${late === 1 ? 'is' : 'are'} late` : ''}.`,
    closures.length > 0 &&
      `State offices are closed ${listed(closures.map((on) => `${monthName(on)} ${dayOfMonth(on)}`))}.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

/** The days between, both included, on which state offices are closed, weekends aside. */
export function closuresIn(from: LocalDate, to: LocalDate): LocalDate[] {
  const closures: LocalDate[] = [];
  for (let on = from; !isBefore(to, on); on = addDays(on, 1)) if (closureName(on) !== null) closures.push(on);
  return closures;
}
