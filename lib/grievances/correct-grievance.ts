import { changedFields } from '../audit/events.ts';
import { correctionViolations } from '../cases/rules.ts';
import { onDatedRecord, recorded, unchanged } from '../date-documents/on-dated-record.ts';
import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { notFound, type Outcome, refuse } from '../errors.ts';
import type { GrievanceInput } from './input.ts';
import { grievanceEntry, updateGrievance } from './repository.ts';
import { GRIEVANCE_FIELDS_BY_FACT, grievanceViolations } from './rules.ts';

/** Corrects a logged grievance, with a reason; the former values stay in the record. */
export const correctGrievance = (
  unit: UnitOfWork,
  input: GrievanceInput,
): Promise<Outcome<{ caseId: string }>> =>
  onDatedRecord(unit, input, 'grievance', shownDates(input, ['sentOn', 'receivedOn']), async (record) => {
    const index = record.grievances.findIndex(({ id }) => id === input.grievanceId);
    const former = record.grievances[index];
    if (!former) return notFound;
    const entry = grievanceEntry(input, former);
    const changes = changedFields(former, entry);
    if (changes.length === 0) return unchanged(former.id);
    // Only the last grievance is read as the case's, so an earlier one is judged as if it still were the last.
    const asTheLast = {
      ...record,
      grievances: [...record.grievances.slice(0, index), { ...former, ...entry }],
    };
    const violations = [
      ...grievanceViolations(input, record.denial, unit.now),
      ...correctionViolations(changes, input.reason),
      ...dateViolations(asTheLast, unit.today, GRIEVANCE_FIELDS_BY_FACT),
    ];
    if (violations.length > 0) return refuse(...violations);
    await updateGrievance(unit, former.id, entry);
    unit.record({
      event: 'grievance.corrected',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: former.id,
      changes,
      reason: input.reason,
    });
    return recorded(former.id);
  });
