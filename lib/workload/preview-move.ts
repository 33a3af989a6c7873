import type { AssignmentInput } from '../cases/input.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import { countOpenCases, countPendingClocks } from './queries.ts';

/** What moving cases does to everybody's open cases, before it is done. */
export type MovePreview = {
  readonly movedCount: number;
  readonly clockCount: number;
  readonly people: readonly { readonly name: string; readonly before: number; readonly after: number }[];
};

/** Tries a move out inside its unit of work, which is then rolled back. */
export async function previewMove(
  unit: UnitOfWork,
  { caseIds }: AssignmentInput,
  command: () => Promise<Outcome<{ movedCount: number }>>,
): Promise<Outcome<MovePreview>> {
  const before = new Map((await countOpenCases(unit.tx)).map(({ id, count }) => [id, count]));
  const outcome = await command();
  if (!outcome.ok) return outcome;
  const after = await countOpenCases(unit.tx);
  return done({
    movedCount: outcome.value.movedCount,
    clockCount: await countPendingClocks(unit.tx, caseIds),
    people: after
      .map(({ id, name, count }) => ({ name, before: before.get(id) ?? 0, after: count }))
      .filter((person) => person.before !== person.after),
  });
}
