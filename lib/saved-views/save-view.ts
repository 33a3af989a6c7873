import type { UserActor } from '../access/actor.ts';
import { may } from '../access/policy.ts';
import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { homeOf, viewFilter, viewParams } from '../worklist/list-filter.ts';
import type { ViewInput } from './input.ts';
import { countOwnViews, insertView, lockOwnView, updateView } from './repository.ts';
import { MOST_VIEWS, mayNotShare, nameTaken, tooMany } from './rules.ts';

/** Keeps a list of cases under a name; saved under a name of one's own again, it takes that view's place. */
export async function saveView(
  unit: UnitOfWork<UserActor>,
  { name, params, isShared }: ViewInput,
): Promise<Outcome<{ viewId: string; params: string }>> {
  const { actor } = unit;
  if (isShared && !may(actor, 'view.share')) return refuse(mayNotShare);
  const home = homeOf(actor.role);
  const entry = { name, params: viewParams(viewFilter(params, home), home), isShared };
  const former = await lockOwnView(unit, name);
  if (former?.isShared && !may(actor, 'view.share')) return refuse(mayNotShare);
  if (!former && (await countOwnViews(unit)) >= MOST_VIEWS) return refuse(tooMany);
  const viewId = former?.id ?? (await insertView(unit, entry));
  if (!viewId) return refuse(nameTaken);
  if (former) await updateView(unit, viewId, entry);
  unit.record({ event: 'view.saved', subjectId: viewId, changes: changedFields(former ?? {}, entry) });
  return done({ viewId, params: entry.params });
}
