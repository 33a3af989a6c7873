import type { UserActor } from '../access/actor.ts';
import type { Role } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';

export const emailTaken: Violation = {
  field: 'email',
  message: 'There is an account with this e-mail address already.',
  rule: 'An e-mail address opens one account only, whichever office it belongs to.',
  remedy: 'Use another address, or ask the person to sign in with this one.',
};

/** One sentence for a link that was used, ran out, was withdrawn or never was: none is told apart from outside. */
export const linkWorksNoMore: Violation = {
  field: null,
  message: 'This link does not work any more.',
  rule: 'A link works once, for a limited time, and a newer one takes its place.',
};

export const noInvitationStands: Violation = {
  field: null,
  message: 'There is no invitation to call back: it was taken up, ran out or was called back already.',
  remedy: 'Open the page again to see how it stands.',
};

export const noSessions: Violation = {
  field: null,
  message: 'They are signed in nowhere.',
  remedy: 'There is nothing to end.',
};

export const noSecondFactor: Violation = {
  field: null,
  message: 'They have no second factor.',
  remedy: 'There is nothing to remove.',
};

export const ownSecondFactor: Violation = {
  field: null,
  message: 'Nobody removes their own second factor here.',
  remedy: 'Change it on your account page, or ask another administrator.',
};

type Candidate = { readonly id: string; readonly role: Role; readonly deactivatedAt: Date | null };
type Acting = Pick<UserActor, 'userId'>;

const violation = (message: string, rest: Partial<Violation> = {}): Violation[] => [
  { field: null, message, ...rest },
];

const lastAdministrator = violation('This is the office’s last administrator.', {
  rule: 'Without one nobody could add people any more.',
  remedy: 'Add another administrator first.',
});

/** Who may not be deactivated: oneself, someone who already is, and the last one who could undo it. */
export function deactivationViolations(
  person: Candidate,
  actor: Acting,
  otherAdministratorCount: number,
): Violation[] {
  if (person.deactivatedAt)
    return violation('This person can no longer sign in already.', { remedy: 'Go back to the list.' });
  if (person.id === actor.userId)
    return violation('Nobody deactivates their own account.', {
      remedy: 'Ask another administrator of the office.',
    });
  return person.role === 'administrator' && otherAdministratorCount === 0 ? lastAdministrator : [];
}

const LEADS: ReadonlySet<Role> = new Set(['supervisor', 'administrator']);

/** A restricted case keeps somebody besides its owner who can hand it over; this person is the last on `caseCount` of them. */
export function lastLeaderViolations(
  person: { readonly role: Role },
  becomes: Role | null,
  caseCount: number,
): Violation[] {
  const staysLeader = becomes !== null && LEADS.has(becomes);
  if (caseCount === 0 || staysLeader || !LEADS.has(person.role)) return [];
  // How many is not for whoever asks to know: they may be named on none of them.
  return violation('A restricted case relies on this person alone.', {
    rule: 'A restricted case always has a supervisor or administrator named on it besides its owner.',
    remedy: 'Ask them to name another supervisor or administrator first.',
  });
}

/** Whoever leaves hands every open case on first. `seen` of them are such as the actor may know of. */
export function handoverViolations({
  all,
  seen,
}: {
  readonly all: number;
  readonly seen: number;
}): Violation[] {
  if (all === 0) return [];
  const rule = 'An open case always belongs to somebody who works here: the database refuses anything else.';
  return seen > 0
    ? violation('They still own open cases.', {
        rule,
        remedy: 'Choose for each of them who takes it, or move them on the team page first.',
      })
    : // How many is not for whoever asks to know.
      violation('A restricted case is still theirs.', {
        rule,
        remedy: 'Ask a supervisor or administrator who is named on it to hand it over first.',
      });
}

export const reactivationViolations = ({ deactivatedAt }: Candidate): Violation[] =>
  deactivatedAt ? [] : violation('This person can sign in already.', { remedy: 'Go back to the list.' });

/** Whose role may not change: one's own, a former colleague's, the last administrator's, a case owner's to reviewer. */
export function roleViolations(
  person: Candidate & { readonly openCaseCount: number },
  role: Role,
  actor: Acting,
  otherAdministratorCount: number,
): Violation[] {
  if (person.id === actor.userId)
    return violation('Nobody changes their own role.', {
      remedy: 'Ask another administrator of the office.',
    });
  if (person.deactivatedAt)
    return violation('This person can no longer sign in.', { remedy: 'Reactivate the account first.' });
  if (person.role === role) return [{ field: 'role', message: 'This is their role already.' }];
  if (person.role === 'administrator' && otherAdministratorCount === 0) return lastAdministrator;
  if (role === 'reviewer' && person.openCaseCount > 0)
    return [
      {
        field: 'role',
        message: 'They still own open cases.',
        rule: 'A reviewer sees no case that names anybody, so nobody would work these.',
        remedy:
          'Hand the cases over to colleagues first: those you see on the team page, and restricted ones by whoever is named on them.',
      },
    ];
  return [];
}

/** Who may be sent an invitation: somebody of the office who has not chosen a password yet. */
export function invitationViolations(person: Candidate & { readonly hasPassword: boolean }): Violation[] {
  if (person.deactivatedAt)
    return violation('This person can no longer sign in.', { remedy: 'Reactivate the account first.' });
  if (person.hasPassword)
    return violation('They have taken up their invitation already.', {
      remedy: 'Whoever forgot a password asks for a new one at sign-in.',
    });
  return [];
}
