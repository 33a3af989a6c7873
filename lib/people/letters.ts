import { linkAddress } from '../access/access-links.ts';
import { formatMoment } from '../calendar/format-date.ts';
import { firstName } from '../mail/first-name.ts';
import type { Letter } from '../mail/letter.ts';
import type { IssuedLink } from './issue-link.ts';

type Addressed = { readonly name: string; readonly officeName: string };

const greeting = (name: string): string => `Hello, ${firstName(name)}.`;
const until = (at: Date): string => `${formatMoment(at)}, Pacific time`;

const letter = (
  { name, officeName }: Addressed,
  rest: Pick<Letter, 'subject' | 'paragraphs'> & Partial<Letter>,
): Letter => ({
  language: 'en',
  preview: `Your account at ${officeName}`,
  greeting: greeting(name),
  button: null,
  closing: null,
  footnote: `You get this because you have an account at ${officeName} in Recourse. Nobody reads what is answered to this address.`,
  ...rest,
});

export function invitationLetter(
  link: IssuedLink,
  { officeName, invitedBy, appUrl }: { officeName: string; invitedBy: string; appUrl: string },
): Letter {
  return letter(
    { name: link.person.name, officeName },
    {
      subject: 'Your account in Recourse',
      paragraphs: [
        `${invitedBy} of ${officeName} has made you an account in Recourse. You sign in with this e-mail address and a password that you choose now.`,
        `The link works once, until ${until(link.expiresAt)}.`,
      ],
      button: { label: 'Choose your password', href: linkAddress(appUrl, 'invitation', link.token) },
      closing: 'If you do not know this office, delete this message: nothing happens without the link.',
    },
  );
}

export function resetLetter(
  link: IssuedLink,
  { officeName, appUrl }: { officeName: string; appUrl: string },
): Letter {
  return letter(
    { name: link.person.name, officeName },
    {
      subject: 'Set a new password for Recourse',
      paragraphs: [
        'Somebody asked for a new password for your account, probably you. Until you choose one, the present one stays.',
        `The link works once, until ${until(link.expiresAt)}.`,
      ],
      button: { label: 'Choose a new password', href: linkAddress(appUrl, 'password-reset', link.token) },
      closing: 'If it was not you, there is nothing to do: without the link nobody changes anything.',
    },
  );
}

/** For people who come in through an identity provider or have not taken up their invitation. */
export function noPasswordLetter(to: Addressed): Letter {
  return letter(to, {
    subject: 'Your account in Recourse',
    paragraphs: [
      'Somebody asked for a new password for your account, probably you. Your account has no password to change.',
      'Sign in with your organization’s account, or through the link of your invitation. An administrator of your office can send a new invitation.',
    ],
  });
}

export function passwordSetLetter(to: Addressed, at: Date): Letter {
  return letter(to, {
    subject: 'Your password for Recourse was set',
    paragraphs: [
      `The password of your account was set through a mailed link on ${until(at)}. Whoever was signed in with the former one was signed out.`,
    ],
    closing: 'If it was not you, tell an administrator of your office now.',
  });
}

export function factorRemovedLetter(to: Addressed & { readonly removedBy: string }, at: Date): Letter {
  return letter(to, {
    subject: 'Your second factor for Recourse was removed',
    paragraphs: [
      `${to.removedBy} removed the authenticator and the recovery codes of your account on ${until(at)}. You set up a new authenticator when you sign in again.`,
    ],
    closing: 'If you did not ask for this, tell an administrator of your office now.',
  });
}
