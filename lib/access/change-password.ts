import type { ProofAnswer, Showing } from './check-proof.ts';
import { onProof } from './check-proof.ts';
import { endSessionsOf } from './end-sessions.ts';
import { hashPassword } from './password.ts';
import { normalizedPassword } from './password-rules.ts';
import { setPasswordHash } from './repository.ts';

/** Changes one's own password, for whoever knows the present one; every other session of theirs ends. */
export async function changePassword(
  showing: Showing,
  present: string,
  chosen: string,
): Promise<ProofAnswer<null>> {
  const { userId } = showing.access.actor;
  const passwordHash = await hashPassword(normalizedPassword(chosen));
  return onProof(showing, { kind: 'password', text: present }, async (unit) => {
    await setPasswordHash(unit.tx, userId, passwordHash);
    unit.record({ event: 'password.changed', subjectId: userId });
    await endSessionsOf(unit, userId, 'password-changed', { except: showing.access.sessionId });
    return null;
  });
}
