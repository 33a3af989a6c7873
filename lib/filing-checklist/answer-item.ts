import type { UserActor } from '../access/actor.ts';
import { assessCase } from '../cases/assessed-case.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { ChecklistAnswerInput } from './input.ts';
import { checklistOf } from './queries.ts';
import { replaceAnswer } from './repository.ts';
import { answerViolation } from './rules.ts';

/** Takes down what a person says of an item of the filing checklist that no paper of the case says. */
export const answerItem = (
  unit: UnitOfWork<UserActor>,
  input: ChecklistAnswerInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const { items } = await checklistOf(unit.tx, assessCase(record, unit.today));
    const item = items.find((each) => each.item === input.item);
    if (!item) return notFound;
    const violation = answerViolation(item, input.answer);
    if (violation) return refuse(violation);
    const subjectId = await replaceAnswer(unit, record.id, input);
    unit.record({
      event: 'checklist.answered',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId,
      changes: [
        { field: 'item', from: null, to: item.title },
        { field: 'answer', from: item.answer?.answer ?? null, to: input.answer },
      ],
      reason: input.reason,
    });
    return done(null);
  });
