import { workingDaysBetween } from '../calendar/business-days.ts';
import { formatDayCount, formatMonthDay } from '../calendar/format-date.ts';
import { daysBetween, isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { AdjustedDeadline } from './adjusted.ts';
import { readCase } from './case-reading.ts';
import type { ClockId } from './clock-title.ts';
import { type DueDate, dueDateOf } from './due-date.ts';
import type { Facts } from './facts.ts';
import { currentRules, type DatedRule, type DatedRuleId, type Party, type RuleTable } from './rules.ts';
import { wordingFor } from './wording.ts';

/** The side of the line a clock is drawn on: ours under it, the plan's and everyone else's above it. */
export const SIDE_OF: Readonly<Record<Party, 'client' | 'plan' | 'department'>> = {
  client: 'client',
  plan: 'plan',
  regulator: 'department',
  reviewer: 'department',
};

const FROM_HERE_WORKING_DAYS_MATTER = 30;

/** "9 days, 4 of them working days"; beyond thirty days, and where every day is a working day, only the days. */
export function daysLeftText(today: LocalDate, dueOn: LocalDate): string {
  const days = daysBetween(today, dueOn);
  const working = workingDaysBetween(today, dueOn);
  const count = formatDayCount(days);
  if (days > FROM_HERE_WORKING_DAYS_MATTER || working === days) return count;
  return `${count}, ${workingDaysText(working, days)}`;
}

/** "4 of them working days", for the days after today through the last one. */
export function workingDaysText(working: number, days: number): string {
  if (working === 0) return days === 1 ? 'not a working day' : 'none of them a working day';
  return `${working} of them ${working === 1 ? 'a working day' : 'working days'}`;
}

/** The text of a rule that gives this case its date, and how it was reached; null where none does or its trigger is unknown. */
export function countedUnder(
  facts: Facts,
  rule: ClockId,
  rules: RuleTable = currentRules,
): { readonly text: DatedRule; readonly due: DueDate } | null {
  const reading = readCase(facts, rules.answerPeriods);
  // A rule may have several texts; the one in force when the clock started gives the date.
  for (const text of rules.dated) {
    const due = text.id === rule ? dueDateOf(text, reading) : null;
    if (due !== null) return { text, due };
  }
  return null;
}

/** How a clock of this case was reached; null where the rule does not apply or its trigger is unknown. */
export const dueDateIn = (facts: Facts, rule: ClockId, rules: RuleTable = currentRules): DueDate | null =>
  countedUnder(facts, rule, rules)?.due ?? null;

/** What started a clock, in a few words: "Grievance received, May 1", "Day 30 passed, May 31". */
export function startedByText(
  facts: Facts,
  deadline: AdjustedDeadline,
  today: LocalDate,
  rules: RuleTable = currentRules,
): string {
  const { event, on } = deadline.explanation.trigger;
  const when = formatMonthDay(on, today);
  const counted = dueDateIn(facts, deadline.rule, rules)?.from.counted;
  if (!counted) return `${triggerName(facts, event)}, ${when}`;
  return isAfter(today, on)
    ? `Day ${counted.days} passed, ${when}`
    : `Day ${counted.days} without an answer, ${when}`;
}

function triggerName(facts: Facts, event: string): string {
  const { plan, grievance } = wordingFor(readCase(facts));
  const subject = grievance === 'grievance' ? 'Grievance' : 'Appeal';
  const names: Readonly<Record<string, string>> = {
    'denial.letterDate': 'Denial letter',
    'denial.receivedOn': 'Denial received',
    'grievance.filedOn': `${subject} sent`,
    'grievance.receivedOn': `${subject} received`,
    'grievance.decision.letterDate': `The ${plan}’s letter`,
    'grievance.decision.receivedOn': `The ${plan}’s letter received`,
    'imr.receivedOn': 'Application received',
    'imr.acceptedOn': 'IMR accepted',
    'imr.rejectedOn': 'IMR rejected',
    'imr.planNotifiedOn': 'Notice to the plan',
    'imr.reviewerReceivedOn': 'Records with the reviewer',
    'imr.decision.planReceivedOn': 'Determination received',
    'complaint.receivedOn': 'Complaint received',
    'externalReview.receivedOn': 'Request received',
    'manual.createdOn': 'Added by hand',
    'task.createdOn': 'Added by Recourse',
  };
  const name = names[event];
  if (name === undefined) throw new RangeError(`no clock starts at "${event}"`);
  return name;
}

const READINGS: Readonly<Partial<Record<DatedRuleId, string>>> = {
  'ca.imr.deadline.decision': 'six months from the plan’s letter',
  'ca.imr.deadline.silence': 'six months from the end of the plan’s days to answer',
  'ca.imr.deadline.lateLetter': 'six months from the plan’s late letter',
  'ca.imr.deadline.receipt': 'six months from the day the client received the letter',
  'ca.imr.deadline.experimental': 'six months from the denial letter',
  'cdi.imr.deadline': 'six months from a later event that the Insurance Code may mean',
};

/** What another reading of the law counts from, for the middle of a sentence. */
export const readingText = (rule: DatedRuleId): string => READINGS[rule] ?? 'another reading of the law';
