import { formatMoment } from '@/lib/calendar/format-date.ts';
import type { AccessState } from '@/lib/people/access-state.ts';

/** How somebody comes in, in the words of the list. */
export function accessWord(state: AccessState): string {
  switch (state.kind) {
    case 'deactivated':
      return 'Deactivated';
    case 'password':
      return 'Password';
    case 'single-sign-on':
      return 'Single sign-on';
    case 'invited':
      return 'Invited';
    case 'expired':
      return 'Invitation ran out';
    case 'withdrawn':
    case 'not-invited':
      return 'Not invited';
  }
}

/** The same as a whole sentence, with its dates. */
export function accessSentence(state: AccessState): string {
  switch (state.kind) {
    case 'deactivated':
      return `Can no longer sign in, since ${formatMoment(state.at)}.`;
    case 'password':
      return state.acceptedAt
        ? `Signs in with a password; took up the invitation on ${formatMoment(state.acceptedAt)}.`
        : 'Signs in with a password.';
    case 'single-sign-on':
      return 'Signs in with the organization’s account.';
    case 'invited':
      return `Invited on ${formatMoment(state.sentAt)}; the link works until ${formatMoment(state.expiresAt)}.`;
    case 'expired':
      return `Invited on ${formatMoment(state.sentAt)}; the link ran out on ${formatMoment(state.expiresAt)}.`;
    case 'withdrawn':
      return `No invitation stands: the last one was called back on ${formatMoment(state.at)}.`;
    case 'not-invited':
      return 'Has no password and no invitation.';
  }
}
