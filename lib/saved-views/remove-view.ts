import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { ViewIdInput } from './input.ts';
import { lockView, removeOrRestore } from './repository.ts';
import { mayChangeView, notTheirs } from './rules.ts';

/** Takes a view away; it can be brought back. */
export async function removeView(
  unit: UnitOfWork<UserActor>,
  { viewId }: ViewIdInput,
): Promise<Outcome<{ viewId: string }>> {
  const view = await lockView(unit, viewId);
  if (!view || view.removedAt) return notFound;
  if (!mayChangeView(unit.actor, view)) return refuse(notTheirs);
  await removeOrRestore(unit, viewId, unit.now);
  unit.record({
    event: 'view.removed',
    subjectId: viewId,
    changes: [{ field: 'name', from: view.name, to: null }],
  });
  return done({ viewId });
}
