import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { CoverInput } from './input.ts';
import { insertCover, listArrangements, listCasesToOpen, lockPeople, nameForDays } from './repository.ts';
import { caseNotOpened, coverViolations } from './rules.ts';

/**
 * Lets a colleague work the cases of somebody who is away, for whole days that end by themselves. Restricted cases come
 * with it only where they are named, one by one, by somebody who decides about them.
 */
export async function arrangeCover(
  unit: UnitOfWork<UserActor>,
  { absentId, coverId, fromOn, untilOn, note, namedCaseIds }: CoverInput,
): Promise<Outcome<{ arrangementId: string; absentId: string }>> {
  const people = await lockPeople(unit, [absentId, coverId]);
  const absent = people.find(({ id }) => id === absentId);
  const cover = people.find(({ id }) => id === coverId);
  if (!absent || !cover) return notFound;
  const days = { fromOn, untilOn };
  const violations = coverViolations(days, { absent, cover }, await listArrangements(unit), unit.today);
  if (violations.length > 0) return refuse(...violations);
  const { userId } = unit.actor;
  const opened = await listCasesToOpen(unit, namedCaseIds, absentId, userId);
  if (opened.length < new Set(namedCaseIds).size) return refuse(caseNotOpened);

  const arrangementId = await insertCover(unit, { absentId, coverId, ...days, note, arrangedBy: userId });
  await nameForDays(unit, opened, coverId, days, userId);
  // What the office's record says of a cover names no restricted case: each has it on its own.
  unit.record({
    event: 'cover.arranged',
    subjectId: arrangementId,
    changes: changedFields({}, { absentId, coverId, ...days, note }),
  });
  for (const caseId of opened)
    unit.record({
      event: 'case.restriction-changed',
      caseId,
      changes: changedFields({}, { namedId: coverId, namedUntilOn: untilOn }),
      reason: 'For the days of a cover.',
    });
  return done({ arrangementId, absentId });
}
