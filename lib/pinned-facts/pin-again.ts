import type { UserActor } from '../access/actor.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { PinnedFactInput } from './input.ts';
import { countPinned, findFact, setPinned } from './repository.ts';
import { notPinned, tooManyPinned } from './rules.ts';

/** Undoes an unpinning: the fact is back where it was. */
export const pinAgain = (
  unit: UnitOfWork<UserActor>,
  input: PinnedFactInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const words = wordsIn(unit.actor.language).pinnedFacts;
    const fact = await findFact(unit, record.id, input.factId);
    if (!fact || fact.isPinned) return refuse(notPinned(words));
    const tooMany = tooManyPinned(await countPinned(unit, record.id), words);
    if (tooMany) return refuse(tooMany);
    await setPinned(unit, fact.id, true);
    unit.record({
      event: 'fact.pinned',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: fact.id,
      changes: [{ field: 'body', from: null, to: fact.body }],
    });
    return done(null);
  });
