import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { ViewIdInput } from './input.ts';
import { isNameTaken, lockView, removeOrRestore } from './repository.ts';
import { mayChangeView, nameTaken, notTheirs } from './rules.ts';

/** Brings a removed view back as it was. */
export async function restoreView(
  unit: UnitOfWork<UserActor>,
  { viewId }: ViewIdInput,
): Promise<Outcome<{ viewId: string }>> {
  const view = await lockView(unit, viewId);
  if (!view?.removedAt) return notFound;
  if (!mayChangeView(unit.actor, view)) return refuse(notTheirs);
  if (await isNameTaken(unit, view)) return refuse(nameTaken);
  await removeOrRestore(unit, viewId, null);
  unit.record({
    event: 'view.restored',
    subjectId: viewId,
    changes: [{ field: 'name', from: null, to: view.name }],
  });
  return done({ viewId });
}
