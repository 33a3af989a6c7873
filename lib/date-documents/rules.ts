import type { DocumentState } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';
import { inputNameOf, type ShownDate } from './shown-dates.ts';

export type ShownPaper = {
  readonly id: string;
  readonly title: string;
  readonly state: DocumentState;
  readonly pageCount: number;
  readonly withdrawnAt: Date | null;
};

/** Why this document cannot be what shows a date; null where it can. A document of another case is simply not there. */
export function paperViolation(
  { field, pageNumber }: Pick<ShownDate, 'field' | 'pageNumber'>,
  paper: ShownPaper | undefined,
): Violation | null {
  if (!paper)
    return {
      field: `${inputNameOf(field)}Document`,
      message: 'This document is not one of this case’s.',
      remedy: 'Choose a document of the case, or none.',
    };
  if (paper.withdrawnAt)
    return {
      field: `${inputNameOf(field)}Document`,
      message: `“${paper.title}” was withdrawn, so no date is read from it any more.`,
      remedy: 'Choose another document, or restore this one first.',
    };
  if (paper.state !== 'ready')
    return {
      field: `${inputNameOf(field)}Document`,
      message: `“${paper.title}” has no pages to show yet.`,
      remedy: 'Wait until it is checked, or choose another document.',
    };
  if (pageNumber <= paper.pageCount) return null;
  return {
    field: `${inputNameOf(field)}Page`,
    message: `“${paper.title}” has ${paper.pageCount === 1 ? 'one page' : `${paper.pageCount} pages`}, and no page ${pageNumber}.`,
    remedy: 'Type the page on which the date stands.',
  };
}

/** What the dates are called on the record, in the words of their forms. */
const DATE_NAMES: Readonly<Record<string, string>> = {
  'denial.letterOn': 'Date on the denial letter',
  'denial.receivedOn': 'Date the client received the denial',
  'denial.servicesEndOn': 'Date services are to end',
  'grievance.sentOn': 'Date the grievance was sent',
  'grievance.receivedOn': 'Date the plan received the grievance',
  'acknowledgment.acknowledgedOn': 'Date of the acknowledgment',
  'acknowledgment.statementOn': 'Date of the plan’s written statement',
  'plan-decision.letterOn': 'Date on the plan’s decision',
  'plan-decision.receivedOn': 'Date the client received the decision',
  'imr-acceptance.receivedOn': 'Date the department received the application',
  'imr-acceptance.acceptedOn': 'Date of acceptance',
  'imr-acceptance.rejectedOn': 'Date of rejection',
  'imr-acceptance.planNotifiedOn': 'Date the plan received the department’s notice',
  'imr-acceptance.documentsSentOn': 'Date the plan sent its records',
  'imr-acceptance.reviewerReceivedOn': 'Date the reviewer had the records',
  'imr-determination.determinedOn': 'Date of the determination',
  'imr-determination.planReceivedOn': 'Date the plan received the determination',
  'implementation.implementedOn': 'Date the plan authorized or paid',
  'hearing.requestedOn': 'Date the hearing was requested',
  'hearing.heldOn': 'Date the hearing was held',
  'complaint.receivedOn': 'Date the department received the complaint',
  'complaint.decidedOn': 'Date of the department’s answer',
};

export const dateName = (noun: string, field: string): string => DATE_NAMES[`${noun}.${field}`] ?? 'A date';
