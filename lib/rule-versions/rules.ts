import { isAfter, isBefore } from '../calendar/local-date.ts';
import type { PeriodUnit } from '../db/vocabulary.ts';
import { ordinaryPeriodOf, type RuleText, rulesWith } from '../deadlines/rule-versions.ts';
import { currentRules } from '../deadlines/rules.ts';
import type { Violation } from '../errors.ts';

/** More cases than can be moved while whoever records something on them waits for the approval to end. */
export const MOST_CASES_MOVED = 500;

type Family = 'days' | 'months' | 'hours';
const FAMILY: Readonly<Record<PeriodUnit, Family>> = {
  'calendar days': 'days',
  'working days': 'days',
  months: 'months',
  'federal months': 'months',
  hours: 'hours',
};

/** The units a changed text of that rule may be counted in: what its arithmetic and its other clocks can follow. */
export function unitsFor(rule: string): readonly PeriodUnit[] {
  const dated = currentRules.dated.find(({ id }) => id === rule);
  if (!dated) return [];
  const { unit } = ordinaryPeriodOf(dated);
  const isAnswer = currentRules.answerPeriods.some(({ duty }) => duty === rule);
  // A working day and a month are counted by California's rule or by the federal one, never by both.
  if (isAnswer || FAMILY[unit] !== 'days') return [unit];
  return ['calendar days', 'working days'];
}

/** Why a draft cannot be simulated or applied as it stands; `approved` are the office's texts so far. */
export function draftViolations(draft: RuleText, approved: readonly RuleText[]): Violation[] {
  const violations: Violation[] = [];
  const units = unitsFor(draft.rule);
  if (draft.inForceTo && isBefore(draft.inForceTo, draft.inForceFrom))
    violations.push({
      field: 'endsOn',
      message: 'The last day in force is before the first.',
      remedy: 'Leave the last day empty if the text has no end.',
    });
  if (!units.includes(draft.periodUnit))
    violations.push({
      field: 'periodUnit',
      message: `This rule cannot be counted in ${draft.periodUnit}.`,
      rule: currentRules.answerPeriods.some(({ duty }) => duty === draft.rule)
        ? 'When this time passes without an answer, that counts as one, and that day is counted in the same unit (H&S 1374.30(j)(3)).'
        : `Its clocks are counted in ${units.join(' or ')}.`,
      remedy: `Choose ${units.join(' or ')}.`,
    });
  if (violations.length === 0 && isInForceAlready(draft, approved))
    violations.push({
      field: 'periodCount',
      message: 'This is what is in force on those days already.',
      remedy: 'Change the period or the days.',
    });
  return violations;
}

function isInForceAlready(draft: RuleText, approved: readonly RuleText[]): boolean {
  return rulesWith(approved)
    .dated.filter(({ id, inForce: { from, to } }) => {
      const endsBefore = to !== null && isBefore(to, draft.inForceFrom);
      const startsAfter = from !== null && draft.inForceTo !== null && isAfter(from, draft.inForceTo);
      return id === draft.rule && !endsBefore && !startsAfter;
    })
    .map(ordinaryPeriodOf)
    .every(({ count, unit }) => count === draft.periodCount && unit === draft.periodUnit);
}

type Standing = {
  readonly draftedBy: string;
  readonly approvedAt: Date | null;
  readonly discardedAt: Date | null;
};

/** A draft ends once: approved or discarded. */
export function endedViolation({ approvedAt, discardedAt }: Standing): Violation | null {
  if (approvedAt)
    return {
      field: null,
      message: 'This change was approved already.',
      remedy: 'Draft another change if it was wrong: what was computed under it has to stay explainable.',
    };
  return discardedAt
    ? { field: null, message: 'This draft was discarded.', remedy: 'Draft the change anew.' }
    : null;
}

/** Applying a changed rule is two people's act. */
export function approvalViolation(version: Standing, userId: string): Violation | null {
  if (version.draftedBy !== userId) return endedViolation(version);
  return {
    field: null,
    message: 'You drafted this change, so another administrator has to approve it.',
    rule: 'A rule moves the clocks of many cases at once: one administrator drafts it, a second one approves it.',
    remedy: 'Ask another administrator, or add one under People.',
  };
}

export const tooManyCases = (most: number): Violation => ({
  field: null,
  message: `This change concerns more than ${most.toLocaleString('en-US')} open cases at once.`,
  rule: 'A change is approved whole, and nobody can record anything on the office’s cases until that is done.',
  remedy:
    'Draft it in parts, each for fewer days in force, such as one month after the other; what was approved stays.',
});
