import type { RailLastDays, RailModel } from '../../../../components/rail/model.ts';
import { closureName, isWeekend, workingDaysBetween } from '../../../../lib/calendar/business-days.ts';
import { formatDayCount, formatMonthDay, formatShortDate } from '../../../../lib/calendar/format-date.ts';
import {
  addDays,
  daysBetween,
  isAfter,
  isBefore,
  type LocalDate,
  yearOf,
} from '../../../../lib/calendar/local-date.ts';
import { type AssessedCase, isImrLimit } from '../../../../lib/cases/assessed-case.ts';
import { ANSWER_RULES } from '../../../../lib/cases/stage.ts';
import type { AdjustedDeadline } from '../../../../lib/deadlines/adjusted.ts';
import { readCase } from '../../../../lib/deadlines/case-reading.ts';
import { type ClockId, clockTitle } from '../../../../lib/deadlines/clock-title.ts';
import { SIDE_OF, workingDaysText } from '../../../../lib/deadlines/clock-words.ts';
import { capitalized, wordingFor } from '../../../../lib/deadlines/wording.ts';
import { listed } from './rail-words.ts';

const LAST_DAYS = 14;

/** The days off on which offices are closed, weekends aside. */
export function closuresBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index)).filter(
    (day) => closureName(day) !== null && !isWeekend(day),
  );
}

/** The stretch from today to a date that is near, with what is said in it. */
export function lastDaysOf(
  { assessment, facts, today, record }: AssessedCase,
  lead: AdjustedDeadline | null,
): RailLastDays | null {
  if (!lead || lead.status !== 'open' || record.closedAt) return null;
  const days = daysBetween(today, lead.dueOn);
  if (days > LAST_DAYS) return null;
  const owner = SIDE_OF[lead.owedBy];
  const count = days === 0 ? 'Due today' : formatDayCount(days);
  const { plan } = wordingFor(readCase(facts));
  const others = {
    plan: `${plan} must act`,
    regulator: 'department must act',
    reviewer: 'reviewer must act',
  };
  const detail =
    lead.owedBy === 'client'
      ? days === 0
        ? 'through the end of the day'
        : workingDaysText(workingDaysBetween(today, lead.dueOn), days)
      : ANSWER_RULES.has(lead.rule)
        ? `${plan} must answer`
        : others[lead.owedBy];
  const closures = closuresBetween(today, lead.dueOn).filter((day) => day !== lead.dueOn);
  const alsoDue = assessment.deadlines.find(
    (each) =>
      each !== lead &&
      each.status === 'open' &&
      each.kind !== 'information' &&
      isBefore(each.dueOn, lead.dueOn),
  );
  return {
    from: today,
    to: lead.dueOn,
    owner,
    leftText: owner === 'client' && days > 0 ? `${count} left` : count,
    detailText: detail,
    notes: [
      { on: lead.dueOn, text: lastDayText(lead) },
      ...(alsoDue ? [{ on: alsoDue.dueOn, text: `${clockTitle(alsoDue).toLowerCase()}` }] : []),
      ...(closures[0] ? [{ on: closures[0], text: 'offices closed' }] : []),
    ],
  };
}

function lastDayText({ rule, ruleDueOn }: AdjustedDeadline): string {
  if (ruleDueOn) return 'date worked to';
  return isImrLimit(rule) ? 'last safe day' : 'last day';
}

/** What is written at the end of the line. */
export function endNoteOf(
  { assessment, facts, record, today }: AssessedCase,
  lead: AdjustedDeadline | null,
): RailModel['endNote'] {
  const { imr, deadlines } = assessment;
  if (record.closedAt) return undefined;
  if (imr.route === 'ask-regulator' && facts.imr)
    return { side: 'department', text: 'Regulator', detail: 'not known' };
  const ahead = deadlines.find(({ rule, status }) => rule === imr.fileByRule && status === 'open');
  if (ahead && isAfter(ahead.explanation.trigger.on, addDays(today, -1)) && !facts.grievance?.decision)
    return { side: 'client', ...splitDate(ahead.dueOn, today, 'if silent') };
  if (!lead) return undefined;
  if (isImrLimit(lead.rule) && imr.otherReadings.length > 0) {
    const dates = imr.otherReadings.map(({ fileBy }) => formatMonthDay(fileBy, today));
    const text =
      dates.length === 1 ? 'Another reading' : `${capitalized(countWord(dates.length))} other readings`;
    return { side: 'client', text, detail: listed(dates) };
  }
  if (lead.owedBy === 'client') return clientNote(lead, deadlines, imr.fileByRule, today);
  const who = { plan: 'Plan', regulator: 'Department', reviewer: 'Reviewer' }[lead.owedBy];
  return {
    side: SIDE_OF[lead.owedBy],
    text: `${who} must act`,
    detail: `by ${formatShortDate(lead.dueOn, today)}`,
  };
}

/** The last day of a limit, or of two that run beside each other: the hearing's and the IMR's. */
function clientNote(
  lead: AdjustedDeadline,
  deadlines: readonly AdjustedDeadline[],
  imrRule: ClockId | null,
  today: LocalDate,
): RailModel['endNote'] {
  const imr = deadlines.find(({ rule, status }) => rule === imrRule && status === 'open');
  if (lead.rule.startsWith('mc.hearing.') && imr)
    return {
      side: 'client',
      text: `Hearing ${formatShortDate(lead.dueOn, today)}`,
      detail: `IMR ${formatMonthDay(imr.dueOn, today)}`,
    };
  return {
    side: 'client',
    ...splitDate(lead.dueOn, today, formatDayCount(Math.abs(daysBetween(today, lead.dueOn)))),
  };
}

function splitDate(on: LocalDate, today: LocalDate, detail: string): { text: string; detail: string } {
  const isOtherYear = yearOf(on) !== yearOf(today);
  return { text: formatShortDate(on, on), detail: isOtherYear ? `${yearOf(on)}, ${detail}` : detail };
}

const COUNT_WORDS = ['no', 'one', 'two', 'three', 'four'] as const;
const countWord = (count: number): string => COUNT_WORDS[count] ?? String(count);
