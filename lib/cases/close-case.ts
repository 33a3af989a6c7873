import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { retainUntil } from '../retention/schedule.ts';
import type { ClosureInput } from './input.ts';
import { onOpenCase } from './on-open-case.ts';
import { closeCaseRow, retentionYears } from './repository.ts';
import { closureViolation } from './rules.ts';

/** Closes a case with its outcome; its running clocks end with it, and so do their reminders. */
export const closeCase = (
  unit: UnitOfWork<UserActor>,
  input: ClosureInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const { outcome, note } = input;
    const contradicted = closureViolation(record, outcome);
    if (contradicted) return refuse(contradicted);
    const retainUntilOn = retainUntil(unit.today, await retentionYears(unit));
    await closeCaseRow(unit, record.id, { closedBy: unit.actor.userId, outcome, note }, retainUntilOn);
    unit.record({
      event: 'case.closed',
      caseId: record.id,
      caseVersion: record.version + 1,
      changes: changedFields({}, { outcome, note, retainUntilOn }),
    });
    return done(null);
  });
