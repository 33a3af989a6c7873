import type { UserActor } from '../access/actor.ts';
import type { StayingCase } from '../cases/move-cases.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import { countOpenCases, countPendingClocks } from './queries.ts';

/** What moving cases does to everybody's open cases, before it is done. */
export type MovePreview = {
  readonly movedCount: number;
  readonly clockCount: number;
  readonly people: readonly PersonAfter[];
  /** What cannot move, and why in a sentence. */
  readonly stays: readonly { readonly clientName: string; readonly because: string }[];
};
export type PersonAfter = { readonly name: string; readonly before: number; readonly after: number };

/** What a command that moves cases answers with. */
type Moved = {
  readonly movedIds: readonly string[];
  readonly stays: readonly StayingCase[];
};

/** Tries a move out inside its unit of work, which is then rolled back. */
export async function previewMove(
  unit: UnitOfWork<UserActor>,
  _input: unknown,
  command: () => Promise<Outcome<Moved>>,
): Promise<Outcome<MovePreview>> {
  const before = new Map((await countOpenCases(unit.tx)).map(({ id, count }) => [id, count]));
  const outcome = await command();
  if (!outcome.ok) return outcome;
  const { movedIds, stays } = outcome.value;
  const after = await countOpenCases(unit.tx);
  const { staysBecause } = wordsIn(unit.actor.language).team;
  return done({
    movedCount: movedIds.length,
    clockCount: await countPendingClocks(unit.tx, movedIds),
    people: after
      .map(({ id, name, count }) => ({ name, before: before.get(id) ?? 0, after: count }))
      .filter((person) => person.before !== person.after),
    stays: stays.map(({ clientName, because }) => ({ clientName, because: staysBecause[because] })),
  });
}
