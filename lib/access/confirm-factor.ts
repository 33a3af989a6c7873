import { onProof, type Proof, type ProofAnswer, type Showing } from './check-proof.ts';
import { setFactorShown } from './repository.ts';

/** Takes a proof for what needs a recent one: for the next ten minutes this session may do it. */
export async function confirmFactor(showing: Showing, proof: Proof): Promise<ProofAnswer<null>> {
  const { access, now } = showing;
  return onProof(showing, proof, async (unit) => {
    await setFactorShown(unit.tx, access.sessionId, now);
    unit.record({ event: 'session.confirmed', subjectId: access.actor.userId });
    return null;
  });
}
