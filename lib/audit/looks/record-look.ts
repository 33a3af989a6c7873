import type { UserActor } from '../../access/actor.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import { done, type Outcome } from '../../errors.ts';
import type { Look } from '../events.ts';
import { clientOf, hasLooked, lookAlone } from './queries.ts';

/** Puts on the record that somebody looked, once for all their looks at the same within a quarter of an hour. */
export async function recordLook(
  unit: UnitOfWork<UserActor>,
  { look, caseId }: { readonly look: Look; readonly caseId: string },
): Promise<Outcome<null>> {
  const { tx, actor, now } = unit;
  const at = { look, caseId, actorId: actor.userId };
  await lookAlone(tx, at);
  if (await hasLooked(tx, at, now)) return done(null);
  const subjectId = look === 'client.viewed' ? await clientOf(tx, caseId) : undefined;
  unit.record({ event: look, caseId, ...(subjectId && { subjectId }) });
  return done(null);
}
