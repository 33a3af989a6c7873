import { expect, test } from 'vitest';
import type { Client } from '../../../lib/cases/case-record.ts';
import { safeContactRules } from '../../../lib/clients/safe-contact.ts';

const nothingAllowed = {
  language: 'es',
  languageNote: '',
  contactHours: '',
  mayLeaveVoicemail: false,
  maySayWhoWeAre: false,
  maySendText: false,
  maySendPaperMail: false,
  safeContactNote: '',
  emailConsentOn: null,
  emailConsentWithdrawnOn: null,
  messageDetail: 'neutral',
} as Client;

const say = (client: Partial<Client>) =>
  safeContactRules({ ...nothingAllowed, ...client }).map(
    ({ text, forbidden }) => `${text}${forbidden === '' ? '' : `[${forbidden}]`}`,
  );

test('forbids what was never allowed', () => {
  expect(say({})).toEqual([
    'Spanish',
    '[No voicemail, and do not say who we are]',
    '[No texts, paper mail or e-mail]',
  ]);
});

test('says how a voicemail must sound', () => {
  expect(say({ mayLeaveVoicemail: true })).toContain('Voicemail: [no name, no topic]');
  expect(say({ mayLeaveVoicemail: true, maySayWhoWeAre: true })).toContain('Voicemail is fine');
});

test('forbids e-mail again once consent is withdrawn', () => {
  const emailConsentOn = '2026-01-02' as Client['emailConsentOn'];
  expect(say({ emailConsentOn })).toContain('E-mail is fine, telling nothing of the case');
  expect(say({ emailConsentOn, emailConsentWithdrawnOn: emailConsentOn, maySendText: true })).toContain(
    '[No paper mail or e-mail]',
  );
});

test('keeps the hours and the note', () => {
  expect(say({ contactHours: 'before 3 pm', safeContactNote: 'Her husband must not know.' })).toEqual([
    'Spanish',
    'Call before 3 pm',
    '[No voicemail, and do not say who we are]',
    '[No texts, paper mail or e-mail]',
    'Her husband must not know.',
  ]);
});

test('says how much an e-mail may tell', () => {
  const emailConsentOn = '2026-01-02' as Client['emailConsentOn'];
  expect(say({ emailConsentOn, messageDetail: 'standard' })).toContain(
    'E-mail is fine, with the name and that there is a case',
  );
  expect(say({ emailConsentOn, messageDetail: 'detailed' })).toContain(
    'E-mail is fine, with the plan and the step',
  );
  expect(say({ messageDetail: 'detailed' }).join()).not.toContain('E-mail is fine');
});
