import type { Stage } from '../db/vocabulary.ts';
import type { AdjustedAssessment } from '../deadlines/adjusted.ts';
import { readCase } from '../deadlines/case-reading.ts';
import type { Facts } from '../deadlines/facts.ts';
import { isRuleStillAhead } from '../deadlines/status.ts';

/** Where the dispute stands, from the recorded facts alone; the first line that holds. */
export function stageOf(facts: Facts, assessment: AdjustedAssessment, closed: boolean): Stage {
  const { grievance, hearing, imr, complaint } = facts;
  const decision = grievance?.decision;
  if (closed) return 'closed';
  if (imr?.decision)
    return imr.decision.outcome === 'upheld' || imr.implementedOn ? 'resolved' : 'determination';
  if (imr?.rejectedOn) return complaint?.decidedOn ? 'resolved' : 'complaint';
  if (imr?.acceptedOn || imr?.acceptedAt || imr?.planNotifiedOn || imr?.reviewerReceivedOn)
    return 'imr-review';
  if (imr) return 'imr-screening';
  if (decision?.outcome === 'overturned') return 'plan-overturned';
  if (complaint) return complaint.decidedOn ? 'resolved' : 'complaint';
  if (hearing) return 'hearing';
  if (grievance && !decision && !planIsSilent(facts, assessment)) return 'grievance';
  if (assessment.imr.availability === 'available') return 'imr-open';
  return grievance ? 'imr-not-available' : 'intake';
}

/** The rules under which the plan answers before anybody outside looks at the dispute. */
export const ANSWER_RULES: ReadonlySet<string> = new Set([
  'ca.grv.resolve',
  'ca.grv.expedited.statement',
  'mc.appeal.decide',
  'mc.appeal.decide.expedited',
  'fed.appeal.decide',
]);

/**
 * The plan's time to answer has run out, by the rule's own date where another stands beside it: silence opens the IMR
 * whatever was agreed. CDI has no such duty in the table, so there the opened door says it.
 */
function planIsSilent(facts: Facts, { deadlines, imr }: AdjustedAssessment): boolean {
  const today = readCase(facts).asOf.on;
  return (
    deadlines.some(
      ({ rule, status, ruleDueOn }) =>
        ANSWER_RULES.has(rule) &&
        (ruleDueOn
          ? (status === 'open' || status === 'overdue') && !isRuleStillAhead(ruleDueOn, today)
          : status === 'overdue'),
    ) ||
    (imr.availability === 'available' && imr.openedBy === 'cdi.appeal.silence')
  );
}

export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  intake: 'Intake',
  grievance: 'Grievance',
  'imr-open': 'IMR open',
  'imr-not-available': 'IMR not available',
  'imr-screening': 'IMR screening',
  'imr-review': 'IMR review',
  determination: 'Determination',
  complaint: 'Complaint',
  hearing: 'Hearing',
  'plan-overturned': 'Plan overturned itself',
  resolved: 'Resolved',
  closed: 'Closed',
};
