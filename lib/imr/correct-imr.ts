import type { UserActor } from '../access/actor.ts';
import { may } from '../access/policy.ts';
import { changedFields } from '../audit/events.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import { correctionViolations, NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import type { ImrFilingInput } from './input.ts';
import { updateImrApplication } from './repository.ts';
import { filingStanding, filingViolations, IMR_FIELDS_BY_FACT } from './rules.ts';

/** Corrects how an application was filed, with a reason. The corrected filing must be one the rules would have let in. */
export const correctImr = (
  unit: UnitOfWork<UserActor>,
  input: ImrFilingInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const former = record.imrApplications.find(({ id }) => id === input.applicationId);
    if (!former) return notFound;
    const others = record.imrApplications.filter((application) => application !== former);
    const entry = {
      regulator: input.regulator,
      channel: input.channel,
      destination: input.destination,
      confirmationNumber: input.confirmationNumber,
      expedited: input.expedited,
      certifiedBy: input.certifiedBy,
      compellingStatement: input.compellingStatement,
      extensionStatement: input.extensionStatement,
      appliedOn: input.appliedOn,
      filing: filingStanding(record, input, unit.today),
      dateSources: { ...former.dateSources, ...dateSourcesOf({ appliedOn: input.appliedOn }, input) },
    };
    const changes = changedFields(former, entry);
    if (changes.length === 0) return refuse(NOTHING_CHANGED);
    const approvedBy =
      former.extensionApprovedBy ??
      (may(unit.actor, 'imr.approve-extension')
        ? unit.actor.userId
        : (record.extensionRequest?.approvedBy ?? null));
    const next = {
      ...record,
      imrApplications: record.imrApplications.map((application) =>
        application === former ? { ...former, ...entry } : application,
      ),
    };
    const violations = [
      ...filingViolations({ ...record, imrApplications: others }, input, unit.today, approvedBy !== null),
      ...correctionViolations(changes, input.reason),
      ...dateViolations(next, unit.today, IMR_FIELDS_BY_FACT),
    ];
    if (violations.length > 0) return refuse(...violations);
    await updateImrApplication(unit, former.id, {
      ...entry,
      extensionApprovedBy: entry.filing === 'late' ? approvedBy : null,
    });
    await unit.record({
      event: 'imr.corrected',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: former.id,
      changes,
      reason: input.reason,
    });
    return done(null);
  });
