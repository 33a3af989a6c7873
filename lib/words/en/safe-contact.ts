import { LANGUAGE_NAMES } from '../../labels.ts';

/** How a client may be reached, as the screens say it before anybody dials. */
export const safeContact = {
  languages: LANGUAGE_NAMES,
  hours: (hours: string) => `Call ${hours}`,
  noVoicemail: 'No voicemail',
  noVoicemailNoName: 'No voicemail, and do not say who we are',
  voicemail: 'Voicemail is fine',
  voicemailBut: 'Voicemail: ',
  voicemailNameless: 'no name, no topic',
  texts: 'Texts are fine',
  paperMail: 'Paper mail is fine',
  email: {
    neutral: 'E-mail is fine, telling nothing of the case',
    standard: 'E-mail is fine, with the name and that there is a case',
    detailed: 'E-mail is fine, with the plan and the step',
  },
  never: { texts: 'texts', paperMail: 'paper mail', email: 'e-mail' },
  no: (ways: readonly string[]) =>
    `No ${ways.length < 2 ? ways.join('') : `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}`}`,
};
