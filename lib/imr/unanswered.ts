import type { ImrApplication } from '../cases/case-record.ts';

/** An application of which only the sending is known. */
export const UNANSWERED = {
  recordedBeforeProof: false,
  receivedOn: null,
  receivedAt: null,
  acceptedOn: null,
  acceptedAt: null,
  rejectedOn: null,
  rejectionReason: '',
  planNotifiedOn: null,
  documentsSentOn: null,
  documentsSentAt: null,
  reviewerReceivedOn: null,
  determinedOn: null,
  outcome: null,
  planReceivedOn: null,
  implementedOn: null,
} as const satisfies Partial<ImrApplication>;
