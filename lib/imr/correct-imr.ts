import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import { correctionViolations, NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import { endTask } from '../manual-deadlines/end-task.ts';
import { lateFiling } from './extension-approval.ts';
import { readEvidence } from './filing-evidence.ts';
import { followProof } from './follow-proof.ts';
import type { ImrFilingInput } from './input.ts';
import { proofChange } from './proof-of-filing.ts';
import { updateImrApplication } from './repository.ts';
import { filingStanding, filingViolations, IMR_FIELDS_BY_FACT } from './rules.ts';

/**
 * Corrects how an application was filed, with a reason. The rules of filing judge only what they are about: a corrected
 * confirmation number is never refused for what happened since. Taking its proof away starts the client's clock again.
 */
export const correctImr = (
  unit: UnitOfWork<UserActor>,
  input: ImrFilingInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const index = record.imrApplications.findIndex(({ id }) => id === input.applicationId);
    const former = record.imrApplications[index];
    if (!former) return notFound;
    const before = { ...record, imrApplications: record.imrApplications.slice(0, index) };
    const kept = { ...input, extensionStatement: input.extensionStatement || former.extensionStatement };
    const isRefiled = changedFields(former, ruledBy(kept)).length > 0;
    const standing = isRefiled ? filingStanding(before, input, unit.today) : former.filing;
    const late = standing === 'late' ? lateFiling(unit.actor, record, input, former) : null;
    const filing = { ...input, extensionStatement: late?.statement ?? input.extensionStatement };
    const { evidence, violations: unsupported } = await readEvidence(unit, record.id, input, former);
    const entry = {
      ...ruledBy(filing),
      channel: input.channel,
      destination: input.destination,
      ...evidence,
      filing: standing,
      dateSources: dateSourcesOf({ appliedOn: input.appliedOn }, input, former.dateSources),
    };
    const changes = changedFields(former, entry);
    if (changes.length === 0) return refuse(NOTHING_CHANGED);
    // Only the last application is read as the case's, so an earlier one is judged as if it still were the last.
    const next = { ...former, ...entry };
    const asTheLast = { ...record, imrApplications: [...before.imrApplications, next] };
    const violations = [
      ...(isRefiled ? filingViolations(before, filing, unit.today, late?.approval ?? 'none') : []),
      ...correctionViolations(changes, input.reason),
      ...dateViolations(asTheLast, unit.today, IMR_FIELDS_BY_FACT),
      ...unsupported,
    ];
    if (violations.length > 0) return refuse(...violations);
    await updateImrApplication(unit, former.id, { ...entry, extensionApprovedBy: late?.by ?? null });
    unit.record({
      event: 'imr.corrected',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: former.id,
      changes: [...changes, ...proofChange(former, next)],
      reason: input.reason,
    });
    if (next.packetId && next.packetId !== former.packetId)
      await endTask(unit, record, 'send-packet', 'done');
    if (index === record.imrApplications.length - 1) await followProof(unit, record, next);
    return done(null);
  });

/** What the rules of filing are about. */
const ruledBy = (filing: ImrFilingInput) => ({
  regulator: filing.regulator,
  appliedOn: filing.appliedOn,
  expedited: filing.expedited,
  certifiedBy: filing.certifiedBy,
  compellingStatement: filing.compellingStatement,
  extensionStatement: filing.extensionStatement,
});
