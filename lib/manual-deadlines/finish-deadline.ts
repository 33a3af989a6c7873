import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { FinishInput } from './input.ts';
import { endManualDeadline } from './repository.ts';
import { endedViolation, endingViolations, manualDeadlineOf } from './rules.ts';

/** Ends a date that no rule set: it was done on a day, or is no longer needed. */
export const finishDeadline = (unit: UnitOfWork, input: FinishInput): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const deadline = manualDeadlineOf(record, input.deadlineId);
    const ended = endedViolation(deadline);
    if (!deadline || ended) return refuse(...(ended ? [ended] : []));
    const violations = endingViolations(input, unit.today);
    if (violations.length > 0) return refuse(...violations);
    const doneOn = input.ending === 'done' ? input.doneOn : null;
    await endManualDeadline(unit, deadline.id, doneOn ? { doneOn } : { canceledAt: unit.now });
    unit.record({
      event: doneOn ? 'manual-deadline.finished' : 'manual-deadline.canceled',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: deadline.id,
      changes: [
        { field: 'what', from: null, to: deadline.title },
        ...(doneOn ? [{ field: 'doneOn', from: null, to: doneOn }] : []),
      ],
      reason: input.reason,
    });
    return done(null);
  });
