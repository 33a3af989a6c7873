import type { UserActor } from '../access/actor.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { MessageWithdrawalInput } from './input.ts';
import { callOff } from './repository.ts';

/**
 * Takes a message back that has not gone yet or is to be tried again. Of this and a worker that comes for it, whoever is
 * first has it.
 */
export const withdrawMessage = (
  unit: UnitOfWork<UserActor>,
  input: MessageWithdrawalInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const { caseId, messageId } = input;
    const calledOff = await callOff(unit, { caseId, messageId, by: unit.actor.name });
    if (!calledOff) return refuse({ field: null, ...wordsIn(unit.actor.language).messages.gone });
    unit.record({
      event: 'message.withdrawn',
      caseId,
      caseVersion: record.version + 1,
      subjectId: messageId,
      changes: Object.entries(calledOff).map(([field, to]) => ({ field, from: null, to })),
    });
    return done(null);
  });
