import { randomUUID } from 'node:crypto';
import type { UserActor } from '../access/actor.ts';
import { loadCases } from '../cases/load-cases.ts';
import { closedCaseViolation } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import { findCases } from '../find/queries.ts';
import { wordsIn } from '../words/words.ts';
import type { LinkInput } from './input.ts';
import { countRelatives, hasRestricted, listRelatives, setFamily } from './repository.ts';
import { alreadyLinked, notLinkable, ofAnotherFamily, otherCaseOf, restrictedOnes } from './rules.ts';

/**
 * Says that two cases are of one family, so that each is shown on the other and one act can be recorded on all of them.
 * The other one is named by its number, or by its client’s name where that is one case only.
 */
export async function linkCase(
  unit: UnitOfWork<UserActor>,
  input: LinkInput,
): Promise<Outcome<{ caseId: string }>> {
  const words = wordsIn(unit.actor.language).family;
  const { cases: found } = await findCases(unit.tx, input.other);
  const meant = otherCaseOf(found, input.other, input.caseId, words);
  if ('violation' in meant) return refuse(meant.violation);
  const loaded = await loadCases(unit, input, [meant.other.caseId]);
  if (!loaded.ok) return loaded;
  const { record: mine } = loaded;
  const [theirs] = loaded.others;
  if (!theirs) return notFound;
  const closed = closedCaseViolation(mine);
  if (closed) return refuse(closed);
  if (await hasRestricted(unit, [mine.id, theirs.id])) return refuse(restrictedOnes(words));
  const myRelatives = await listRelatives(unit, mine.familyId, mine.id);
  if (myRelatives.includes(theirs.id)) return refuse(alreadyLinked(words));
  const theirRelatives = await listRelatives(unit, theirs.familyId, theirs.id);
  const theirCount = await countRelatives(unit, theirs.familyId);
  if (theirCount > 0 && (await countRelatives(unit, mine.familyId)) > 0)
    return refuse(
      myRelatives.length > 0 && theirRelatives.length > 0
        ? ofAnotherFamily(theirs.number, words)
        : notLinkable(words),
    );

  const joined = theirCount > 0 ? theirs.familyId : mine.familyId;
  const familyId = joined ?? randomUUID();
  for (const [record, linkedCaseIds] of [
    [mine, [theirs.id, ...theirRelatives]],
    [theirs, [mine.id, ...myRelatives]],
  ] as const) {
    await setFamily(unit, record.id, familyId);
    unit.record({
      event: 'case.linked',
      caseId: record.id,
      caseVersion: record.version + 1,
      changes: [{ field: 'linkedCaseIds', from: null, to: linkedCaseIds }],
    });
  }
  return done({ caseId: mine.id });
}
