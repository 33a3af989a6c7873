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

/** A receipt is a checked document of this very case; any other id is answered like one that nobody has. */
export async function receiptViolation(
  unit: UnitOfWork,
  caseId: string,
  { receiptDocumentId }: Pick<FilingEvidence, 'receiptDocumentId'>,
  former: Pick<FilingEvidence, 'receiptDocumentId'> | null,
): Promise<Violation | null> {
  if (!receiptDocumentId || receiptDocumentId === former?.receiptDocumentId) return null;
  const receipts = await listReceipts(unit.tx, caseId);
  if (receipts.some(({ id }) => id === receiptDocumentId)) return null;
  return {
    field: 'receiptDocumentId',
    message: 'This is not among the case’s receipts and letters of the department.',
    rule: 'A filing is proved by a checked document of the same case: the receipt of the filing, or a letter of the department.',
    remedy: 'Choose one from the list, or add the receipt to the case’s documents first.',
  };
}
