import type { CaseReading } from './case-reading.ts';
import { type Citation, law } from './citations.ts';
import type { DatedRuleId } from './rules.ts';

/** What gives the plan its days to answer, and what makes its silence count for this rule. */
export function silenceLaws(
  rule: DatedRuleId,
  c: CaseReading,
): readonly [answering: Citation, silence: Citation] {
  if (c.track === 'cdi') return [law.insuranceQualifyingEvents, law.insuranceQualifyingEvents];
  const silence = rule.startsWith('mc.hearing.') ? law.hearingIn120Days : law.qualifyingEvents;
  if (c.track === 'medi-cal') {
    return [c.isExpedited ? law.mediCalAppealIn72Hours : law.mediCalAppealIn30Days, silence];
  }
  return [c.isExpedited ? law.urgentIn3CalendarDays : law.resolveIn30Days, silence];
}
