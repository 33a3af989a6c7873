import { changedFields } from '../audit/events.ts';
import { currentImrApplication } from '../cases/case-record.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import { correctionViolations, NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import type { ImrDeterminationInput } from './input.ts';
import { updateImrApplication } from './repository.ts';
import { IMR_FIELDS_BY_FACT, notFiled } from './rules.ts';

/** Records the determination; one that overturned the denial starts the plan's five working days to carry it out. */
export const recordDetermination = (
  unit: UnitOfWork,
  input: ImrDeterminationInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const former = currentImrApplication(record);
    if (!former) return refuse(notFiled);
    const { outcome, determinedOn, planReceivedOn } = input;
    const entry = {
      outcome,
      determinedOn,
      planReceivedOn,
      dateSources: { ...former.dateSources, ...dateSourcesOf({ determinedOn, planReceivedOn }, input) },
    };
    const changes = changedFields(former, entry);
    if (changes.length === 0) return refuse(NOTHING_CHANGED);
    const next = {
      ...record,
      imrApplications: [...record.imrApplications.slice(0, -1), { ...former, ...entry }],
    };
    const violations = [
      ...correctionViolations(changes, input.reason),
      ...dateViolations(next, unit.today, { ...IMR_FIELDS_BY_FACT, 'imr.rejectedOn': 'determinedOn' }),
    ];
    if (violations.length > 0) return refuse(...violations);
    await updateImrApplication(unit, former.id, entry);
    await unit.record({
      event: 'imr.determined',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: former.id,
      changes,
      reason: input.reason,
    });
    return done(null);
  });
