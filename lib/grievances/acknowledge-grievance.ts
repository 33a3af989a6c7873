import { changedFields } from '../audit/events.ts';
import { currentGrievance } from '../cases/case-record.ts';
import { correctionViolations } from '../cases/rules.ts';
import { onDatedRecord, recorded, unchanged } from '../date-documents/on-dated-record.ts';
import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { type Outcome, refuse } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import type { AcknowledgmentInput } from './input.ts';
import { updateGrievance } from './repository.ts';
import { GRIEVANCE_FIELDS_BY_FACT, noGrievance } from './rules.ts';

/** Records the plan's acknowledgment, and on an expedited grievance its written statement of disposition or status. */
export const acknowledgeGrievance = (
  unit: UnitOfWork,
  input: AcknowledgmentInput,
): Promise<Outcome<{ caseId: string }>> =>
  onDatedRecord(
    unit,
    input,
    'acknowledgment',
    shownDates(input, ['acknowledgedOn', 'statementOn']),
    async (record) => {
      const former = currentGrievance(record);
      if (!former) return refuse(noGrievance);
      const { acknowledgedOn, statementOn } = input;
      const entry = {
        acknowledgedOn,
        statementOn,
        planReference: input.planReference || former.planReference,
        dateSources: dateSourcesOf({ acknowledgedOn, statementOn }, input, former.dateSources),
      };
      const changes = changedFields(former, entry);
      if (changes.length === 0) return unchanged(former.id);
      const next = { ...record, grievances: [...record.grievances.slice(0, -1), { ...former, ...entry }] };
      const violations = [
        ...correctionViolations(changes, input.reason),
        ...dateViolations(next, unit.today, GRIEVANCE_FIELDS_BY_FACT),
      ];
      if (violations.length > 0) return refuse(...violations);
      await updateGrievance(unit, former.id, entry);
      unit.record({
        event: statementOn && !former.statementOn ? 'grievance.statement-logged' : 'grievance.acknowledged',
        caseId: record.id,
        caseVersion: record.version + 1,
        subjectId: former.id,
        changes,
        reason: input.reason,
      });
      return recorded(former.id);
    },
  );
