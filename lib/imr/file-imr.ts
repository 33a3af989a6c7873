import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import { endTask } from '../manual-deadlines/end-task.ts';
import { lateFiling } from './extension-approval.ts';
import { readEvidence } from './filing-evidence.ts';
import { followProof } from './follow-proof.ts';
import type { ImrFilingInput } from './input.ts';
import { proofChange } from './proof-of-filing.ts';
import { insertImrApplication } from './repository.ts';
import { filingStanding, filingViolations, IMR_FIELDS_BY_FACT } from './rules.ts';
import { UNANSWERED } from './unanswered.ts';

/**
 * Records that an IMR application was sent. Together with what proves it, that stops the client's clock as of the day it
 * was sent; without, the clock runs on and the case gets a task.
 */
export const fileImr = (
  unit: UnitOfWork<UserActor>,
  input: ImrFilingInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const standing = filingStanding(record, input, unit.today);
    const late = standing === 'late' ? lateFiling(unit.actor, record, input) : null;
    const filing = { ...input, extensionStatement: late?.statement ?? input.extensionStatement };
    const { evidence, violations: unsupported } = await readEvidence(unit, record.id, input);
    const entry = {
      regulator: filing.regulator,
      channel: filing.channel,
      destination: filing.destination,
      expedited: filing.expedited,
      certifiedBy: filing.certifiedBy,
      compellingStatement: filing.compellingStatement,
      extensionStatement: filing.extensionStatement,
      extensionApprovedBy: late?.by ?? null,
      appliedOn: filing.appliedOn,
      ...evidence,
      filing: standing,
      dateSources: dateSourcesOf({ appliedOn: filing.appliedOn }, filing),
    };
    const application = {
      ...UNANSWERED,
      id: '',
      officeId: record.officeId,
      caseId: record.id,
      createdAt: unit.now,
      ...entry,
    };
    const next = { ...record, imrApplications: [...record.imrApplications, application] };
    const violations = [
      ...filingViolations(record, filing, unit.today, late?.approval ?? 'none'),
      ...dateViolations(next, unit.today, IMR_FIELDS_BY_FACT),
      ...unsupported,
    ];
    if (violations.length > 0) return refuse(...violations);
    const subjectId = await insertImrApplication(unit, record.id, entry);
    unit.record({
      event: 'imr.filed',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId,
      changes: [...changedFields({}, entry), ...proofChange(null, application)],
    });
    await endTask(unit, record, 'send-packet', entry.packetId ? 'done' : 'canceled');
    await followProof(unit, record, application);
    return done(null);
  });
