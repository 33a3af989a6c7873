import { assessCase } from '../cases/assessed-case.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { DateAdjustmentInput } from './input.ts';
import { addAdjustment } from './repository.ts';
import { adjustableClock, newDateViolations } from './rules.ts';

/** Puts a person's date beside the rule's. Both are kept and shown; the earlier is the one worked to. */
export const setDateByHand = (
  unit: UnitOfWork,
  input: DateAdjustmentInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const found = adjustableClock(assessCase(record, unit.today), input.rule);
    if ('violation' in found) return refuse(found.violation);
    const { clock } = found;
    const violations = newDateViolations(clock.dueOn, input, unit.today);
    if (violations.length > 0) return refuse(...violations);
    const { rule, dueOn, source, reason } = input;
    const id = await addAdjustment(unit, {
      officeId: record.officeId,
      caseId: record.id,
      rule,
      kind: 'by-hand',
      formerDueOn: clock.dueOn,
      dueOn,
      reason,
      source,
    });
    unit.record({
      event: 'date.set-by-hand',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: id,
      changes: [
        { field: 'what', from: null, to: clockTitle(clock) },
        { field: 'dueOn', from: clock.dueOn, to: dueOn },
        ...(source === '' ? [] : [{ field: 'source', from: null, to: source }]),
      ],
      reason,
    });
    return done(null);
  });
