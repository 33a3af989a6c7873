import { and, asc, desc, eq, isNull, or } from 'drizzle-orm';
import { formatMediumDate, formatTypedDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { grievances, imrApplications, planDecisions } from '../db/schema.ts';
import { dateDocuments, documents } from '../db/schema-documents.ts';
import type { DocumentKind } from '../db/vocabulary.ts';
import { recordId as anId } from '../input-fields.ts';
import { type DatedNoun, inputNameOf, SHOWN_FIELDS } from './shown-dates.ts';

/** The document and page that a recorded date is read from. */
export type CaseTie = {
  readonly noun: string;
  readonly recordId: string | null;
  readonly field: string;
  readonly documentId: string;
  readonly title: string;
  readonly version: number;
  readonly pageNumber: number;
  readonly isWithdrawn: boolean;
};

/** Every tie of the case's dates to its documents. */
export async function listTies(tx: Transaction, caseId: string): Promise<CaseTie[]> {
  const rows = await tx
    .select({
      noun: dateDocuments.noun,
      recordId: dateDocuments.recordId,
      field: dateDocuments.field,
      documentId: documents.id,
      title: documents.title,
      version: documents.versionNumber,
      pageCount: documents.pageCount,
      pageNumber: dateDocuments.pageNumber,
      withdrawnAt: documents.withdrawnAt,
    })
    .from(dateDocuments)
    .innerJoin(documents, eq(documents.id, dateDocuments.documentId))
    .where(eq(dateDocuments.caseId, caseId))
    .orderBy(asc(dateDocuments.linkedAt), asc(dateDocuments.id));
  return rows.map(({ withdrawnAt, pageCount, pageNumber, ...row }) => ({
    ...row,
    // Pages taken out since leave the last one that is there.
    pageNumber: Math.min(pageNumber, Math.max(1, pageCount)),
    isWithdrawn: withdrawnAt !== null,
  }));
}

export const tieOf = (
  ties: readonly CaseTie[],
  noun: string,
  recordId: string | null,
  field: string,
): CaseTie | null =>
  ties.find((tie) => tie.noun === noun && tie.recordId === recordId && tie.field === field) ?? null;

/** A date that the document itself says, as a form can take it. */
export type OfferedDate = { readonly typed: string; readonly text: string; readonly what: string };

export type PaperChoice = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly pageCount: number;
  readonly offers: readonly OfferedDate[];
};

/** What a form needs to say which document shows each of its dates. */
export type DatePapers = {
  readonly choices: readonly PaperChoice[];
  /** The inputs that ask; the first is the one that a form opened from a document fills in. */
  readonly fields: readonly string[];
  /** By input. */
  readonly chosen: Readonly<Record<string, { readonly documentId: string; readonly page: number }>>;
};

/** The documents that can show the dates of one record: those with pages that stand, and those tied to it already. */
export async function readDatePapers(
  tx: Transaction,
  caseId: string,
  noun: DatedNoun,
  recordId: string,
): Promise<DatePapers> {
  const id = await recordOf(tx, caseId, noun, recordId);
  const ties = (await listTies(tx, caseId)).filter((tie) => tie.noun === noun && tie.recordId === id);
  const rows = await tx
    .select({
      id: documents.id,
      title: documents.title,
      version: documents.versionNumber,
      pageCount: documents.pageCount,
      letterOn: documents.letterOn,
      receivedOn: documents.receivedOn,
      withdrawnAt: documents.withdrawnAt,
    })
    .from(documents)
    .where(
      and(
        eq(documents.caseId, caseId),
        or(
          and(eq(documents.state, 'ready'), isNull(documents.withdrawnAt)),
          ...ties.map(({ documentId }) => eq(documents.id, documentId)),
        ),
      ),
    )
    .orderBy(asc(documents.addedAt), asc(documents.id));
  return {
    choices: rows.map(({ letterOn, receivedOn, withdrawnAt, title, ...row }) => ({
      ...row,
      title: withdrawnAt ? `${title} (withdrawn)` : title,
      offers: [...offerOf(letterOn, 'the date on it'), ...offerOf(receivedOn, 'the day it was received')],
    })),
    fields: SHOWN_FIELDS[noun],
    chosen: Object.fromEntries(
      ties.map(({ field, documentId, pageNumber }) => [inputNameOf(field), { documentId, page: pageNumber }]),
    ),
  };
}

const offerOf = (on: LocalDate | null, what: string): OfferedDate[] =>
  on ? [{ typed: formatTypedDate(on), text: formatMediumDate(on), what }] : [];

/** A form that takes dates from a document of some kind, with the record it corrects where there is one. */
export type DateForm = { readonly noun: DatedNoun; readonly recordId: string | null };

/** Where the dates on a document of this kind are recorded, as far as the case has come; none for what bears no such date. */
export async function listDateForms(
  tx: Transaction,
  caseId: string,
  kind: DocumentKind,
): Promise<readonly DateForm[]> {
  const grievance = await lastGrievance(tx, caseId);
  const application = await lastApplication(tx, caseId);
  const about = (noun: DatedNoun, recordId: string | null = null): DateForm => ({ noun, recordId });
  const answers = grievance ? [about('acknowledgment'), about('plan-decision', grievance.decisionId)] : [];
  const steps = [about('imr-acceptance'), about('imr-determination'), about('implementation')];
  const byKind: Readonly<Partial<Record<DocumentKind, readonly DateForm[]>>> = {
    'denial-letter': [about('denial')],
    'plan-response': answers.toReversed(),
    grievance: [about('grievance', grievance?.id ?? null)],
    'grievance-receipt': [about('grievance', grievance?.id ?? null), ...answers.slice(0, 1)],
    'department-letter': [...(application ? steps : []), about('complaint')],
    correspondence: [about('grievance', grievance?.id ?? null), ...answers],
    other: [about('denial'), about('grievance', grievance?.id ?? null), ...answers],
  };
  return byKind[kind] ?? [];
}

async function lastGrievance(tx: Transaction, caseId: string) {
  const [last] = await tx
    .select({ id: grievances.id, decisionId: planDecisions.id })
    .from(grievances)
    .leftJoin(planDecisions, eq(planDecisions.grievanceId, grievances.id))
    .where(eq(grievances.caseId, caseId))
    .orderBy(desc(grievances.createdAt), desc(grievances.id))
    .limit(1);
  return last ?? null;
}

async function lastApplication(tx: Transaction, caseId: string) {
  const [last] = await tx
    .select({ id: imrApplications.id })
    .from(imrApplications)
    .where(eq(imrApplications.caseId, caseId))
    .orderBy(desc(imrApplications.createdAt), desc(imrApplications.id))
    .limit(1);
  return last ?? null;
}

/** The record that the form is about: the one named, or the case's current one of its kind; null where it has but one. */
async function recordOf(
  tx: Transaction,
  caseId: string,
  noun: DatedNoun,
  named: string,
): Promise<string | null> {
  switch (noun) {
    case 'denial':
    case 'hearing':
    case 'complaint':
      return null;
    case 'grievance':
    case 'plan-decision':
      return anId.safeParse(named).data ?? NEW;
    case 'acknowledgment':
      return (await lastGrievance(tx, caseId))?.id ?? NEW;
    case 'imr-filing':
    case 'imr-acceptance':
    case 'imr-determination':
    case 'implementation':
      return (await lastApplication(tx, caseId))?.id ?? NEW;
  }
}

/** No record has it: what is not recorded yet is tied to nothing. */
const NEW = '';
