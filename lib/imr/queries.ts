import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { pacificToday } from '../calendar/clock.ts';
import { formatMediumDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseRecord, ImrApplication } from '../cases/case-record.ts';
import type { Transaction } from '../db/client.ts';
import { imrApplications, users } from '../db/schema.ts';
import { documents, packets } from '../db/schema-documents.ts';
import { isApprovalUsed } from './extension-approval.ts';
import { RECEIPT_KINDS } from './proof-of-filing.ts';

/** The statement of a late filing as it stands: whose it is, and who stands behind it. */
export type ExtensionStanding = {
  readonly statement: string;
  readonly requestedBy: string;
  readonly requestedOn: string;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
};

export async function readExtensionStanding(
  tx: Transaction,
  record: CaseRecord,
  corrected: ImrApplication | null,
): Promise<ExtensionStanding | null> {
  const { extensionRequest } = record;
  if (!extensionRequest) return null;
  const { requestedBy, requestedAt, statement } = extensionRequest;
  const isUsed = isApprovalUsed(record, corrected);
  const approvedBy = isUsed ? null : extensionRequest.approvedBy;
  const approvedAt = isUsed ? null : extensionRequest.approvedAt;
  const people = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, approvedBy ? [requestedBy, approvedBy] : [requestedBy]));
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  return {
    statement,
    requestedBy: nameOf(requestedBy) ?? 'a colleague',
    requestedOn: formatMediumDate(pacificToday(requestedAt)),
    approvedBy: nameOf(approvedBy),
    approvedOn: approvedAt ? formatMediumDate(pacificToday(approvedAt)) : null,
  };
}

/** A document that can be the receipt of a filing. */
export type Receipt = {
  readonly id: string;
  readonly title: string;
  readonly letterOn: LocalDate | null;
  /** The application that it is the receipt of already; null where it is of none. */
  readonly provesId: string | null;
};

/** The case's checked documents of a receipt's kind that nobody has withdrawn, newest first. */
export const listReceipts = (tx: Transaction, caseId: string): Promise<Receipt[]> =>
  tx
    .select({
      id: documents.id,
      title: documents.title,
      letterOn: documents.letterOn,
      provesId: imrApplications.id,
    })
    .from(documents)
    .leftJoin(imrApplications, eq(imrApplications.receiptDocumentId, documents.id))
    .where(
      and(
        eq(documents.caseId, caseId),
        eq(documents.state, 'ready'),
        inArray(documents.kind, RECEIPT_KINDS),
        isNull(documents.withdrawnAt),
      ),
    )
    .orderBy(desc(documents.addedAt), desc(documents.id));

export type ReadyPacket = Pick<
  typeof packets.$inferSelect,
  'id' | 'number' | 'regulator' | 'channel' | 'pageCount' | 'finishedAt'
>;

/** The case's finished packets, newest first. */
export const listReadyPackets = (tx: Transaction, caseId: string): Promise<ReadyPacket[]> =>
  tx
    .select({
      id: packets.id,
      number: packets.number,
      regulator: packets.regulator,
      channel: packets.channel,
      pageCount: packets.pageCount,
      finishedAt: packets.finishedAt,
    })
    .from(packets)
    .where(and(eq(packets.caseId, caseId), eq(packets.state, 'ready')))
    .orderBy(desc(packets.number));
