import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done, refuse, type Violation } from '../errors.ts';
import type { ProofAnswer, Showing } from './check-proof.ts';
import { endSessionsOf } from './end-sessions.ts';
import { clearFactor, replaceRecoveryCodes } from './repository.ts';
import { mustHaveFactor } from './session-state.ts';

const REQUIRED: Violation = {
  field: null,
  message: 'Your role, or your office, asks for an authenticator.',
  remedy: 'Replace it instead.',
};

/** Takes one's own authenticator and recovery codes away, where none is required; one's other sessions end. */
export async function removeOwnAuthenticator({
  db,
  access: { actor, facts, sessionId },
  now,
}: Showing): Promise<ProofAnswer<null> | { readonly ok: false; readonly violations: readonly Violation[] }> {
  if (mustHaveFactor(actor.role, facts.secondFactorFor)) return { ok: false, violations: [REQUIRED] };
  const removed = await inUnitOfWork(db, actor, now, async (unit) => {
    if (!(await clearFactor(unit.tx, actor.userId))) return refuse();
    await replaceRecoveryCodes(unit, actor.userId, []);
    unit.record({ event: 'second-factor.removed', subjectId: actor.userId });
    await endSessionsOf(unit, actor.userId, 'factor-changed', { except: sessionId });
    return done(null);
  });
  return removed.ok ? removed : { ok: false, heldFor: 0 };
}
