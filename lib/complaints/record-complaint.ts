import { changedFields } from '../audit/events.ts';
import { correctionViolations } from '../cases/rules.ts';
import { onDatedRecord, recorded, unchanged } from '../date-documents/on-dated-record.ts';
import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { type Outcome, refuse } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import type { ComplaintInput } from './input.ts';
import { saveComplaint } from './repository.ts';
import { complaintViolations } from './rules.ts';

const COMPLAINT_FIELDS_BY_FACT = {
  'complaint.receivedOn': 'receivedOn',
  'complaint.decidedOn': 'decidedOn',
} as const;

/** Records a complaint to the regulator that is not an IMR application, and its written answer. */
export const recordComplaint = (
  unit: UnitOfWork,
  input: ComplaintInput,
): Promise<Outcome<{ caseId: string }>> =>
  onDatedRecord(unit, input, 'complaint', shownDates(input, ['receivedOn', 'decidedOn']), async (record) => {
    const { regulator, receivedOn, decidedOn, note } = input;
    const complaint = {
      officeId: record.officeId,
      caseId: record.id,
      regulator,
      receivedOn,
      decidedOn,
      note,
      dateSources: dateSourcesOf({ receivedOn, decidedOn }, input),
    };
    const changes = changedFields(record.complaint ?? {}, complaint);
    if (changes.length === 0) return unchanged();
    const violations = [
      ...complaintViolations(record, input),
      ...correctionViolations(record.complaint ? changes : [], input.reason),
      ...dateViolations({ ...record, complaint }, unit.today, COMPLAINT_FIELDS_BY_FACT),
    ];
    if (violations.length > 0) return refuse(...violations);
    await saveComplaint(unit, complaint);
    unit.record({
      event: record.complaint ? 'complaint.corrected' : 'complaint.recorded',
      caseId: record.id,
      caseVersion: record.version + 1,
      changes,
      reason: input.reason,
    });
    return recorded();
  });
