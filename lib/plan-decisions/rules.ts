import { formatMediumDate } from '../calendar/format-date.ts';
import { type CaseRecord, currentGrievance } from '../cases/case-record.ts';
import type { Violation } from '../errors.ts';

export const PLAN_DECISION_FIELDS_BY_FACT = {
  'grievance.decision.letterDate': 'letterOn',
  'grievance.decision.receivedOn': 'receivedOn',
  'grievance.decision.outcome': 'outcome',
} as const;

/** A plan's decision answers one logged grievance, once. */
export function answerViolation(record: CaseRecord): Violation | null {
  const grievance = currentGrievance(record);
  if (!grievance)
    return {
      field: null,
      message: 'There is no grievance for the plan to answer.',
      rule: 'The plan’s time to answer runs from the day it received the grievance (H&S 1368.01(a)).',
      remedy:
        'Log the grievance first. A letter that came before any grievance is the denial: record it there.',
    };
  if (grievance.decision)
    return {
      field: null,
      message: `The plan’s decision on this grievance is already recorded, dated ${formatMediumDate(grievance.decision.letterOn)}.`,
      rule: 'The plan gives each grievance one answer (H&S 1368.01(a)).',
      remedy:
        'Correct that decision if it is wrong, or log a new grievance and record the answer to that one.',
    };
  return null;
}
