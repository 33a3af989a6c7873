import { onProof, type Proof, type ProofAnswer, type Showing } from './check-proof.ts';
import { type OpenedSession, sessionOpened } from './open-session.ts';
import { renewSession } from './repository.ts';
import { rememberPlace } from './throttle.ts';

/** Takes the second step of signing in: the session gets a new id and its whole time. */
export async function finishSignIn(showing: Showing, proof: Proof): Promise<ProofAnswer<OpenedSession>> {
  const { db, access, caller, now } = showing;
  const { userId, officeId } = access.actor;
  const answer = await onProof(showing, proof, async (unit) => {
    const sessionId = await renewSession(unit.tx, access.sessionId, now);
    if (!sessionId) throw new Error('the session ended while its second step was taken');
    unit.record(sessionOpened(userId, { ...caller, method: `${access.facts.method} and ${proof.kind}` }));
    return { sessionId, officeId, userId, owes: 'nothing' } as const;
  });
  if (answer.ok) await rememberPlace(db, access.email.toLowerCase(), caller.address);
  return answer;
}
