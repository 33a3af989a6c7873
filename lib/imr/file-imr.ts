import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import type { ImrApplication } from '../cases/case-record.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import { lateFiling } from './extension-approval.ts';
import type { ImrFilingInput } from './input.ts';
import { insertImrApplication } from './repository.ts';
import { filingStanding, filingViolations, IMR_FIELDS_BY_FACT } from './rules.ts';

/** Records an IMR application as filed: the act that stops the client's clock. */
export const fileImr = (
  unit: UnitOfWork<UserActor>,
  input: ImrFilingInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const standing = filingStanding(record, input, unit.today);
    const late = standing === 'late' ? lateFiling(unit.actor, record, input) : null;
    const filing = { ...input, extensionStatement: late?.statement ?? input.extensionStatement };
    const entry = {
      regulator: filing.regulator,
      channel: filing.channel,
      destination: filing.destination,
      confirmationNumber: filing.confirmationNumber,
      expedited: filing.expedited,
      certifiedBy: filing.certifiedBy,
      compellingStatement: filing.compellingStatement,
      extensionStatement: filing.extensionStatement,
      appliedOn: filing.appliedOn,
      filing: standing,
      dateSources: dateSourcesOf({ appliedOn: filing.appliedOn }, filing),
    };
    const next = {
      ...record,
      imrApplications: [...record.imrApplications, entry as unknown as ImrApplication],
    };
    const violations = [
      ...filingViolations(record, filing, unit.today, late?.approval ?? 'none'),
      ...dateViolations(next, unit.today, IMR_FIELDS_BY_FACT),
    ];
    if (violations.length > 0) return refuse(...violations);
    const application = { ...entry, extensionApprovedBy: late?.by ?? null };
    const subjectId = await insertImrApplication(unit, record.id, application);
    unit.record({
      event: 'imr.filed',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId,
      changes: changedFields({}, application),
    });
    return done(null);
  });
