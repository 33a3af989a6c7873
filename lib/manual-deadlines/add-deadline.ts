import { changedFields } from '../audit/events.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { ManualDeadlineInput } from './input.ts';
import { addManualDeadline } from './repository.ts';
import { newDeadlineViolations } from './rules.ts';

/** Adds a date that no rule sets, such as a hearing or a promised call, to the case's clocks and reminders. */
export const addDeadline = (
  unit: UnitOfWork,
  input: ManualDeadlineInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const violations = newDeadlineViolations(input, unit.today);
    if (violations.length > 0) return refuse(...violations);
    const { title, owedBy, dueOn, note } = input;
    const deadline = { title, owedBy, dueOn, note };
    const id = await addManualDeadline(unit, { officeId: record.officeId, caseId: record.id, ...deadline });
    unit.record({
      event: 'manual-deadline.added',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: id,
      changes: changedFields({}, deadline),
    });
    return done(null);
  });
