import { inArray } from 'drizzle-orm';
import { pacificToday } from '../calendar/clock.ts';
import { formatMediumDate } from '../calendar/format-date.ts';
import type { CaseRecord, ImrApplication } from '../cases/case-record.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { isApprovalUsed } from './extension-approval.ts';

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
