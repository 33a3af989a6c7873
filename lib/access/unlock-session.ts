import { onProof, type Proof, type ProofAnswer, type Showing } from './check-proof.ts';
import type { OpenedSession } from './open-session.ts';
import { setUnlocked } from './repository.ts';

/** Opens a locked session again, under a new id, for the person it belongs to. */
export async function unlockSession(showing: Showing, proof: Proof): Promise<ProofAnswer<OpenedSession>> {
  const { access, now } = showing;
  const { userId, officeId } = access.actor;
  return onProof(showing, proof, async (unit) => {
    const factorAt = proof.kind === 'password' ? null : now;
    const sessionId = await setUnlocked(unit.tx, access.sessionId, now, factorAt);
    if (!sessionId) throw new Error('the session ended while it was unlocked');
    unit.record({ event: 'session.unlocked', subjectId: userId });
    return { sessionId, officeId, userId, owes: 'nothing' } as const;
  });
}
