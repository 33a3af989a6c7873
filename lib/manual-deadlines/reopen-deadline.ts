import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { DeadlineReopeningInput } from './input.ts';
import { reopenManualDeadline } from './repository.ts';
import { manualDeadlineOf, reopeningViolation } from './rules.ts';

/** Takes back that a date which no rule set was done or no longer needed: it runs again, and both stay in the history. */
export const reopenDeadline = (
  unit: UnitOfWork,
  input: DeadlineReopeningInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const deadline = manualDeadlineOf(record, input.deadlineId);
    const violation = reopeningViolation(record, deadline);
    if (!deadline || violation) return refuse(...(violation ? [violation] : []));
    await reopenManualDeadline(unit, deadline.id);
    unit.record({
      event: 'manual-deadline.reopened',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: deadline.id,
      changes: [
        { field: 'what', from: null, to: deadline.title },
        ...(deadline.doneOn ? [{ field: 'doneOn', from: deadline.doneOn, to: null }] : []),
      ],
    });
    return done(null);
  });
