import type { UserActor } from '../access/actor.ts';
import { assessCase, deadlineOf } from '../cases/assessed-case.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { lookAgain } from '../deadlines/sync.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { AnswerWithdrawalInput } from './input.ts';
import { withdrawStanding } from './repository.ts';
import { NO_STANDING_ANSWER } from './rules.ts';

/** Takes an answer back: the clock's reminders come again as the policy has them. */
export const withdrawAnswer = (
  unit: UnitOfWork<UserActor>,
  input: AnswerWithdrawalInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const withdrawn = await withdrawStanding(unit, record.id, input.answerId);
    if (!withdrawn) return refuse(NO_STANDING_ANSWER);
    await lookAgain(unit, { caseId: record.id, rule: withdrawn.rule });
    const clock = deadlineOf(assessCase(record, unit.today), withdrawn.rule);
    unit.record({
      event: 'reminder.answer-withdrawn',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: input.answerId,
      changes: [
        ...(clock ? [{ field: 'what', from: null, to: clockTitle(clock) }] : []),
        { field: 'quietUntilOn', from: withdrawn.quietUntilOn, to: null },
      ],
    });
    return done(null);
  });
