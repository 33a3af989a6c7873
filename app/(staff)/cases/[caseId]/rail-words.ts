import type { RailBar, RailLetter, RailModel } from '../../../../components/rail/model.ts';
import { formatDayCount, formatLongDate, formatShortDate } from '../../../../lib/calendar/format-date.ts';
import { compareDates, daysBetween, type LocalDate } from '../../../../lib/calendar/local-date.ts';
import type { AssessedCase } from '../../../../lib/cases/assessed-case.ts';
import { lateText } from '../../../../lib/cases/next-clock-sentence.ts';
import type { AdjustedDeadline } from '../../../../lib/deadlines/adjusted.ts';
import { clockTitle } from '../../../../lib/deadlines/clock-title.ts';
import { readingText } from '../../../../lib/deadlines/clock-words.ts';
import { capitalized } from '../../../../lib/deadlines/wording.ts';
import { OWED_BY_LABELS } from '../../../../lib/labels.ts';

/** The rail in sentences, for those who do not see it. */
export function descriptionOf(
  assessed: AssessedCase,
  letters: readonly RailLetter[],
  bars: readonly RailBar[],
  lead: AdjustedDeadline | null,
): string {
  const { assessment, today } = assessed;
  const events = letters.map(({ label, on }) => `${label}: ${formatLongDate(on as LocalDate)}.`);
  const clocks = bars.map(
    ({ label, startsOn, dueOn }) =>
      `${label}: ${formatLongDate(startsOn as LocalDate)} through ${formatLongDate(dueOn as LocalDate)}.`,
  );
  const left =
    lead && lead.status === 'open'
      ? ` ${capitalized(formatDayCount(daysBetween(today, lead.dueOn)))} left to ${formatLongDate(lead.dueOn)}.`
      : '';
  const readings = assessment.imr.otherReadings.map(({ fileBy }) => formatLongDate(fileBy));
  const others =
    readings.length > 0 && assessment.imr.filing === null
      ? ` Other readings of the law would give ${listed(readings, 'or')}.`
      : '';
  return `${[...events, ...clocks].join(' ')} Today is ${formatLongDate(today)}.${left}${others}`;
}

type TableRow = RailModel['table'][number];

/** The same as a table, a row for each day that matters. */
export function tableOf(
  assessed: AssessedCase,
  letters: readonly RailLetter[],
  bars: readonly RailBar[],
): TableRow[] {
  const { assessment, today } = assessed;
  const date = (on: string) => formatShortDate(on as LocalDate, today);
  const rows: TableRow[] = letters.map(({ on, label, side, hollow }) => ({
    on,
    date: date(on),
    what: label,
    whose: side,
    result: hollow ? 'the day it arrived is not known' : '',
  }));
  for (const deadline of assessment.deadlines) {
    const bar = bars.find(({ id }) => id === deadline.rule);
    if (!bar) continue;
    rows.push({
      on: deadline.dueOn,
      date: date(deadline.dueOn),
      what: `Last day: ${clockTitle(deadline)}`,
      whose: OWED_BY_LABELS[deadline.owedBy],
      result: resultOf(deadline, bar, today),
    });
  }
  if (assessment.imr.filing === null)
    for (const { fileBy, rule } of assessment.imr.otherReadings)
      rows.push({
        on: fileBy,
        date: date(fileBy),
        what: 'Ask for the IMR, on another reading',
        whose: 'client',
        result: readingText(rule),
      });
  rows.push({ on: today, date: date(today), what: 'Today', whose: '', result: '' });
  return rows.toSorted((a, b) => compareDates(a.on as LocalDate, b.on as LocalDate));
}

function resultOf(
  { status, dueOn }: AdjustedDeadline,
  { state, endedOn }: RailBar,
  today: LocalDate,
): string {
  if (state === 'not-started') return 'only if no answer comes';
  if (status === 'met') return 'met';
  if (status === 'late' && endedOn) return lateText(dueOn, endedOn as LocalDate);
  if (endedOn) return 'ended with the case';
  if (status === 'overdue') return `${formatDayCount(daysBetween(dueOn, today))} ago`;
  return dueOn === today ? 'today' : `${formatDayCount(daysBetween(today, dueOn))} left`;
}

export const listed = (items: readonly string[], word = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
