import type { UserActor } from '../access/actor.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { PinInput } from './input.ts';
import { countPinned, insertFact } from './repository.ts';
import { tooManyPinned } from './rules.ts';

/** Pins a fact to the top of the case, where it stays until somebody unpins it. */
export const pinFact = (unit: UnitOfWork<UserActor>, input: PinInput): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const words = wordsIn(unit.actor.language).pinnedFacts;
    const tooMany = tooManyPinned(await countPinned(unit, record.id), words);
    if (tooMany) return refuse(tooMany);
    const factId = await insertFact(unit, record.id, input.body);
    unit.record({
      event: 'fact.pinned',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: factId,
      changes: [{ field: 'body', from: null, to: input.body }],
    });
    return done(null);
  });
