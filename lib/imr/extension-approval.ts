import type { UserActor } from '../access/actor.ts';
import { may } from '../access/policy.ts';
import type { CaseRecord, ImrApplication } from '../cases/case-record.ts';
import type { Approval, Filing } from './rules.ts';

/** What a supervisor's approval does for one late filing, and the statement that the filing then carries. */
export type LateFiling = {
  readonly approval: Approval;
  readonly by: string | null;
  readonly statement: string;
};

/**
 * A supervisor who records a late filing approves it. Otherwise the approval on the case holds for the very statement
 * that was approved, and for one application: `corrected` keeps the approval that it was filed with.
 */
export function lateFiling(
  actor: UserActor,
  record: CaseRecord,
  filing: Pick<Filing, 'extensionStatement'>,
  corrected: ImrApplication | null = null,
): LateFiling {
  const request = record.extensionRequest;
  const statement =
    filing.extensionStatement || (corrected?.extensionStatement ?? '') || (request?.statement ?? '');
  if (corrected?.extensionApprovedBy && corrected.extensionStatement === statement)
    return { approval: 'approved', by: corrected.extensionApprovedBy, statement };
  if (may(actor, 'imr.approve-extension')) return { approval: 'approved', by: actor.userId, statement };
  if (!request?.approvedBy) return { approval: 'none', by: null, statement };
  if (isApprovalUsed(record, corrected)) return { approval: 'used', by: null, statement };
  if (request.statement !== statement) return { approval: 'other-statement', by: null, statement };
  return { approval: 'approved', by: request.approvedBy, statement };
}

/** An approval is used once a late application was recorded after it was given. */
export function isApprovalUsed(
  { extensionRequest, imrApplications }: Pick<CaseRecord, 'extensionRequest' | 'imrApplications'>,
  corrected: ImrApplication | null = null,
): boolean {
  const approvedAt = extensionRequest?.approvedAt;
  if (!approvedAt) return false;
  return imrApplications.some(
    (application) =>
      application.id !== corrected?.id &&
      application.filing === 'late' &&
      application.createdAt >= approvedAt,
  );
}
