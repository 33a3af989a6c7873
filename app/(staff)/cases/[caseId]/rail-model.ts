import type { RailModel } from '../../../../components/rail/model.ts';
import { formatLongDate, formatMonthDay } from '../../../../lib/calendar/format-date.ts';
import {
  daysBetween,
  earliest,
  isAfter,
  isBefore,
  type LocalDate,
  latest,
} from '../../../../lib/calendar/local-date.ts';
import type { AssessedCase } from '../../../../lib/cases/assessed-case.ts';
import { leadClock } from '../../../../lib/cases/next-clock-sentence.ts';
import { barsOf, endsOf } from './rail-bars.ts';
import { caseOpened, lettersOf } from './rail-letters.ts';
import { closuresBetween, endNoteOf, lastDaysOf } from './rail-notes.ts';
import { descriptionOf, tableOf } from './rail-words.ts';

/** Twenty months: a longer dispute is cut at the trigger of its current clock. */
const LONGEST_RAIL_DAYS = 608;

/**
 * What the rail draws of a case, from recorded facts and their assessment alone: a fact that is missing is drawn as
 * missing. Null while nothing has a date.
 */
export function railModelOf(assessed: AssessedCase): RailModel | null {
  const { facts, record, today } = assessed;
  const dated = lettersOf(assessed);
  const bars = barsOf(assessed);
  if (dated.length === 0 && bars.length === 0) return null;
  const opened = caseOpened(assessed);
  const known = [...dated.map(({ on }) => on), ...bars.map(({ startsOn }) => startsOn)] as LocalDate[];
  const first = earliest(today, ...known);
  const last = latest(today, ...(dated.map(({ on }) => on) as LocalDate[]), ...bars.flatMap(endsOf));
  const lead = leadClock(assessed);
  const from =
    daysBetween(first, last) > LONGEST_RAIL_DAYS && lead && isAfter(lead.explanation.trigger.on, first)
      ? earliest(today, lead.explanation.trigger.on)
      : first;
  const torn =
    from !== first
      ? `since ${formatMonthDay(first, today)}`
      : facts.denial?.letterDate
        ? undefined
        : 'denial date not known';
  const lastDays = lastDaysOf(assessed, lead);
  const endNote = endNoteOf(assessed, lead);
  return {
    today,
    from,
    to: last,
    letters: isBefore(opened.on as LocalDate, from) ? dated : [...dated, opened],
    bars,
    ...(torn && { tornLeft: torn }),
    closures: closuresBetween(from, last),
    ...(lastDays && { lastDays }),
    ...(endNote && { endNote }),
    title: `Time rail: the dispute of ${record.client.name}, ${formatLongDate(from)} to ${formatLongDate(last)}`,
    description: descriptionOf(assessed, dated, bars, lead),
    table: tableOf(assessed, dated, bars),
  };
}
