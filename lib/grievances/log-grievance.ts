import { changedFields } from '../audit/events.ts';
import type { AnsweredGrievance, CaseRecord } from '../cases/case-record.ts';
import { onDatedRecord, recorded } from '../date-documents/on-dated-record.ts';
import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { type Outcome, refuse } from '../errors.ts';
import type { GrievanceInput } from './input.ts';
import { grievanceEntry, insertGrievance } from './repository.ts';
import { GRIEVANCE_FIELDS_BY_FACT, grievanceViolations, unansweredViolation } from './rules.ts';

/** Logs a grievance: the day the plan received it starts the plan's clocks. */
export const logGrievance = (unit: UnitOfWork, input: GrievanceInput): Promise<Outcome<{ caseId: string }>> =>
  onDatedRecord(unit, input, 'grievance', shownDates(input, ['sentOn', 'receivedOn']), async (record) => {
    const entry = grievanceEntry(input, null);
    const unanswered = unansweredViolation(record);
    const violations = [
      ...(unanswered ? [unanswered] : []),
      ...grievanceViolations(input, record.denial, unit.now),
      ...dateViolations(withGrievance(record, entry), unit.today, GRIEVANCE_FIELDS_BY_FACT),
    ];
    if (violations.length > 0) return refuse(...violations);
    const subjectId = await insertGrievance(unit, record.id, entry);
    unit.record({
      event: 'grievance.logged',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId,
      changes: changedFields({}, entry),
    });
    return recorded(subjectId);
  });

function withGrievance(record: CaseRecord, entry: ReturnType<typeof grievanceEntry>): CaseRecord {
  const logged = { ...entry, acknowledgedOn: null, statementOn: null, decision: null } as AnsweredGrievance;
  return { ...record, grievances: [...record.grievances, logged] };
}
