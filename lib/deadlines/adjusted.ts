import { compareDates, earliest, isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { AdjustmentKind, TaskReason } from '../db/vocabulary.ts';
import { actedOn } from './acted-on.ts';
import { standingOf } from './assess.ts';
import type { Assessment, Deadline, DeadlineStatus, NextStep } from './assessment.ts';
import { readCase } from './case-reading.ts';
import type { ClockId, ManualClockId } from './clock-title.ts';
import type { Facts } from './facts.ts';
import { nextStepsFor } from './next-steps.ts';
import type { WorkedDeadline } from './planned-steps.ts';
import { currentRules, type RuleId, type RuleTable } from './rules.ts';

/** A standing date beside the rule's own, as it was recorded. */
export type Adjustment = {
  readonly rule: string;
  readonly kind: AdjustmentKind;
  readonly dueOn: LocalDate;
  readonly recordedAt: Date;
  readonly withdrawnAt: Date | null;
};

/** A deadline whose `dueOn` is the date that is worked to; `ruleDueOn` is the rule's own, where the two differ. */
export type AdjustedDeadline = Omit<Deadline, 'rule'> & {
  readonly rule: ClockId;
  readonly ruleDueOn?: LocalDate;
  /** What a date that no rule sets is called, and the day it was done. */
  readonly title?: string;
  readonly doneOn?: LocalDate;
  /** Why Recourse itself asks for it. */
  readonly madeFor?: TaskReason;
};
export type CaseStep = Omit<NextStep, 'rule'> & { readonly rule: RuleId | ManualClockId | null };
export type AdjustedAssessment = Omit<Assessment, 'deadlines' | 'nextSteps'> & {
  readonly deadlines: readonly AdjustedDeadline[];
  readonly nextSteps: readonly CaseStep[];
};

/**
 * Lays the dates that people and authorities set over the rules' own. An extension or a pause replaces the rule's date;
 * a date set by hand stands beside it, and the earlier of the two is the one worked to, in the next steps as well. What
 * the law makes of the IMR stays as the law has it. Pure, and the same whenever the clocks are recomputed.
 */
export function adjustDates(
  assessment: Assessment,
  adjustments: readonly Adjustment[],
  facts: Facts,
  rules: RuleTable = currentRules,
): AdjustedAssessment {
  const standing = adjustments.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (standing.length === 0) return assessment;
  const c = readCase(facts, rules.answerPeriods);
  const deadlines = assessment.deadlines
    .map((deadline): WorkedDeadline => {
      const dueOn = dateWorkedTo(deadline, standing);
      if (dueOn === deadline.dueOn) return deadline;
      const { dueAt: _hour, rolledOn: _rolled, latestOn: _latest, ...kept } = deadline;
      const status = statusAgainst(dueOn, deadline, actedOn(facts, deadline.rule), c.asOf.on);
      return { ...kept, dueOn, ruleDueOn: deadline.dueOn, status };
    })
    .toSorted(byDueDate);
  const nextSteps = nextStepsFor(c, deadlines, standingOf(c, assessment.deadlines, rules));
  return { ...assessment, deadlines, nextSteps };
}

function dateWorkedTo(deadline: Deadline, standing: readonly Adjustment[]): LocalDate {
  const own = standing.filter(({ rule }) => rule === deadline.rule);
  const granted = grantedDay(own) ?? deadline.dueOn;
  const byHand = newest(own.filter(({ kind }) => kind === 'by-hand'))?.dueOn;
  return byHand ? earliest(granted, byHand) : granted;
}

/** The last day as an authority or the plan last granted it, of one clock's standing dates; null where none did. */
export const grantedDay = (standing: readonly Adjustment[]): LocalDate | null =>
  newest(standing.filter(({ kind }) => kind !== 'by-hand'))?.dueOn ?? null;

const newest = (adjustments: readonly Adjustment[]): Adjustment | undefined =>
  adjustments.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime()).at(-1);

/** How a deadline stands against another last day than its rule's own; one that does not matter stays so. */
export function statusAgainst(
  dueOn: LocalDate,
  { status }: Pick<Deadline, 'status'>,
  act: LocalDate | null,
  today: LocalDate,
): DeadlineStatus {
  if (status === 'moot') return status;
  if (act) return isAfter(act, dueOn) ? 'late' : 'met';
  return isAfter(today, dueOn) ? 'overdue' : 'open';
}

export const byDueDate = (a: AdjustedDeadline, b: AdjustedDeadline): number =>
  compareDates(a.dueOn, b.dueOn) || (a.rule < b.rule ? -1 : 1);
