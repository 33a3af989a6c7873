import { formatMediumDate } from '../calendar/format-date.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { TaskReason } from '../db/vocabulary.ts';
import { actedOn } from './acted-on.ts';
import { type AdjustedAssessment, type AdjustedDeadline, byDueDate, type CaseStep } from './adjusted.ts';
import type { DeadlineStatus } from './assessment.ts';
import { isManual, manualClockId } from './clock-title.ts';
import type { Facts } from './facts.ts';
import type { Party } from './rules.ts';

/** A date that no rule sets, as it was recorded. */
export type ManualDate = {
  readonly id: string;
  readonly title: string;
  readonly owedBy: Party;
  readonly dueOn: LocalDate;
  readonly createdOn: LocalDate;
  /** Why Recourse itself asks for it; null where a person added it. */
  readonly madeFor: TaskReason | null;
  readonly doneOn: LocalDate | null;
  readonly canceledAt: Date | null;
};

/**
 * Puts the dates that no rule sets among a case's clocks, in the order of their days, and those still open at the end
 * of what is to be done. Pure; what the law makes of the case stays as it is.
 */
export function withManualClocks(
  assessment: AdjustedAssessment,
  dates: readonly ManualDate[],
  today: LocalDate,
): AdjustedAssessment {
  if (dates.length === 0) return assessment;
  const clocks = dates.map((date) => clockOf(date, today));
  return {
    ...assessment,
    deadlines: [...assessment.deadlines, ...clocks].toSorted(byDueDate),
    nextSteps: [...assessment.nextSteps, ...clocks.toSorted(byDueDate).flatMap(stepOf)],
  };
}

/** The day of the act that meets a clock, or null while there is none. */
export const actOf = (facts: Facts, { rule, doneOn }: AdjustedDeadline): LocalDate | null =>
  isManual(rule) ? (doneOn ?? null) : actedOn(facts, rule);

function clockOf(date: ManualDate, today: LocalDate): AdjustedDeadline {
  const { id, title, owedBy, dueOn, createdOn, madeFor, doneOn } = date;
  return {
    rule: manualClockId(id),
    title,
    owedBy,
    kind: owedBy === 'client' ? 'limit' : 'duty',
    dueOn,
    status: statusOf(date, today),
    ...(madeFor && { madeFor }),
    ...(doneOn && { doneOn }),
    explanation: {
      trigger: {
        event: madeFor ? 'task.createdOn' : 'manual.createdOn',
        on: createdOn,
        text: `This ${madeFor ? 'task was added by Recourse' : 'date was added by hand'} on ${formatMediumDate(createdOn)}.`,
      },
      steps: [],
      citations: [],
    },
  };
}

function statusOf({ dueOn, doneOn, canceledAt }: ManualDate, today: LocalDate): DeadlineStatus {
  if (canceledAt) return 'moot';
  if (doneOn) return isAfter(doneOn, dueOn) ? 'late' : 'met';
  return isAfter(today, dueOn) ? 'overdue' : 'open';
}

const OWED: Readonly<Record<Party, string>> = {
  client: '',
  plan: ', owed by the plan',
  regulator: ', owed by the department',
  reviewer: ', owed by the reviewer',
};

function stepOf({ rule, title, owedBy, dueOn, status }: AdjustedDeadline): CaseStep[] {
  if (status !== 'open' && status !== 'overdue') return [];
  const when = status === 'open' ? 'by' : 'was due';
  return [{ who: owedBy, rule, text: `${title}${OWED[owedBy]}: ${when} ${formatMediumDate(dueOn)}.` }];
}
