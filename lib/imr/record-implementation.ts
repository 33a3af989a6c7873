import { changedFields } from '../audit/events.ts';
import { currentImrApplication } from '../cases/case-record.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import { correctionViolations, NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import type { ImplementationInput } from './input.ts';
import { updateImrApplication } from './repository.ts';
import { IMR_FIELDS_BY_FACT, notDetermined } from './rules.ts';

/** Records when the plan received the determination and when it authorized or paid. */
export const recordImplementation = (
  unit: UnitOfWork,
  input: ImplementationInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const former = currentImrApplication(record);
    if (!former?.determinedOn || former.outcome === 'upheld') return refuse(notDetermined);
    const { planReceivedOn, implementedOn } = input;
    const entry = {
      planReceivedOn,
      implementedOn,
      dateSources: { ...former.dateSources, ...dateSourcesOf({ planReceivedOn, implementedOn }, input) },
    };
    const changes = changedFields(former, entry);
    if (changes.length === 0) return refuse(NOTHING_CHANGED);
    const next = {
      ...record,
      imrApplications: [...record.imrApplications.slice(0, -1), { ...former, ...entry }],
    };
    const violations = [
      ...correctionViolations(changes, input.reason),
      ...dateViolations(next, unit.today, IMR_FIELDS_BY_FACT),
    ];
    if (violations.length > 0) return refuse(...violations);
    await updateImrApplication(unit, former.id, entry);
    await unit.record({
      event: 'imr.implemented',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: former.id,
      changes,
      reason: input.reason,
    });
    return done(null);
  });
