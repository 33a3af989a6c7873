import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import type { CoverInput } from './input.ts';
import { countCovered, listArrangements } from './repository.ts';
import { coverWarnings, daysText } from './rules.ts';

/** What a cover does, before it is arranged. */
export type CoverPreview = {
  readonly absentName: string;
  readonly coverName: string;
  readonly days: string;
  readonly caseCount: number;
  readonly clockCount: number;
  readonly warnings: readonly string[];
};

/** Tries a cover out inside its unit of work, which is then rolled back. */
export async function previewCover(
  unit: UnitOfWork<UserActor>,
  { absentId, coverId, fromOn }: CoverInput,
  command: () => Promise<Outcome<unknown>>,
): Promise<Outcome<CoverPreview>> {
  const outcome = await command();
  if (!outcome.ok) return outcome;
  const arrangements = await listArrangements(unit);
  const asked = arrangements.find(
    (each) => each.absentId === absentId && each.coverId === coverId && each.fromOn === fromOn,
  );
  if (!asked) throw new Error('a cover that was tried out is not there');
  return done({
    absentName: asked.absentName,
    coverName: asked.coverName,
    days: daysText(asked),
    ...(await countCovered(unit, asked)),
    warnings: coverWarnings(asked, arrangements),
  });
}
