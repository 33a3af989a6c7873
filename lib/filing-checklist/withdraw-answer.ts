import type { UserActor } from '../access/actor.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { AnswerWithdrawalInput } from './input.ts';
import { ITEMS } from './items.ts';
import { withdrawStanding } from './repository.ts';
import { NO_STANDING_ANSWER } from './rules.ts';

/** Takes an answer on the filing checklist back: the item stands again as the papers of the case leave it. */
export const withdrawChecklistAnswer = (
  unit: UnitOfWork<UserActor>,
  input: AnswerWithdrawalInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const withdrawn = await withdrawStanding(unit, record.id, input.answerId);
    if (!withdrawn) return refuse(NO_STANDING_ANSWER);
    const title = ITEMS.find(({ item }) => item === withdrawn.item)?.title ?? withdrawn.item;
    unit.record({
      event: 'checklist.answer-withdrawn',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: input.answerId,
      changes: [
        { field: 'item', from: null, to: title },
        { field: 'answer', from: withdrawn.answer, to: null },
      ],
    });
    return done(null);
  });
