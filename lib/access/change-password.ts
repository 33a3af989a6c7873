import type { Violation } from '../errors.ts';
import { onProof, type ProofAnswer, type Showing } from './check-proof.ts';
import { endSessionsOf } from './end-sessions.ts';
import type { PasswordChange } from './input.ts';
import { hashPassword } from './password.ts';
import { normalizedPassword, passwordViolations } from './password-rules.ts';
import { setPasswordHash } from './repository.ts';

const TYPED_TWICE: Violation = {
  field: 'newPasswordAgain',
  message: 'The new password is not the same both times.',
  remedy: 'Type it once more in both places.',
};
const NO_CHANGE: Violation = {
  field: 'newPassword',
  message: 'The new password is the present one.',
  remedy: 'Choose another, or leave it as it is.',
};

/** Changes one's own password, for whoever knows the present one; every other session of theirs ends. */
export async function changePassword(
  showing: Showing,
  { password, newPassword, newPasswordAgain }: PasswordChange,
): Promise<ProofAnswer<null> | { readonly ok: false; readonly violations: readonly Violation[] }> {
  const { actor, email, sessionId } = showing.access;
  const chosen = normalizedPassword(newPassword);
  const violations = [
    ...passwordViolations(newPassword, { name: actor.name, email }).map((each) => ({
      ...each,
      field: 'newPassword',
    })),
    ...(chosen === normalizedPassword(password) ? [NO_CHANGE] : []),
    ...(chosen === normalizedPassword(newPasswordAgain) ? [] : [TYPED_TWICE]),
  ];
  if (violations.length > 0) return { ok: false, violations };
  const passwordHash = await hashPassword(chosen);
  return onProof(showing, { kind: 'password', text: password }, async (unit) => {
    await setPasswordHash(unit.tx, actor.userId, passwordHash);
    unit.record({ event: 'password.changed', subjectId: actor.userId });
    await endSessionsOf(unit, actor.userId, 'password-changed', { except: sessionId });
    return null;
  });
}
