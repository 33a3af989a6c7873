import { formatLongDate } from '../calendar/format-date.ts';
import { addDays, earliest, isAfter, type LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, deadlineOf } from '../cases/assessed-case.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import type { Violation } from '../errors.ts';
import type { ReminderAnswerInput } from './input.ts';

const ALWAYS_COMES =
  'The reminders of the day before and of the day itself always come, and so do those to supervisors and to the client.';

const NO_SUCH_CLOCK: Violation = {
  field: null,
  message: 'This case has no such clock, so nothing reminds of it.',
  remedy: 'Go back to the case and choose one of its clocks.',
};

/** The clock whose reminders can be answered, or why there are none: it must run, and not have run out. */
export function answerableClock(
  assessed: AssessedCase,
  rule: string,
): { readonly clock: AdjustedDeadline } | { readonly violation: Violation } {
  const clock = deadlineOf(assessed, rule);
  if (!clock || clock.kind === 'information') return { violation: NO_SUCH_CLOCK };
  if (clock.status === 'open') return { clock };
  if (clock.status === 'overdue')
    return {
      violation: {
        field: null,
        message: `This clock ran out on ${formatLongDate(clock.dueOn)}, so its reminders cannot be put off.`,
        rule: 'Nothing is put off past its date.',
        remedy: 'Record what was done, or call the plan; a note can say what you know.',
      },
    };
  return {
    violation: {
      field: null,
      message: 'This clock is settled: nothing reminds of it any more.',
      remedy: 'Go back to the case and choose a clock that is still running.',
    },
  };
}

/** The last day to which its reminders can be put off: the date worked to, or the rule's own while it still lies ahead. */
export function lastQuietDay({ dueOn, ruleDueOn }: AdjustedDeadline, today: LocalDate): LocalDate {
  return ruleDueOn && isAfter(ruleDueOn, today) ? earliest(dueOn, ruleDueOn) : dueOn;
}

/** From which day reminders come again: the day before the last for who knows, else the day they chose. */
export const quietUntil = (
  { kind, untilOn }: Pick<ReminderAnswerInput, 'kind' | 'untilOn'>,
  lastDay: LocalDate,
): LocalDate => (kind === 'snoozed' && untilOn ? untilOn : addDays(lastDay, -1));

/** Why these reminders cannot be answered so. `isInHours`: the clock's ladder has no rung that an answer keeps away. */
export function answerViolations(
  { kind, untilOn, reason }: Pick<ReminderAnswerInput, 'kind' | 'untilOn' | 'reason'>,
  { lastDay, isInHours }: { readonly lastDay: LocalDate; readonly isInHours: boolean },
  today: LocalDate,
): Violation[] {
  const timing = isInHours
    ? IN_HOURS
    : kind === 'acknowledged'
      ? acknowledgmentViolation(lastDay, today)
      : snoozeViolation(untilOn, lastDay, today);
  return [...(timing ? [timing] : []), ...(reason === '' ? [UNEXPLAINED] : [])];
}

const IN_HOURS: Violation = {
  field: 'kind',
  message: 'This clock runs in hours, so each of its reminders comes.',
  rule: ALWAYS_COMES,
  remedy: 'Add a note with what you know.',
};

const UNEXPLAINED: Violation = {
  field: 'reason',
  message: 'Say why the reminders can wait.',
  rule: 'The reason stands beside the clock, for whoever takes over.',
  remedy: 'One sentence is enough, such as “The records come on Monday.”',
};

function acknowledgmentViolation(lastDay: LocalDate, today: LocalDate): Violation | null {
  if (isAfter(addDays(lastDay, -1), today)) return null;
  return {
    field: 'kind',
    message: 'Nothing is left that could stay away.',
    rule: ALWAYS_COMES,
    remedy: 'Record what was done, and the reminders stop by themselves.',
  };
}

function snoozeViolation(untilOn: LocalDate | null, lastDay: LocalDate, today: LocalDate): Violation | null {
  if (!isAfter(lastDay, today))
    return {
      field: 'kind',
      message: 'It is due today, so its reminders cannot be put off.',
      rule: 'Nothing is put off past its date.',
      remedy: 'Record what was done, and the reminders stop by themselves.',
    };
  if (!untilOn)
    return {
      field: 'untilOn',
      message: 'Say on which day the reminder is to come again.',
      remedy: `Any day from tomorrow to ${formatLongDate(lastDay)}.`,
    };
  if (!isAfter(untilOn, today))
    return {
      field: 'untilOn',
      message: `${formatLongDate(untilOn)} does not lie ahead.`,
      remedy: `Any day from tomorrow to ${formatLongDate(lastDay)}.`,
    };
  if (isAfter(untilOn, lastDay))
    return {
      field: 'untilOn',
      message: `${formatLongDate(untilOn)} is after the date itself.`,
      rule: 'Nothing is put off past its date.',
      remedy: `${formatLongDate(lastDay)} is the last day you can choose.`,
    };
  return null;
}

export const NO_STANDING_ANSWER: Violation = {
  field: null,
  message: 'This answer was withdrawn already, or another has taken its place.',
  remedy: 'Go back to the case and look at the clock again.',
};
