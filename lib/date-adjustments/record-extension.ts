import { assessCase } from '../cases/assessed-case.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { DateAdjustmentInput } from './input.ts';
import { addAdjustment } from './repository.ts';
import { adjustableClock, dateToExtend, grantViolations, newDateViolations } from './rules.ts';

/** Records an extension or a pause that the plan or the department granted: its date takes the place of the rule's. */
export const recordExtension = (
  unit: UnitOfWork,
  input: DateAdjustmentInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const found = adjustableClock(assessCase(record, unit.today), input.rule);
    if ('violation' in found) return refuse(found.violation);
    const { clock } = found;
    const former = dateToExtend(record, clock);
    const violations = [...grantViolations(input), ...newDateViolations(former, input, unit.today)];
    if (violations.length > 0) return refuse(...violations);
    const { rule, grantedBy, dueOn, source, reason } = input;
    const kind = input.kind === 'pause' ? 'pause' : 'extension';
    const id = await addAdjustment(unit, {
      officeId: record.officeId,
      caseId: record.id,
      rule,
      kind,
      grantedBy,
      formerDueOn: former,
      dueOn,
      reason,
      source,
    });
    unit.record({
      event: kind === 'pause' ? 'date.paused' : 'date.extended',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: id,
      changes: [
        { field: 'what', from: null, to: clockTitle(clock) },
        { field: 'dueOn', from: former, to: dueOn },
        { field: 'grantedBy', from: null, to: grantedBy },
        { field: 'source', from: null, to: source },
      ],
      reason,
    });
    return done(null);
  });
