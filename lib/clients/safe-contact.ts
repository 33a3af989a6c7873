import type { Client } from '../cases/case-record.ts';
import type { MessageDetail } from '../db/vocabulary.ts';
import { LANGUAGE_NAMES } from '../labels.ts';

export type ContactWay = 'language' | 'hours' | 'voicemail' | 'text' | 'paper' | 'email' | 'never' | 'note';

/** One rule of reaching the client safely: what is allowed in `text`, what is forbidden in `forbidden`. */
export type ContactRule = { readonly way: ContactWay; readonly text: string; readonly forbidden: string };

const allowed = (way: ContactWay, text: string): ContactRule => ({ way, text, forbidden: '' });
const forbidden = (way: ContactWay, words: string, text = ''): ContactRule => ({
  way,
  text,
  forbidden: words,
});

/** How the client may be reached, in the order a person needs it; what was never allowed is forbidden. */
export function safeContactRules(client: Client): ContactRule[] {
  const language = [LANGUAGE_NAMES[client.language], client.languageNote].filter((each) => each !== '');
  return [
    allowed('language', language.join(', ')),
    ...(client.contactHours === '' ? [] : [allowed('hours', `Call ${client.contactHours}`)]),
    voicemailRule(client),
    ...(client.maySendText ? [allowed('text', 'Texts are fine')] : []),
    ...(client.maySendPaperMail ? [allowed('paper', 'Paper mail is fine')] : []),
    ...(consentsToEmail(client) ? [allowed('email', EMAIL_RULES[client.messageDetail])] : []),
    ...neverRule(client),
    ...(client.safeContactNote === '' ? [] : [allowed('note', client.safeContactNote)]),
  ];
}

const EMAIL_RULES: Readonly<Record<MessageDetail, string>> = {
  neutral: 'E-mail is fine, telling nothing of the case',
  standard: 'E-mail is fine, with the name and that there is a case',
  detailed: 'E-mail is fine, with the plan and the step',
};

function voicemailRule({ mayLeaveVoicemail, maySayWhoWeAre }: Client): ContactRule {
  if (!mayLeaveVoicemail)
    return maySayWhoWeAre
      ? forbidden('voicemail', 'No voicemail')
      : forbidden('voicemail', 'No voicemail, and do not say who we are');
  return maySayWhoWeAre
    ? allowed('voicemail', 'Voicemail is fine')
    : forbidden('voicemail', 'no name, no topic', 'Voicemail: ');
}

/** Everything that may never be sent, in one rule: "No texts, paper mail or e-mail". */
function neverRule(client: Client): ContactRule[] {
  const never = [
    ...(client.maySendText ? [] : ['texts']),
    ...(client.maySendPaperMail ? [] : ['paper mail']),
    ...(consentsToEmail(client) ? [] : ['e-mail']),
  ];
  if (never.length === 0) return [];
  const last = never.at(-1) ?? '';
  const words = never.length === 1 ? last : `${never.slice(0, -1).join(', ')} or ${last}`;
  return [forbidden('never', `No ${words}`)];
}

const consentsToEmail = ({ emailConsentOn, emailConsentWithdrawnOn }: Client): boolean =>
  emailConsentOn !== null && emailConsentWithdrawnOn === null;
