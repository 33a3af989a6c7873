import { changedFields } from '../audit/events.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { ManualDeadlineInput } from './input.ts';
import { addManualDeadline } from './repository.ts';
import { newDeadlineViolations } from './rules.ts';

/** Puts a date on a locked, open case; the clocks are recomputed by whoever holds the case. */
export async function recordDeadline(
  unit: UnitOfWork,
  record: CaseRecord,
  { title, owedBy, dueOn, note }: Pick<ManualDeadlineInput, 'title' | 'owedBy' | 'dueOn' | 'note'>,
): Promise<Outcome<{ deadlineId: string }>> {
  const violations = newDeadlineViolations({ dueOn }, unit.today);
  if (violations.length > 0) return refuse(...violations);
  const deadline = { title, owedBy, dueOn, note };
  const deadlineId = await addManualDeadline(unit, {
    officeId: record.officeId,
    caseId: record.id,
    ...deadline,
  });
  unit.record({
    event: 'manual-deadline.added',
    caseId: record.id,
    caseVersion: record.version + 1,
    subjectId: deadlineId,
    changes: changedFields({}, deadline),
  });
  return done({ deadlineId });
}
