import type { UserActor } from '../access/actor.ts';
import type { Role } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';

export const emailTaken: Violation = {
  field: 'email',
  message: 'There is an account with this e-mail address already.',
  rule: 'An e-mail address opens one account only, whichever office it belongs to.',
  remedy: 'Use another address, or ask the person to sign in with this one.',
};

type Candidate = { readonly id: string; readonly role: Role; readonly deactivatedAt: Date | null };

/** Who may not be deactivated: oneself, someone who already is, and the last one who could undo it. */
export function deactivationViolations(
  person: Candidate,
  actor: Pick<UserActor, 'userId'>,
  otherAdministratorCount: number,
): Violation[] {
  if (person.deactivatedAt)
    return [
      { field: null, message: 'This person can no longer sign in already.', remedy: 'Go back to the list.' },
    ];
  if (person.id === actor.userId)
    return [
      {
        field: null,
        message: 'Nobody deactivates their own account.',
        remedy: 'Ask another administrator of the office.',
      },
    ];
  if (person.role === 'administrator' && otherAdministratorCount === 0)
    return [
      {
        field: null,
        message: 'This is the office’s last administrator.',
        rule: 'Without one nobody could add people any more.',
        remedy: 'Add another administrator first.',
      },
    ];
  return [];
}
