import type { AuditChange } from '../audit/events.ts';
import type { CaseOutcome } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';
import type { CaseRecord } from './case-record.ts';

export function closedCaseViolation(record: Pick<CaseRecord, 'closedAt'>): Violation | null {
  if (!record.closedAt) return null;
  return {
    field: null,
    message: 'This case is closed, so nothing can be recorded on it.',
    rule: 'A closed case takes no entries but its reopening, so that its outcome stays true.',
    remedy: 'Reopen the case with a reason, then record this.',
  };
}

/** A recorded fact is corrected only with a reason; filling in what was unknown needs none. */
export function correctionViolations(changes: readonly AuditChange[], reason: string): Violation[] {
  if (!isCorrection(changes) || reason.trim() !== '') return [];
  return [
    {
      field: 'reason',
      message: 'Say why this is being corrected.',
      rule: 'The former value stays in the case’s history, with who changed it and why.',
      remedy: 'One sentence is enough, such as “The postmark says May 1.”',
    },
  ];
}

/** Whether something that was known is now otherwise. */
export const isCorrection = (changes: readonly AuditChange[]): boolean =>
  changes.some(({ from }) => !isUnknown(from));

const isUnknown = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

export const NOTHING_CHANGED: Violation = {
  field: null,
  message: 'Nothing was changed, so nothing was saved.',
  remedy: 'Change a value, or go back to the case.',
};

export const unknownLine: Violation = {
  field: 'planLineId',
  message: 'This health plan is not in your office’s directory any more.',
  remedy: 'Choose the plan and line again, or leave it as not known yet.',
};

export const unsuitableOwner: Violation = {
  field: 'ownerId',
  message: 'Cases can only go to an active caseworker, supervisor or administrator of this office.',
  remedy: 'Choose another colleague.',
};

export const noMoveToUndo: Violation = {
  field: null,
  message: 'There is no move of yours here to undo.',
  remedy: 'Whoever moved the cases can undo it; a supervisor can always move them again.',
};

export const moveOver: Violation = {
  field: null,
  message: 'A move can be undone on the day it was made.',
  remedy: 'Move the cases again.',
};

export const nothingToPutBack: Violation = {
  field: null,
  message: 'Nothing was put back: every case was moved or closed since, or its former owner cannot take it.',
  remedy: 'Move the cases to whom you choose.',
};

export const assigningToOthers: Violation = {
  field: 'ownerId',
  message: 'Only a supervisor opens a case for a colleague.',
  remedy: 'Open it as your own, then ask a supervisor to hand it over.',
};

/** A closed case's outcome is counted in reports, so one that names a decision needs that decision on record. */
export function closureViolation(
  record: Pick<CaseRecord, 'grievances' | 'imrApplications'>,
  outcome: CaseOutcome,
): Violation | null {
  const answers = record.grievances.map(({ decision }) => decision?.outcome);
  const determinations = record.imrApplications.map((application) => application.outcome);
  const missing = (message: string, remedy: string): Violation => ({
    field: 'outcome',
    message,
    rule: 'An outcome that says who decided stands on the recorded decision.',
    remedy: `${remedy} first, or choose the outcome that the record shows.`,
  });
  switch (outcome) {
    case 'overturned-by-plan':
      return answers.includes('overturned')
        ? null
        : missing('No decision is recorded in which the plan overturned its denial.', 'Record that decision');
    case 'overturned-by-imr':
      return determinations.includes('overturned')
        ? null
        : missing('No determination is recorded that overturned the denial.', 'Record the determination');
    case 'upheld-by-imr':
      return determinations.includes('upheld')
        ? null
        : missing('No determination is recorded that upheld the denial.', 'Record the determination');
    case 'partly-overturned':
      return [...answers, ...determinations].includes('partly-overturned')
        ? null
        : missing(
            'Neither the plan nor a determination is recorded as overturning the denial in part.',
            'Record that decision or determination',
          );
    case 'resolved-otherwise':
    case 'client-withdrew':
    case 'referred-elsewhere':
    case 'lost-contact':
    case 'opened-in-error':
      return null;
  }
}
