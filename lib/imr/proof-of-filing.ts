import type { AuditChange } from '../audit/events.ts';
import { formatMediumDate } from '../calendar/format-date.ts';
import type { CaseRecord, ImrApplication } from '../cases/case-record.ts';
import type { DocumentKind } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';

/** What of a recorded application can show that it arrived. */
export type ProofFacts = Pick<
  ImrApplication,
  | 'confirmationNumber'
  | 'receiptDocumentId'
  | 'recordedBeforeProof'
  | 'receivedOn'
  | 'acceptedOn'
  | 'rejectedOn'
  | 'planNotifiedOn'
  | 'documentsSentOn'
  | 'reviewerReceivedOn'
  | 'determinedOn'
  | 'dateSources'
>;

/** The kinds of document that can be the receipt of a filing: what the channel printed, or what the department wrote. */
export const RECEIPT_KINDS: readonly DocumentKind[] = ['filing-receipt', 'department-letter'];

/** An answer of the department's own, latest first: nobody answers an application that did not arrive. */
const ANSWERS = [
  ['determinedOn', 'the department’s determination'],
  ['reviewerReceivedOn', 'the reviewer had the application'],
  ['documentsSentOn', 'the plan sent its records to the reviewer'],
  ['rejectedOn', 'the department’s rejection'],
  ['acceptedOn', 'the department’s acceptance'],
  ['planNotifiedOn', 'the department’s notice to the plan'],
  ['receivedOn', 'the department’s word that it received it'],
] as const;

/**
 * Whether the record shows that an application arrived; only then does it stop the client's clock. A confirmation
 * number, a receipt among the case's documents, or the department's own answer does. An estimated day of receipt is a
 * guess about the department and not its answer. What an earlier release recorded, which asked for no proof, counts as
 * it was told. Pure.
 */
export const isProved = (application: ProofFacts): boolean => proofOf(application) !== null;

/** What shows that an application arrived, in words that follow "Proof:"; null where nothing does. */
export function proofOf(application: ProofFacts): string | null {
  const { confirmationNumber, receiptDocumentId, recordedBeforeProof, dateSources } = application;
  const proofs = [
    confirmationNumber && `confirmation number ${confirmationNumber}`,
    receiptDocumentId && 'a receipt among the case’s documents',
  ].filter(Boolean);
  if (proofs.length > 0) return proofs.join(' and ');
  for (const [field, words] of ANSWERS) {
    const on = application[field];
    if (on === null || (field === 'receivedOn' && dateSources['receivedOn'] === 'estimated')) continue;
    return `${words}, ${formatMediumDate(on)}`;
  }
  return recordedBeforeProof ? 'recorded before proof was asked for' : null;
}

const UNPROVED = 'none yet';

/** The proof as the record of an event has it, where there came to be one or none; `former` is null for a first entry. */
export function proofChange(former: ProofFacts | null, next: ProofFacts): AuditChange[] {
  if (former && isProved(former) === isProved(next)) return [];
  return [{ field: 'proof', from: former && (proofOf(former) ?? UNPROVED), to: proofOf(next) ?? UNPROVED }];
}

/** Whether an event recorded that nothing shows, or nothing shows any more, that the application arrived. */
export const isRecordedUnproved = (proof: unknown): boolean => proof === UNPROVED;

type Applications = Pick<CaseRecord, 'imrApplications'>;

/** Why a document has to stay what it is: an application counts because of it. */
export function provingViolation({ imrApplications }: Applications, documentId: string): Violation | null {
  const proved = imrApplications.find(({ receiptDocumentId }) => receiptDocumentId === documentId);
  if (!proved) return null;
  return {
    field: null,
    message: `This document is the receipt of the IMR application of ${formatMediumDate(proved.appliedOn)}.`,
    rule: 'A filing counts because of what shows that it arrived; without it the client’s clock runs again.',
    remedy: 'Correct the filing first, to another receipt or to none.',
  };
}

/** The last application that is known to have arrived: the one that the clocks of the case are counted with. */
export const provedApplication = ({ imrApplications }: Applications): ImrApplication | null =>
  imrApplications.findLast(isProved) ?? null;

/** The application that was sent last, where nothing shows that it arrived. */
export function unprovedApplication({ imrApplications }: Applications): ImrApplication | null {
  const last = imrApplications.at(-1);
  return last && !isProved(last) ? last : null;
}
