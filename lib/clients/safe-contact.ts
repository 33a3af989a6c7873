import type { Client } from '../cases/case-record.ts';
import { type Words, wordsIn } from '../words/words.ts';

export type ContactWay = 'language' | 'hours' | 'voicemail' | 'text' | 'paper' | 'email' | 'never' | 'note';

/** One rule of reaching the client safely: what is allowed in `text`, what is forbidden in `forbidden`. */
export type ContactRule = { readonly way: ContactWay; readonly text: string; readonly forbidden: string };

type SafeContactWords = Words['safeContact'];

const allowed = (way: ContactWay, text: string): ContactRule => ({ way, text, forbidden: '' });
const forbidden = (way: ContactWay, words: string, text = ''): ContactRule => ({
  way,
  text,
  forbidden: words,
});

/** How the client may be reached, in the order a person needs it; what was never allowed is forbidden. */
export function safeContactRules(
  client: Client,
  words: SafeContactWords = wordsIn('en').safeContact,
): ContactRule[] {
  const language = [words.languages[client.language], client.languageNote].filter((each) => each !== '');
  return [
    allowed('language', language.join(', ')),
    ...(client.contactHours === '' ? [] : [allowed('hours', words.hours(client.contactHours))]),
    voicemailRule(client, words),
    ...(client.maySendText ? [allowed('text', words.texts)] : []),
    ...(client.maySendPaperMail ? [allowed('paper', words.paperMail)] : []),
    ...(consentsToEmail(client) ? [allowed('email', words.email[client.messageDetail])] : []),
    ...neverRule(client, words),
    ...(client.safeContactNote === '' ? [] : [allowed('note', client.safeContactNote)]),
  ];
}

function voicemailRule({ mayLeaveVoicemail, maySayWhoWeAre }: Client, words: SafeContactWords): ContactRule {
  if (!mayLeaveVoicemail)
    return forbidden('voicemail', maySayWhoWeAre ? words.noVoicemail : words.noVoicemailNoName);
  return maySayWhoWeAre
    ? allowed('voicemail', words.voicemail)
    : forbidden('voicemail', words.voicemailNameless, words.voicemailBut);
}

/** Everything that may never be sent, in one rule: "No texts, paper mail or e-mail". */
function neverRule(client: Client, { never, no }: SafeContactWords): ContactRule[] {
  const ways = [
    ...(client.maySendText ? [] : [never.texts]),
    ...(client.maySendPaperMail ? [] : [never.paperMail]),
    ...(consentsToEmail(client) ? [] : [never.email]),
  ];
  return ways.length === 0 ? [] : [forbidden('never', no(ways))];
}

const consentsToEmail = ({ emailConsentOn, emailConsentWithdrawnOn }: Client): boolean =>
  emailConsentOn !== null && emailConsentWithdrawnOn === null;
