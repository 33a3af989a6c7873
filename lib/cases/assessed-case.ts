import type { LocalDate } from '../calendar/local-date.ts';
import { actedOn } from '../deadlines/acted-on.ts';
import { type AdjustedAssessment, type AdjustedDeadline, adjustDates } from '../deadlines/adjusted.ts';
import { assess } from '../deadlines/assess.ts';
import type { Deadline } from '../deadlines/assessment.ts';
import { factsOf } from '../deadlines/case-facts.ts';
import type { Facts } from '../deadlines/facts.ts';
import { rulesWith } from '../deadlines/rule-versions.ts';
import type { CaseRecord } from './case-record.ts';
import { ANSWER_RULES } from './stage.ts';

/** A recorded case and what the law makes of it on one day: what every sentence about a case is derived from. */
export type AssessedCase = {
  readonly record: CaseRecord;
  readonly today: LocalDate;
  readonly facts: Facts;
  readonly assessment: AdjustedAssessment;
};

export function assessCase(record: CaseRecord, today: LocalDate): AssessedCase {
  const facts = factsOf(record, today);
  const assessment = adjustDates(
    assess(facts, rulesWith(record.ruleVersions)),
    record.adjustments,
    (rule) => actedOn(facts, rule),
    today,
  );
  return { record, today, facts, assessment };
}

export const isImrLimit = (rule: string): boolean =>
  rule.startsWith('ca.imr.deadline.') || rule === 'cdi.imr.deadline';

export const isLive = ({ status }: Pick<Deadline, 'status'>): boolean =>
  status === 'open' || status === 'overdue';

export const deadlineOf = ({ assessment }: AssessedCase, rule: string | null): AdjustedDeadline | null =>
  assessment.deadlines.find((deadline) => deadline.rule === rule) ?? null;

/** The plan's clock to answer the current grievance, and the day it did; null where none runs. */
export function planAnswer(assessed: AssessedCase): { clock: Deadline; answeredOn: LocalDate | null } | null {
  const clock = assessed.assessment.deadlines.find(({ rule }) => ANSWER_RULES.has(rule));
  return clock ? { clock, answeredOn: actedOn(assessed.facts, clock.rule) } : null;
}
