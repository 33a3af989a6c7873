import type { LocalDate } from '../calendar/local-date.ts';
import {
  type AdjustedAssessment,
  type AdjustedDeadline,
  adjustDates,
  type CaseStep,
} from '../deadlines/adjusted.ts';
import { assess } from '../deadlines/assess.ts';
import type { Deadline } from '../deadlines/assessment.ts';
import { factsOf } from '../deadlines/case-facts.ts';
import type { Facts } from '../deadlines/facts.ts';
import { actOf, withManualClocks } from '../deadlines/manual-clocks.ts';
import { rulesWith } from '../deadlines/rule-versions.ts';
import type { RuleTable } from '../deadlines/rules.ts';
import { unprovedApplication } from '../imr/proof-of-filing.ts';
import { withUnprovedFiling } from '../imr/unproved-steps.ts';
import type { CaseRecord } from './case-record.ts';
import { ANSWER_RULES } from './stage.ts';

/** A recorded case and what the law makes of it on one day: what every sentence about a case is derived from. */
export type AssessedCase = {
  readonly record: CaseRecord;
  readonly today: LocalDate;
  readonly facts: Facts;
  /** The texts it was assessed under: the shipped ones and those that the office approved. */
  readonly rules: RuleTable;
  readonly assessment: AdjustedAssessment;
};

export function assessCase(record: CaseRecord, today: LocalDate): AssessedCase {
  const facts = factsOf(record, today);
  const rules = rulesWith(record.ruleVersions);
  const adjusted = adjustDates(assess(facts, rules), record.adjustments, facts, rules);
  const worded = withUnprovedFiling(adjusted, unprovedApplication(record));
  const assessment = withManualClocks(worded, record.manualDeadlines, today);
  return { record, today, facts, rules, assessment };
}

export const isImrLimit = (rule: string): boolean =>
  rule.startsWith('ca.imr.deadline.') || rule === 'cdi.imr.deadline';

export const isLive = ({ status }: Pick<Deadline, 'status'>): boolean =>
  status === 'open' || status === 'overdue';

export const deadlineOf = ({ assessment }: AssessedCase, rule: string | null): AdjustedDeadline | null =>
  assessment.deadlines.find((deadline) => deadline.rule === rule) ?? null;

/** The clock a step is about: for one that asks to extend the IMR's six months, the limit they ended with. */
export const deadlineOfStep = (assessed: AssessedCase, { rule }: CaseStep): AdjustedDeadline | null =>
  rule === 'ca.imr.extension'
    ? (assessed.assessment.deadlines.find(
        (each) => isImrLimit(each.rule) && each.kind === 'limit' && isLive(each),
      ) ?? null)
    : deadlineOf(assessed, rule);

/** The plan's clock to answer the current grievance, and the day it did; null where none runs. */
export function planAnswer(
  assessed: AssessedCase,
): { clock: AdjustedDeadline; answeredOn: LocalDate | null } | null {
  const clock = assessed.assessment.deadlines.find(({ rule }) => ANSWER_RULES.has(rule));
  return clock ? { clock, answeredOn: actOf(assessed.facts, clock) } : null;
}

/**
 * The steps of the assessment in the order a person meets them: once an IMR is filed, the plan's old debts come after
 * it, and what can only be done later comes last.
 */
export function orderedSteps({ assessment, facts }: AssessedCase): readonly CaseStep[] {
  const isOpen = assessment.imr.availability === 'available';
  const rank = ({ rule }: CaseStep) => {
    if (rule === null) return 0;
    if (OPENED_BY_SILENCE.has(rule) && !isOpen) return 2;
    return facts.imr && (ANSWER_RULES.has(rule) || rule === 'ca.grv.ack') ? 1 : 0;
  };
  return assessment.nextSteps.toSorted((a, b) => rank(a) - rank(b));
}

const OPENED_BY_SILENCE: ReadonlySet<string> = new Set(['ca.imr.open.silence', 'cdi.appeal.silence']);
