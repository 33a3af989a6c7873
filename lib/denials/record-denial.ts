import { changedFields } from '../audit/events.ts';
import { correctionViolations, isCorrection } from '../cases/rules.ts';
import { onDatedRecord, recorded, unchanged } from '../date-documents/on-dated-record.ts';
import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { type Outcome, refuse } from '../errors.ts';
import type { DenialInput } from './input.ts';
import { denialRow, saveDenial } from './repository.ts';
import { DENIAL_FIELDS_BY_FACT, denialViolations } from './rules.ts';

/** Records what the denial letter says, or corrects it with a reason. */
export const recordDenial = (unit: UnitOfWork, input: DenialInput): Promise<Outcome<{ caseId: string }>> =>
  onDatedRecord(
    unit,
    input,
    'denial',
    shownDates(input, ['letterOn', 'receivedOn', 'servicesEndOn']),
    async (record) => {
      const denial = denialRow(record.officeId, record.id, input);
      const changes = changedFields(record.denial ?? {}, denial);
      if (changes.length === 0) return unchanged();
      const violations = [
        ...denialViolations(denial, record),
        ...correctionViolations(record.denial ? changes : [], input.reason),
        ...dateViolations({ ...record, denial }, unit.today, DENIAL_FIELDS_BY_FACT),
      ];
      if (violations.length > 0) return refuse(...violations);
      await saveDenial(unit, denial);
      unit.record({
        event: isCorrection(changes) ? 'denial.corrected' : 'denial.recorded',
        caseId: record.id,
        caseVersion: record.version + 1,
        changes,
        reason: input.reason,
      });
      return recorded();
    },
  );
