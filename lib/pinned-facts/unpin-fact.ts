import type { UserActor } from '../access/actor.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { PinnedFactInput } from './input.ts';
import { findFact, setPinned } from './repository.ts';
import { notPinned } from './rules.ts';

/** Takes a fact off the top of the case; it stays in the case's history and can be pinned again. */
export async function unpinFact(
  unit: UnitOfWork<UserActor>,
  input: PinnedFactInput,
): Promise<Outcome<{ caseId: string; factId: string }>> {
  const outcome = await onOpenCase(unit, input, async (record) => {
    const fact = await findFact(unit, record.id, input.factId);
    if (!fact?.isPinned) return refuse(notPinned(wordsIn(unit.actor.language).pinnedFacts));
    await setPinned(unit, fact.id, false);
    unit.record({
      event: 'fact.unpinned',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: fact.id,
      changes: [{ field: 'body', from: null, to: fact.body }],
    });
    return done(null);
  });
  return outcome.ok ? done({ ...outcome.value, factId: input.factId }) : outcome;
}
