import { formatMediumDate } from '../calendar/format-date.ts';
import { isBefore } from '../calendar/local-date.ts';
import type { ImrApplication } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Violation } from '../errors.ts';
import { isTimeAhead, readTypedTime } from '../input-fields.ts';
import type { ImrFilingInput } from './input.ts';
import { listReadyPackets, listReceipts, type ReadyPacket } from './queries.ts';

/** The part of an application that says what was sent, and what shows that it arrived. */
export type FilingEvidence = Pick<
  ImrApplication,
  'sentAt' | 'pageCount' | 'packetId' | 'confirmationNumber' | 'receiptDocumentId'
>;

type Typed = Pick<
  ImrFilingInput,
  'appliedOn' | 'sentTime' | 'pageCount' | 'packetId' | 'confirmationNumber' | 'receiptDocumentId'
>;

/**
 * The evidence as typed, with the pages of the packet where nobody counted them, and what speaks against it. What
 * `former` names already stays good, whatever became of it since.
 */
export async function readEvidence(
  unit: UnitOfWork,
  caseId: string,
  input: Typed,
  former: FilingEvidence | null = null,
): Promise<{ readonly evidence: FilingEvidence; readonly violations: readonly Violation[] }> {
  const { appliedOn, sentTime, packetId, confirmationNumber, receiptDocumentId } = input;
  const packets = packetId ? await listReadyPackets(unit.tx, caseId) : [];
  const packet = packets.find(({ id }) => id === packetId);
  const sentAt = sentTime === '' ? null : readTypedTime(sentTime, appliedOn);
  const violations = [
    timeViolation(input, unit.now),
    packetViolation(input, packet, former),
    numberViolation(input, former),
    await receiptViolation(unit, caseId, input, former),
  ];
  return {
    evidence: {
      sentAt: sentAt ? new Date(sentAt) : null,
      pageCount: input.pageCount ?? packet?.pageCount ?? null,
      packetId,
      confirmationNumber,
      receiptDocumentId,
    },
    violations: violations.filter((violation) => violation !== null),
  };
}

function timeViolation({ sentTime, appliedOn }: Typed, now: Date): Violation | null {
  if (sentTime === '') return null;
  if (readTypedTime(sentTime, appliedOn) === null)
    return {
      field: 'sentTime',
      message: 'This time of day cannot be read.',
      remedy: 'Type it as 4:05 pm or 16:05, as it was in California; or leave it blank.',
    };
  if (!isTimeAhead(sentTime, appliedOn, now)) return null;
  return {
    field: 'sentTime',
    message: 'This hour has not come yet: only what has been sent is recorded.',
    remedy: 'Check the time, or leave it blank.',
  };
}

function packetViolation(
  { packetId }: Typed,
  packet: ReadyPacket | undefined,
  former: FilingEvidence | null,
): Violation | null {
  if (!packetId || packet || packetId === former?.packetId) return null;
  return {
    field: 'packetId',
    message: 'This is not one of the case’s finished packets.',
    remedy: 'Choose one from the list, or none if it was sent without a packet.',
  };
}

/** A word in the place of the number, such as "none" or "pending", proves nothing. */
export function numberViolation(
  { confirmationNumber }: Pick<FilingEvidence, 'confirmationNumber'>,
  former: Pick<FilingEvidence, 'confirmationNumber'> | null,
): Violation | null {
  if (confirmationNumber === '' || confirmationNumber === former?.confirmationNumber) return null;
  if (/\d/.test(confirmationNumber)) return null;
  return {
    field: 'confirmationNumber',
    message: 'This confirmation number has no digit in it.',
    rule: 'A confirmation number shows that the filing arrived, and it stops the client’s clock.',
    remedy: 'Copy the number as it was given. Leave the field blank where none was.',
  };
}

/**
 * A receipt is a checked document of this very case, of no other application and of no day before this one was sent;
 * any other id is answered like one that nobody has.
 */
export async function receiptViolation(
  unit: UnitOfWork,
  caseId: string,
  { appliedOn, receiptDocumentId }: Pick<Typed, 'appliedOn' | 'receiptDocumentId'>,
  former: Pick<FilingEvidence, 'receiptDocumentId'> | null,
): Promise<Violation | null> {
  if (!receiptDocumentId || receiptDocumentId === former?.receiptDocumentId) return null;
  const receipts = await listReceipts(unit.tx, caseId);
  const receipt = receipts.find(({ id }) => id === receiptDocumentId);
  const field = 'receiptDocumentId';
  if (!receipt)
    return {
      field,
      message: 'This is not among the case’s receipts and letters of the department.',
      rule: 'A filing is proved by a checked document of the same case: the receipt of the filing, or a letter of the department.',
      remedy: 'Choose one from the list, or add the receipt to the case’s documents first.',
    };
  if (receipt.provesId !== null)
    return {
      field,
      message: 'This is the receipt of another application on this case.',
      rule: 'What shows that one application arrived says nothing of the next.',
      remedy: 'Choose the receipt of this application, or none until it comes.',
    };
  if (receipt.letterOn === null || !isBefore(receipt.letterOn, appliedOn)) return null;
  return {
    field,
    message: `This document is dated ${formatMediumDate(receipt.letterOn)}, before the application was sent on ${formatMediumDate(appliedOn)}.`,
    remedy: 'Check the date on the document and the date sent, or choose the receipt of this application.',
  };
}
