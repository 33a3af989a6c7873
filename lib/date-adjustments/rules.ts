import { formatLongDate } from '../calendar/format-date.ts';
import { isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { AssessedCase } from '../cases/assessed-case.ts';
import { deadlineOf, isLive } from '../cases/assessed-case.ts';
import type { CaseRecord, DateAdjustment } from '../cases/case-record.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { isManual } from '../deadlines/clock-title.ts';
import type { Violation } from '../errors.ts';
import type { DateAdjustmentInput } from './input.ts';

export const NO_SUCH_CLOCK: Violation = {
  field: null,
  message: 'This case has no such clock, so there is no date to set.',
  rule: 'A date stands beside the one that a rule gives this case.',
  remedy: 'Go back to the case and choose one of its clocks.',
};

const MANUAL: Violation = {
  field: null,
  message: 'No rule sets this date: it was added by hand.',
  rule: 'Only a date that a rule gives has another beside it.',
  remedy: 'Cancel that deadline with a reason, then add it again with its new date.',
};

/** The clock whose date may be set, or why there is none: it must run still, or have run out without its act. */
export function adjustableClock(
  assessed: AssessedCase,
  rule: string,
): { readonly clock: AdjustedDeadline } | { readonly violation: Violation } {
  if (isManual(rule)) return { violation: MANUAL };
  const clock = deadlineOf(assessed, rule);
  if (!clock || clock.kind === 'information') return { violation: NO_SUCH_CLOCK };
  return isLive(clock) ? { clock } : { violation: settledViolation(clock) };
}

function settledViolation({ status }: AdjustedDeadline): Violation {
  return status === 'moot'
    ? {
        field: null,
        message: 'This clock no longer matters, so its date cannot be moved.',
        remedy: 'Choose a clock that is still running.',
      }
    : {
        field: null,
        message: 'What this clock asked for is done, so its date cannot be moved.',
        rule: 'Whether an act was in time is measured by the date that held when it was done.',
        remedy: 'If the act was recorded by mistake, correct it first.',
      };
}

/** What every date beside a rule's must have: a reason, and a day that has not passed and is another than now. */
export function newDateViolations(
  former: LocalDate,
  { dueOn, reason }: Pick<DateAdjustmentInput, 'dueOn' | 'reason'>,
  today: LocalDate,
): Violation[] {
  const violations: Violation[] = [];
  if (isBefore(dueOn, today))
    violations.push({
      field: 'dueOn',
      message: `${formatLongDate(dueOn)} has passed, so nobody could work to it.`,
      remedy: 'Type today’s date or a later one.',
    });
  else if (dueOn === former)
    violations.push({
      field: 'dueOn',
      message: `${formatLongDate(dueOn)} is already this clock’s date.`,
      remedy: 'Type another date, or go back to the case.',
    });
  return reason === '' ? [...violations, reasonMissing] : violations;
}

const reasonMissing: Violation = {
  field: 'reason',
  message: 'Say why this date is the one to work to.',
  rule: 'Both dates stay on the case, with who set the second and why.',
  remedy: 'One sentence is enough, such as “The plan agreed to June 30 in writing.”',
};

/** The date an extension moves: the last one granted, else the rule's own, whatever was set by hand beside it. */
export const dateToExtend = (
  { adjustments }: Pick<CaseRecord, 'adjustments'>,
  clock: AdjustedDeadline,
): LocalDate =>
  adjustments.findLast(
    (each) => each.rule === clock.rule && each.kind !== 'by-hand' && each.withdrawnAt === null,
  )?.dueOn ??
  clock.ruleDueOn ??
  clock.dueOn;

/** An extension or a pause is somebody else's act: who granted it and where that is written belong to it. */
export function grantViolations({ grantedBy, source }: DateAdjustmentInput): Violation[] {
  const violations: Violation[] = [];
  if (!grantedBy)
    violations.push({
      field: 'grantedBy',
      message: 'Say who granted it.',
      rule: 'Only the plan or the department can extend or pause a clock; a date of your own is set by hand.',
      remedy: 'Choose the plan or the department.',
    });
  if (source === '')
    violations.push({
      field: 'source',
      message: 'Say where it is written, or who said it.',
      remedy: 'Such as “letter of June 5” or “call with the department, reference 1234”.',
    });
  return violations;
}

/** The standing adjustment of that id, or null where there is none or it was withdrawn. */
export const standingAdjustment = (
  record: Pick<CaseRecord, 'adjustments'>,
  id: string | null,
): DateAdjustment | null =>
  record.adjustments.find((each) => each.id === id && each.withdrawnAt === null) ?? null;

export const NOT_STANDING: Violation = {
  field: null,
  message: 'This date was withdrawn already, or was never on this case.',
  remedy: 'Go back to the case and look at the clock again.',
};

export const withdrawalUnexplained: Violation = {
  field: 'reason',
  message: 'Say why this date no longer holds.',
  rule: 'A withdrawn date stays in the case’s history, with who withdrew it and why.',
  remedy: 'One sentence is enough, such as “The plan took its offer back on June 9.”',
};
