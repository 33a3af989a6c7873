import { closureName, federalHolidayName, isWeekend } from '../calendar/business-days.ts';
import { formatInstant, formatMediumDate, monthName, weekdayName } from '../calendar/format-date.ts';
import {
  addDays,
  dayOfMonth,
  daysInMonth,
  isAfter,
  isBefore,
  type LocalDate,
  monthOf,
  yearOf,
} from '../calendar/local-date.ts';
import type { Explanation, Trigger } from './assessment.ts';
import type { CaseReading, Moment } from './case-reading.ts';
import { type Citation, law } from './citations.ts';
import { type DueDate, unreviewedDaysOff, wholeDaysOf } from './due-date.ts';
import { citationsOf, type DatedRule } from './rules.ts';
import { capitalized, wordingFor } from './wording.ts';

/** Lets a due date defend itself: what started it, each step of the arithmetic, where the law says so. */
export function explain(rule: DatedRule, due: DueDate, c: CaseReading): Explanation {
  return { trigger: triggerOf(due.from, c), steps: stepsOf(rule, due, c), citations: citedBy(rule, due, c) };
}

function triggerOf(from: Moment, c: CaseReading): Trigger {
  return { event: from.event, on: from.on, text: triggerText(from, c) };
}

function triggerText(from: Moment, c: CaseReading): string {
  const { plan, grievance, regulator } = wordingFor(c);
  const on = formatMediumDate(from.on);
  const when = from.at === undefined ? `on ${on}` : `at ${formatInstant(from.at)}`;
  if (from.counted !== undefined) return silenceText(from.counted, on, c);
  switch (from.event) {
    case 'denial.letterDate':
      return `The denial letter is dated ${on}.`;
    case 'denial.receivedOn':
      return `The client received the denial ${when}.`;
    case 'grievance.filedOn':
      return `The ${grievance} was filed ${when}.`;
    case 'grievance.receivedOn':
      return `The ${plan} received the ${grievance} ${when}.`;
    case 'grievance.decision.letterDate':
      return `The ${plan}'s decision letter is dated ${on}.`;
    case 'grievance.decision.receivedOn':
      return `The client received the ${plan}'s decision letter ${when}.`;
    case 'imr.receivedOn':
      return `${capitalized(regulator)} received the complete IMR application ${when}.`;
    case 'imr.acceptedOn':
      return `${capitalized(regulator)} approved the request for an IMR ${when}.`;
    case 'imr.rejectedOn':
      return `${capitalized(regulator)} did not approve the IMR ${when}, so it is a complaint from that day.`;
    case 'imr.planNotifiedOn':
      return `The ${plan} received notice of the IMR ${when}.`;
    case 'imr.reviewerReceivedOn':
      return `The reviewer received the application and its documents ${when}.`;
    case 'imr.decision.planReceivedOn':
      return `The ${plan} received the written determination ${when}.`;
    case 'complaint.receivedOn':
      return `${capitalized(regulator)} received the complaint ${when}.`;
    case 'externalReview.receivedOn':
      return `The independent reviewer received the request ${when}.`;
    default:
      throw new RangeError(`no clock starts at "${from.event}"`);
  }
}

function silenceText(
  counted: { readonly from: LocalDate; readonly days: number },
  on: string,
  c: CaseReading,
): string {
  const { plan, grievance } = wordingFor(c);
  const began = `${c.track === 'cdi' && c.filed?.event === 'grievance.filedOn' ? 'filed' : 'received'} on ${formatMediumDate(counted.from)}`;
  const isOver = c.letter !== null || isAfter(c.asOf.on, addDays(counted.from, counted.days));
  return isOver
    ? `The ${plan}'s ${counted.days} days to answer the ${grievance} ${began} ended on ${on} without a letter.`
    : `The ${plan}'s ${counted.days} days to answer the ${grievance} ${began} end on ${on}; this counts if no letter comes by then.`;
}

function stepsOf(rule: DatedRule, due: DueDate, c: CaseReading): string[] {
  const steps = [...countingSteps(due)];
  if (due.notBefore !== undefined) {
    const end = formatMediumDate(due.notBefore.on);
    steps.push(
      isAfter(due.notBefore.on, due.countedTo)
        ? `The services are to end later, on ${end}: the later day counts.`
        : `The services are to end on ${end}, no later: the later day counts, ${formatMediumDate(due.countedTo)}.`,
    );
  }
  if (rule.rollover === 'law' && due.on !== due.countedTo) {
    steps.push(
      `${formatMediumDate(due.countedTo)} is ${federalDayOff(due.countedTo)}: the rule itself moves it to ${formatMediumDate(due.on)}.`,
    );
  }
  if (due.at === undefined) steps.push(`In time through the end of ${formatMediumDate(due.on)}.`);
  return [...steps, ...asidesOf(rule, due), ...doubtsOf(rule, due, c)];
}

/** The dates beside the one counted, as the steps tell them: none of them is relied on. */
export function asidesOf(rule: DatedRule, due: DueDate): string[] {
  const told: string[] = [];
  if (due.rolledOn !== undefined) {
    told.push(
      `${formatMediumDate(due.on)} is ${stateDayOff(due.on)}. The next working day is ${formatMediumDate(due.rolledOn)}: information only, do not rely on it.`,
    );
  }
  if (due.latestOn !== undefined) {
    told.push(`The period may be extended through ${formatMediumDate(due.latestOn)}: information only.`);
  }
  if (rule.kind === 'information') {
    told.push('This is another reading of the law: the earlier date is the safe one.');
  }
  return told;
}

/** What nobody has checked yet of all that a date rests on: a sentence each, which its steps end with. */
export function doubtsOf(
  rule: DatedRule,
  due: DueDate,
  c: CaseReading,
  cited: readonly Citation[] = citationsOf(rule, c),
): string[] {
  const found: string[] = [];
  const daysOff = unreviewedDaysOff(rule, due);
  if (daysOff !== null) {
    const what = daysOff.calendar === 'federal' ? 'federal holidays' : "closures of the state's offices";
    found.push(`The ${what} of ${daysOff.years.join(' and ')} have not been reviewed yet: check them.`);
  }
  const unchecked = cited.filter(({ certainty }) => certainty === 'from-memory');
  if (unchecked.length > 0) {
    const laws = unchecked.map(({ law: name }) => name).join(' and ');
    found.push(`The wording of ${laws} has not been checked against the official text yet.`);
  }
  return found;
}

function countingSteps({ from, period: { count, unit }, countedTo, at }: DueDate): string[] {
  const start = formatMediumDate(from.on);
  const end = formatMediumDate(countedTo);
  const firstDay = `The first day, ${start}, is not counted.`;
  switch (unit) {
    case 'calendar days':
      return [firstDay, `${count} calendar days, weekends and holidays included: ${end}.`];
    case 'working days':
      return [firstDay, `${count} working days${skippedText(from.on, countedTo)}: ${end}.`];
    case 'months':
      return [
        dayOfMonth(countedTo) === dayOfMonth(from.on)
          ? `The same day number ${count} calendar months after ${start}: ${end}.`
          : `${count} calendar months after ${start}; ${monthName(countedTo)} ${yearOf(countedTo)} has ${daysInMonth(yearOf(countedTo), monthOf(countedTo))} days, so its last day counts: ${end}.`,
      ];
    case 'federal months':
      return [
        dayOfMonth(countedTo) === dayOfMonth(from.on)
          ? `The same day number ${count} months after ${start}: ${end}.`
          : `${count} months after ${start} there is no day ${dayOfMonth(from.on)}, so the first of the next month counts: ${end}.`,
      ];
    case 'hours':
      return from.at !== undefined && at !== undefined
        ? [`${count} elapsed hours after ${formatInstant(from.at)}: ${formatInstant(at)}.`]
        : [
            firstDay,
            `The hour is not known, so ${count} hours count as ${wholeDaysOf(count) === 1 ? '1 calendar day' : `${wholeDaysOf(count)} calendar days`}: ${end}.`,
          ];
  }
}

function skippedText(from: LocalDate, to: LocalDate): string {
  const closures: string[] = [];
  let hasWeekend = false;
  for (let day = addDays(from, 1); isBefore(day, to); day = addDays(day, 1)) {
    const closure = closureName(day);
    if (isWeekend(day)) hasWeekend = true;
    else if (closure !== null) closures.push(`${formatMediumDate(day)} (${closure})`);
  }
  const skipped = hasWeekend ? [...closures, 'the weekend'] : closures;
  return skipped.length === 0 ? '' : `, leaving out ${skipped.join(', ')}`;
}

function stateDayOff(date: LocalDate): string {
  return closureName(date) ?? `a ${weekdayName(date)}`;
}

function federalDayOff(date: LocalDate): string {
  return federalHolidayName(date) ?? `a ${weekdayName(date)}`;
}

function citedBy(rule: DatedRule, due: DueDate, c: CaseReading): Citation[] {
  const cited: Citation[] = [...citationsOf(rule, c)];
  if (due.period.unit === 'months') cited.push(law.calendarMonth);
  else if (due.period.unit === 'working days') cited.push(law.stateClosures);
  else if (due.period.unit === 'calendar days' && rule.id.startsWith('ca.')) cited.push(law.firstDayExcluded);
  if (due.rolledOn !== undefined) cited.push(law.rollOver, law.stateClosures);
  return cited;
}
