import type { UserActor } from '../access/actor.ts';
import { loadCases } from '../cases/load-cases.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { UnlinkInput } from './input.ts';
import { setFamily } from './repository.ts';
import { notLinked } from './rules.ts';

/** Takes another case out of this one's family. */
export async function unlinkCase(
  unit: UnitOfWork<UserActor>,
  input: UnlinkInput,
): Promise<Outcome<{ caseId: string; otherId: string }>> {
  const loaded = await loadCases(unit, input, [input.otherId]);
  if (!loaded.ok) return loaded;
  const { record: mine } = loaded;
  const [theirs] = loaded.others;
  if (!theirs) return notFound;
  if (mine.id === theirs.id || mine.familyId === null || mine.familyId !== theirs.familyId)
    return refuse(notLinked(wordsIn(unit.actor.language).family));
  await setFamily(unit, theirs.id, null);
  await setFamily(unit, mine.id, mine.familyId);
  for (const [record, other] of [
    [mine, theirs],
    [theirs, mine],
  ] as const)
    unit.record({
      event: 'case.unlinked',
      caseId: record.id,
      caseVersion: record.version + 1,
      changes: [{ field: 'unlinkedCaseIds', from: null, to: [other.id] }],
    });
  return done({ caseId: mine.id, otherId: theirs.id });
}
