import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done, refuse } from '../errors.ts';
import type { ProofAnswer, Showing } from './check-proof.ts';
import { endSessionsOf } from './end-sessions.ts';
import type { EndedSessions } from './repository.ts';

/** Ends one's own sessions, one or all but one; refuses where none of them was there to end. */
export async function endOwnSessions(
  { db, access, now }: Showing,
  which: EndedSessions,
): Promise<ProofAnswer<null>> {
  const ended = await inUnitOfWork(db, access.actor, now, async (unit) =>
    (await endSessionsOf(unit, access.actor.userId, 'revoked', which)) > 0 ? done(null) : refuse(),
  );
  return ended.ok ? ended : { ok: false, heldFor: 0 };
}
