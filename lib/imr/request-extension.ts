import type { UserActor } from '../access/actor.ts';
import { may } from '../access/policy.ts';
import { changedFields } from '../audit/events.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import type { ExtensionInput } from './input.ts';
import { saveExtensionRequest } from './repository.ts';

/** Puts the statement of a late filing on the case: from a caseworker it waits for approval, from a supervisor it is approved. */
export const requestExtension = (
  unit: UnitOfWork<UserActor>,
  input: ExtensionInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const approves = may(unit.actor, 'imr.approve-extension');
    const request = {
      caseId: record.id,
      officeId: record.officeId,
      statement: input.statement,
      requestedBy: record.extensionRequest?.requestedBy ?? unit.actor.userId,
      requestedAt: record.extensionRequest?.requestedAt ?? unit.now,
      approvedBy: approves ? unit.actor.userId : null,
      approvedAt: approves ? unit.now : null,
    };
    await saveExtensionRequest(unit, request);
    await unit.record({
      event: approves ? 'imr.extension-approved' : 'imr.extension-requested',
      caseId: record.id,
      caseVersion: record.version + 1,
      changes: changedFields(
        { statement: record.extensionRequest?.statement },
        { statement: input.statement },
      ),
    });
    return done(null);
  });
