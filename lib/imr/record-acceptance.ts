import { changedFields } from '../audit/events.ts';
import { currentImrApplication } from '../cases/case-record.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import { correctionViolations, NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { acceptanceEntry, acceptanceViolations } from './acceptance.ts';
import type { ImrAcceptanceInput } from './input.ts';
import { updateImrApplication } from './repository.ts';
import { IMR_FIELDS_BY_FACT, notFiled } from './rules.ts';

/** Records what the department answered, and when the plan's records reached the reviewer; each date starts its clock. */
export const recordAcceptance = (
  unit: UnitOfWork,
  input: ImrAcceptanceInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const former = currentImrApplication(record);
    if (!former) return refuse(notFiled);
    const unfinished = acceptanceViolations(input);
    if (unfinished.length > 0) return refuse(...unfinished);
    const entry = acceptanceEntry(input, former);
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
      event: eventOf(former, entry),
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: former.id,
      changes,
      reason: input.reason,
    });
    return done(null);
  });

type Screening = { readonly acceptedOn: unknown; readonly rejectedOn: unknown };

function eventOf(former: Screening, entry: Screening) {
  if (entry.rejectedOn && !former.rejectedOn) return 'imr.rejected';
  if (entry.acceptedOn && !former.acceptedOn) return 'imr.accepted';
  return 'imr.records-logged';
}
