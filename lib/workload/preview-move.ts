import type { UserActor } from '../access/actor.ts';
import type { StayingCase } from '../cases/move-cases.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import { type Words, wordsIn } from '../words/words.ts';
import type { Handover } from './form-queries.ts';
import { countOpenCases, countPendingClocks } from './queries.ts';

/** What moving cases does to everybody's open cases, before it is done, in the reader's language. */
export type MovePreview = {
  readonly movedCount: number;
  /** "5 cases and 9 clocks go, with their reminders." */
  readonly said: string;
  readonly people: readonly PersonAfter[];
  /** What cannot move, and why. */
  readonly stays: readonly { readonly clientName: string; readonly because: string }[];
};
type PersonAfter = {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** "58 to 60" */
  readonly said: string;
};

/** What a command that moves cases answers with. */
type Moved = { readonly movedIds: readonly string[]; readonly stays: readonly StayingCase[] };

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
  const words = wordsIn(unit.actor.language).team;
  const after = (await countOpenCases(unit.tx)).map(({ id, name, count }) => ({
    name,
    before: before.get(id) ?? 0,
    after: count,
  }));
  return done({
    movedCount: movedIds.length,
    said: words.goes(movedIds.length, await countPendingClocks(unit.tx, movedIds)),
    people: changed(after, words),
    stays: stays.map(({ clientName, because }) => ({ clientName, because: words.staysBecause[because] })),
  });
}

/** What a move would do as it is proposed, without trying it out. Pure. */
export function foreseeMove(
  { cases, takers }: Handover,
  from: { readonly name: string; readonly openCount: number },
  words: Words['team'],
): MovePreview {
  const placed = cases.filter(({ proposedId }) => proposedId !== null);
  const gains = (id: string) => placed.filter(({ proposedId }) => proposedId === id).length;
  const after = takers.map(({ id, name, openCount }) => ({
    name,
    before: openCount,
    after: openCount + gains(id),
  }));
  return {
    movedCount: placed.length,
    said: words.goes(
      placed.length,
      placed.reduce((sum, { clockCount }) => sum + clockCount, 0),
    ),
    people: changed(
      [{ name: from.name, before: from.openCount, after: from.openCount - placed.length }, ...after],
      words,
    ),
    stays: cases
      .filter(({ proposedId }) => proposedId === null)
      .map(({ clientName }) => ({ clientName, because: words.nobodyNamed })),
  };
}

const changed = (people: readonly Omit<PersonAfter, 'said'>[], words: Words['team']): PersonAfter[] =>
  people
    .filter(({ before, after }) => before !== after)
    .map((person) => ({ ...person, said: words.fromTo(person.before, person.after) }));
