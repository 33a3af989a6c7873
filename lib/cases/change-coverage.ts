import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { CoverageInput } from './input.ts';
import { onOpenCase } from './on-open-case.ts';
import { lineExists, updateCase } from './repository.ts';
import { correctionViolations, NOTHING_CHANGED, unknownLine } from './rules.ts';

/** Changes the plan's line, and with it which law the case's clocks follow; what was recorded changes only with a reason. */
export const changeCoverage = (
  unit: UnitOfWork,
  input: CoverageInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const entry = {
      planLineId: input.planLineId,
      memberNumber: input.memberNumber,
      serviceCoveredBy: input.serviceCoveredBy,
      urgent: input.urgent,
    };
    const changes = changedFields(record, entry);
    if (changes.length === 0) return refuse(NOTHING_CHANGED);
    const unexplained = correctionViolations(changes, input.reason);
    if (unexplained.length > 0) return refuse(...unexplained);
    if (entry.planLineId && !(await lineExists(unit, entry.planLineId))) return refuse(unknownLine);
    await updateCase(unit, record.id, entry);
    unit.record({
      event: 'case.changed',
      caseId: record.id,
      caseVersion: record.version + 1,
      changes,
      reason: input.reason,
    });
    return done(null);
  });
