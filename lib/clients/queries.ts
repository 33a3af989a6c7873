import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm, type DateValue, dateValue } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import type { ClientFields } from './input.ts';

type DateField = 'birthOn' | 'emailConsentOn' | 'emailConsentWithdrawnOn' | 'messageDetailOn';

export type ClientValues = Omit<ClientFields, DateField> & Readonly<Record<DateField, DateValue>>;

export async function readClientForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<ClientValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { client } = source.record;
  return {
    case: source.case,
    lead: 'Nothing is sent, said or left that is not checked here as safe.',
    barred: barredWhenClosed(source.record),
    isCorrection: false,
    values: {
      name: client.name,
      pronouns: client.pronouns,
      birthOn: dateValue(client.birthOn, undefined),
      language: client.language,
      languageNote: client.languageNote,
      email: client.email,
      phone: client.phone,
      address: client.address,
      contactHours: client.contactHours,
      mayLeaveVoicemail: client.mayLeaveVoicemail,
      maySayWhoWeAre: client.maySayWhoWeAre,
      maySendText: client.maySendText,
      maySendPaperMail: client.maySendPaperMail,
      safeContactNote: client.safeContactNote,
      emailConsentOn: dateValue(client.emailConsentOn, undefined),
      emailConsentHow: client.emailConsentHow,
      emailConsentWithdrawnOn: dateValue(client.emailConsentWithdrawnOn, undefined),
      messageDetail: client.messageDetail,
      messageDetailOn: dateValue(client.messageDetailOn, undefined),
      representativeName: client.representativeName,
      representativeRelationship: client.representativeRelationship,
      representativePhone: client.representativePhone,
      representativeEmail: client.representativeEmail,
      representativeAuthority: client.representativeAuthority,
    },
  };
}
