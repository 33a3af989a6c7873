import { changedFields } from '../audit/events.ts';
import { correctionViolations } from '../cases/rules.ts';
import { onDatedRecord, recorded, unchanged } from '../date-documents/on-dated-record.ts';
import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { type Outcome, refuse } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import type { HearingInput } from './input.ts';
import { saveHearing } from './repository.ts';
import { HEARING_FIELDS_BY_FACT, hearingViolations } from './rules.ts';

/** Records the Medi-Cal State Hearing: its request stops the hearing clocks, its being held closes the way to an IMR. */
export const recordHearing = (unit: UnitOfWork, input: HearingInput): Promise<Outcome<{ caseId: string }>> =>
  onDatedRecord(unit, input, 'hearing', shownDates(input, ['requestedOn', 'heldOn']), async (record) => {
    const { requestedOn, heldOn, note } = input;
    const hearing = {
      officeId: record.officeId,
      caseId: record.id,
      requestedOn,
      heldOn,
      note,
      dateSources: dateSourcesOf({ requestedOn, heldOn }, input),
    };
    const changes = changedFields(record.hearing ?? {}, hearing);
    if (changes.length === 0) return unchanged();
    const violations = [
      ...hearingViolations(record, input),
      ...correctionViolations(record.hearing ? changes : [], input.reason),
      ...dateViolations({ ...record, hearing }, unit.today, HEARING_FIELDS_BY_FACT),
    ];
    if (violations.length > 0) return refuse(...violations);
    await saveHearing(unit, hearing);
    unit.record({
      event: record.hearing ? 'hearing.corrected' : 'hearing.recorded',
      caseId: record.id,
      caseVersion: record.version + 1,
      changes,
      reason: input.reason,
    });
    return recorded();
  });
