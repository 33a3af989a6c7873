import { assessCase, deadlineOf } from '../cases/assessed-case.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { WithdrawalInput } from './input.ts';
import { markWithdrawn } from './repository.ts';
import { NOT_STANDING, standingAdjustment, withdrawalUnexplained } from './rules.ts';

/** Takes back a date that was recorded beside a rule's; the clock goes by what is left, at last the rule itself. */
export const withdrawAdjustment = (
  unit: UnitOfWork,
  input: WithdrawalInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const standing = standingAdjustment(record, input.adjustmentId);
    if (!standing) return refuse(NOT_STANDING);
    if (input.reason === '') return refuse(withdrawalUnexplained);
    const clock = deadlineOf(assessCase(record, unit.today), standing.rule);
    const others = record.adjustments.filter(({ id }) => id !== standing.id);
    const after = deadlineOf(assessCase({ ...record, adjustments: others }, unit.today), standing.rule);
    await markWithdrawn(unit, standing.id);
    unit.record({
      event: 'date.withdrawn',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: standing.id,
      changes: [
        ...(clock ? [{ field: 'what', from: null, to: clockTitle(clock) }] : []),
        { field: 'dueOn', from: standing.dueOn, to: after?.dueOn ?? null },
      ],
      reason: input.reason,
    });
    return done(null);
  });
