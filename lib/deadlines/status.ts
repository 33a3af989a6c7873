import { compareInstants } from '../calendar/instant.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { DeadlineStatus } from './assessment.ts';
import type { CaseReading, Moment } from './case-reading.ts';
import type { DueDate } from './due-date.ts';
import type { DatedRule } from './rules.ts';

/**
 * Where a deadline stands. Due through the end of the day, or to the second where both the due time and the act are
 * known as instants; what is known to have happened is never moot; an extension or a rolled date changes nothing.
 */
export function statusOf(rule: DatedRule, due: DueDate, c: CaseReading): DeadlineStatus {
  const act = rule.act(c);
  if (act !== null) return isInTime(act, due) ? 'met' : 'late';
  if (rule.mootWhen?.(c) === true || isOutlived(rule, c)) return 'moot';
  const isPast = due.at === undefined ? isAfter(c.asOf.on, due.on) : compareInstants(c.asOf.at, due.at) > 0;
  return isPast ? 'overdue' : 'open';
}

function isInTime(act: Moment, due: DueDate): boolean {
  if (due.at !== undefined && act.at !== undefined) return compareInstants(act.at, due.at) <= 0;
  return !isAfter(act.on, due.on);
}

/** Past a date that was set before the rule's own, which is still ahead: nothing is late by the law yet. */
export const isRuleStillAhead = (ruleDueOn: LocalDate | null | undefined, today: LocalDate): boolean =>
  ruleDueOn ? !isAfter(today, ruleDueOn) : false;

// The dispute was decided: by the plan itself, by an IMR, by a hearing or by the external reviewer.
function isOutlived(rule: DatedRule, c: CaseReading): boolean {
  if (rule.outlivesDispute === true) return false;
  if (c.isOverturned) return true;
  if (c.hasImr && c.imrDecided !== null) {
    // A lost or half-won IMR leaves the State Hearing open, and its clock running.
    if (!rule.id.startsWith('mc.hearing.') || c.imrOutcome === 'overturned') return true;
  }
  if (c.track === 'medi-cal' && c.hearingHeld !== null) {
    return rule.id.startsWith('mc.') || rule.id === 'ca.grv.ack' || rule.id.startsWith('ca.imr.deadline.');
  }
  return c.track === 'self-funded' && c.externalDecided !== null && rule.id.startsWith('fed.');
}
