import type { AuditChange } from '../audit/events.ts';
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
  const corrected = changes.filter(({ from }) => !isUnknown(from));
  if (corrected.length === 0 || reason.trim() !== '') return [];
  return [
    {
      field: 'reason',
      message: 'Say why this is being corrected.',
      rule: 'The former value stays in the case’s history, with who changed it and why.',
      remedy: 'One sentence is enough, such as “The postmark says May 1.”',
    },
  ];
}

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

export const assigningToOthers: Violation = {
  field: 'ownerId',
  message: 'Only a supervisor opens a case for a colleague.',
  remedy: 'Open it as your own, then ask a supervisor to hand it over.',
};
