import type { UserActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { listRestricted } from '../restrictions/repository.ts';
import { hasLeaderBesides } from '../restrictions/rules.ts';
import type { UndoMoveInput } from './input.ts';
import { loadCase } from './load-case.ts';
import { assignCase, isMovedSince, listMoves, lockOwners } from './repository.ts';
import { moveOver, noMoveToUndo, nothingToPutBack } from './rules.ts';

/**
 * Puts the cases that one act moved back where they were: on the same day, by whoever moved them. A case stays that
 * somebody moved or closed since, that nobody owned before, whose former owner cannot take it any more, that the move
 * opened to its new owner, or that is restricted by now to people who do not include the former one.
 */
export async function undoMove(
  unit: UnitOfWork<UserActor>,
  { moveId }: UndoMoveInput,
): Promise<Outcome<{ movedCount: number; keptCount: number }>> {
  const moves = await listMoves(unit, moveId);
  const [first] = moves;
  if (!first) return refuse(noMoveToUndo);
  if (pacificToday(first.at) !== unit.today) return refuse(moveOver);
  const owners = await lockOwners(
    unit,
    moves.flatMap(({ fromId }) => fromId ?? []),
  );
  const restricted = await listRestricted(
    unit,
    moves.map(({ caseId }) => caseId),
  );
  let movedCount = 0;
  for (const { id, caseId, fromId, toId, named } of moves) {
    const loaded = await loadCase(unit, caseId);
    if (!loaded.ok || fromId === null || !owners.has(fromId) || named) continue;
    const { record } = loaded;
    if (record.closedAt || record.ownerId !== toId || (await isMovedSince(unit, caseId, id))) continue;
    const names = restricted.get(caseId);
    if (names && !(names.some((each) => each.id === fromId) && hasLeaderBesides(names, fromId))) continue;
    await assignCase(unit, caseId, fromId);
    unit.record({
      event: 'case.assigned',
      caseId,
      caseVersion: record.version + 1,
      changes: [{ field: 'ownerId', from: toId, to: fromId }],
      reason: 'The move was undone.',
    });
    movedCount += 1;
  }
  return movedCount === 0
    ? refuse(nothingToPutBack)
    : done({ movedCount, keptCount: moves.length - movedCount });
}
