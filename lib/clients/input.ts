import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { LANGUAGES, MESSAGE_DETAILS } from '../db/vocabulary.ts';
import {
  caseForm,
  checkbox,
  choice,
  isEmailAddress,
  line,
  longText,
  optionalDate,
  requiredLine,
} from '../input-fields.ts';

const email = (label: string) =>
  line(label).refine((text) => text === '' || isEmailAddress(text), {
    message: `${label} is not an e-mail address.`,
    params: { remedy: 'Check it for a missing @, a space or a second address, or leave it blank.' },
  });

export const clientFields = (today: LocalDate) => ({
  name: requiredLine('The client’s name', 'Type it as the client writes it; initials are enough for now.'),
  pronouns: line('Pronouns'),
  birthOn: optionalDate('Date of birth', today),
  language: choice(LANGUAGES, 'Choose a language from the list.').default('en'),
  languageNote: line('Other language or interpreter'),
  email: email('E-mail'),
  phone: line('Phone'),
  address: longText('Address'),
  contactHours: line('Best hours'),
  mayLeaveVoicemail: checkbox,
  maySayWhoWeAre: checkbox,
  maySendText: checkbox,
  maySendPaperMail: checkbox,
  safeContactNote: line('Safe-contact note'),
  emailConsentOn: optionalDate('Date of consent', today),
  emailConsentHow: line('How consent was given'),
  emailConsentWithdrawnOn: optionalDate('Date consent was withdrawn', today),
  messageDetail: choice(MESSAGE_DETAILS, 'Choose from the list how much a message may tell.').default(
    'neutral',
  ),
  messageDetailOn: optionalDate('Date the client agreed', today),
  representativeName: line('Representative’s name'),
  representativeRelationship: line('Relationship'),
  representativePhone: line('Representative’s phone'),
  representativeEmail: email('Representative’s e-mail'),
  representativeAuthority: line('Authority'),
});

export const clientInput = (today: LocalDate) =>
  z.object({ ...caseForm, ...clientFields(today), reason: longText('Reason') });

export type ClientFields = z.infer<z.ZodObject<ReturnType<typeof clientFields>>>;
export type ClientInput = z.infer<ReturnType<typeof clientInput>>;
