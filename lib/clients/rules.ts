import { formatLongDate } from '../calendar/format-date.ts';
import { isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { Violation } from '../errors.ts';
import type { ClientFields } from './input.ts';

/** Consent to e-mail is a dated fact with its manner; without both nothing is ever sent to a client. */
export function clientViolations(client: ClientFields, today: LocalDate): Violation[] {
  const violations: Violation[] = [];
  if (client.emailConsentOn && client.email === '')
    violations.push({
      field: 'email',
      message: 'Consent to e-mail is recorded, but there is no e-mail address.',
      remedy: 'Type the address, or take the date of consent out.',
    });
  if (client.emailConsentOn && client.emailConsentHow === '')
    violations.push({
      field: 'emailConsentHow',
      message: 'Say how the client consented to e-mail.',
      rule: 'Reminders go to a client only with consent that can be shown: when it was given and how.',
      remedy: 'A few words are enough, such as “by phone” or “signed intake form”.',
    });
  if (client.emailConsentWithdrawnOn && !client.emailConsentOn)
    violations.push({
      field: 'emailConsentWithdrawnOn',
      message: 'Consent that was never recorded cannot be withdrawn.',
      remedy: 'Leave this blank: without consent nothing is sent.',
    });
  if (
    client.emailConsentOn &&
    client.emailConsentWithdrawnOn &&
    isBefore(client.emailConsentWithdrawnOn, client.emailConsentOn)
  )
    violations.push({
      field: 'emailConsentWithdrawnOn',
      message: 'Consent was withdrawn before it was given.',
      remedy: 'Check the two dates.',
    });
  if (client.messageDetail !== 'neutral' && !client.messageDetailOn)
    violations.push({
      field: 'messageDetailOn',
      message: 'Say when the client agreed that messages may tell more.',
      rule: 'Messages are read over shoulders: without the client’s agreement they tell nothing of the case.',
      remedy: 'Type the day they agreed, or let messages tell nothing.',
    });
  const happened: [keyof ClientFields, LocalDate | null][] = [
    ['birthOn', client.birthOn],
    ['emailConsentOn', client.emailConsentOn],
    ['emailConsentWithdrawnOn', client.emailConsentWithdrawnOn],
    ['messageDetailOn', client.messageDetailOn],
  ];
  for (const [field, date] of happened)
    if (date && isAfter(date, today))
      violations.push({
        field,
        message: `${formatLongDate(date)} has not come yet.`,
        remedy: 'Type a date that is today or earlier.',
      });
  return violations;
}

/** A client may be written to by e-mail today: an address, consent, and no withdrawal. */
export const mayBeEmailed = (client: {
  readonly email: string;
  readonly emailConsentOn: LocalDate | null;
  readonly emailConsentWithdrawnOn: LocalDate | null;
}): boolean =>
  client.email !== '' && client.emailConsentOn !== null && client.emailConsentWithdrawnOn === null;
