import type { UserActor } from '../access/actor.ts';
import { may } from '../access/policy.ts';
import { changedFields } from '../audit/events.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import { NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { isApprovalUsed } from './extension-approval.ts';
import type { ExtensionInput } from './input.ts';
import { saveExtensionRequest } from './repository.ts';
import { extensionViolation } from './rules.ts';

/** Puts the statement of a late filing on the case: from a caseworker it waits for approval, from a supervisor it is approved. */
export const requestExtension = (
  unit: UnitOfWork<UserActor>,
  input: ExtensionInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const unneeded = extensionViolation(record, unit.today);
    if (unneeded) return refuse(unneeded);
    const approves = may(unit.actor, 'imr.approve-extension');
    const former = record.extensionRequest;
    const isAnswered = !isApprovalUsed(record) && (!approves || former?.approvedBy);
    if (former?.statement === input.statement && isAnswered) return refuse(NOTHING_CHANGED);
    const request = {
      caseId: record.id,
      officeId: record.officeId,
      statement: input.statement,
      requestedBy: former?.requestedBy ?? unit.actor.userId,
      requestedAt: former?.requestedAt ?? unit.now,
      approvedBy: approves ? unit.actor.userId : null,
      approvedAt: approves ? unit.now : null,
    };
    await saveExtensionRequest(unit, request);
    unit.record({
      event: approves ? 'imr.extension-approved' : 'imr.extension-requested',
      caseId: record.id,
      caseVersion: record.version + 1,
      changes: changedFields(
        { statement: former?.statement, extensionApprovedBy: former?.approvedBy },
        { statement: input.statement, extensionApprovedBy: request.approvedBy },
      ),
    });
    return done(null);
  });
