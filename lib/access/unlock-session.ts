import { onProof, type Proof, type ProofAnswer, type Showing } from './check-proof.ts';
import { setUnlocked } from './repository.ts';

/** Opens a locked session again for the person it belongs to. */
export async function unlockSession(showing: Showing, proof: Proof): Promise<ProofAnswer<null>> {
  const { access, now } = showing;
  return onProof(showing, proof, async (unit) => {
    const factorAt = proof.kind === 'password' ? null : now;
    if (!(await setUnlocked(unit.tx, access.sessionId, now, factorAt)))
      throw new Error('the session ended while it was unlocked');
    unit.record({ event: 'session.unlocked', subjectId: access.actor.userId });
    return null;
  });
}
