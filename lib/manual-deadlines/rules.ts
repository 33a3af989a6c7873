import { formatLongDate } from '../calendar/format-date.ts';
import { isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { CaseRecord, ManualDeadline } from '../cases/case-record.ts';
import type { Language, TaskReason } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';
import { LANGUAGE_NAMES } from '../labels.ts';
import type { FinishInput, ManualDeadlineInput } from './input.ts';

/** What a task that Recourse itself puts on a case is called. */
export function taskTitle(madeFor: TaskReason, language: Language): string {
  switch (madeFor) {
    case 'reach-client':
      return 'Reach the client another way: e-mail did not arrive';
    case 'client-language': {
      const reads = language === 'other' ? 'another language' : LANGUAGE_NAMES[language];
      return `Client reads ${reads}: e-mail goes out in English; call them`;
    }
    case 'send-packet':
      return 'Send the IMR packet that is ready';
    case 'prove-filing':
      return 'Get proof that the IMR application arrived';
  }
}

/** What is to be done about it, in words that fit any lock screen: nothing of the client or their health. */
export const TASK_ACTS: Readonly<Record<TaskReason, string>> = {
  'reach-client': 'reach the client another way',
  'client-language': 'call the client in their language',
  'send-packet': 'send what was prepared',
  'prove-filing': 'get proof that it arrived',
};

export function newDeadlineViolations(
  { dueOn }: Pick<ManualDeadlineInput, 'dueOn'>,
  today: LocalDate,
): Violation[] {
  if (!isBefore(dueOn, today)) return [];
  return [
    {
      field: 'dueOn',
      message: `${formatLongDate(dueOn)} has passed, so nothing could remind of it.`,
      remedy: 'Type today’s date or a later one; what has happened already belongs in a note.',
    },
  ];
}

export const manualDeadlineOf = (
  record: Pick<CaseRecord, 'manualDeadlines'>,
  id: string | null,
): ManualDeadline | null => record.manualDeadlines.find((each) => each.id === id) ?? null;

/** Why that deadline cannot be ended, or null: it must be on this case and still open. */
export function endedViolation(deadline: ManualDeadline | null): Violation | null {
  if (!deadline)
    return {
      field: null,
      message: 'There is no such deadline on this case.',
      remedy: 'Go back to the case and choose one of its clocks.',
    };
  if (deadline.doneOn)
    return {
      field: null,
      message: `This deadline was done on ${formatLongDate(deadline.doneOn)}.`,
      remedy: 'Add a new one if something is due again.',
    };
  if (deadline.canceledAt)
    return {
      field: null,
      message: 'This deadline was canceled.',
      remedy: 'Add a new one if it is needed after all.',
    };
  return null;
}

/** Why that deadline cannot run again, or null: it must be on this case and ended, and no other task of its kind open. */
export function reopeningViolation(
  record: Pick<CaseRecord, 'manualDeadlines'>,
  deadline: ManualDeadline | null,
): Violation | null {
  const isOpen = ({ doneOn, canceledAt }: ManualDeadline) => !doneOn && !canceledAt;
  if (!deadline || isOpen(deadline))
    return {
      field: null,
      message: 'This deadline runs already, or is not on this case.',
      remedy: 'Go back to the case and look at its clocks.',
    };
  const hasTwin = record.manualDeadlines.some(
    (each) => each.madeFor !== null && each.madeFor === deadline.madeFor && isOpen(each),
  );
  return hasTwin
    ? {
        field: null,
        message: 'There is a newer task for the same on this case.',
        remedy: 'Work on that one; this one stays ended.',
      }
    : null;
}

export function endingViolations({ ending, doneOn, reason }: FinishInput, today: LocalDate): Violation[] {
  if (ending === 'canceled')
    return reason === ''
      ? [
          {
            field: 'reason',
            message: 'Say why it is no longer needed.',
            rule: 'A canceled deadline stays in the case’s history, with who canceled it and why.',
            remedy: 'One sentence is enough, such as “The appointment was moved to July.”',
          },
        ]
      : [];
  if (!doneOn)
    return [
      { field: 'doneOn', message: 'Say on which day it was done.', remedy: 'Type the date, or “today”.' },
    ];
  if (isAfter(doneOn, today))
    return [
      {
        field: 'doneOn',
        message: `${formatLongDate(doneOn)} lies ahead, so it cannot have been done then.`,
        remedy: 'Type today’s date or an earlier one.',
      },
    ];
  return [];
}
