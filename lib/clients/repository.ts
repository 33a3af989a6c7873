import { eq } from 'drizzle-orm';
import { clients } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { ClientFields } from './input.ts';

export function clientEntry(input: ClientFields): ClientFields {
  return {
    name: input.name,
    pronouns: input.pronouns,
    birthOn: input.birthOn,
    language: input.language,
    languageNote: input.languageNote,
    email: input.email,
    phone: input.phone,
    address: input.address,
    contactHours: input.contactHours,
    mayLeaveVoicemail: input.mayLeaveVoicemail,
    maySayWhoWeAre: input.maySayWhoWeAre,
    maySendText: input.maySendText,
    maySendPaperMail: input.maySendPaperMail,
    safeContactNote: input.safeContactNote,
    emailConsentOn: input.emailConsentOn,
    emailConsentHow: input.emailConsentHow,
    emailConsentWithdrawnOn: input.emailConsentWithdrawnOn,
    messageDetail: input.messageDetail,
    // Telling nothing needs nobody's agreement, so there is no day of one to keep.
    messageDetailOn: input.messageDetail === 'neutral' ? null : input.messageDetailOn,
    representativeName: input.representativeName,
    representativeRelationship: input.representativeRelationship,
    representativePhone: input.representativePhone,
    representativeEmail: input.representativeEmail,
    representativeAuthority: input.representativeAuthority,
  };
}

export async function insertClient(unit: UnitOfWork, entry: ClientFields): Promise<string> {
  const [row] = await unit.tx
    .insert(clients)
    .values({ officeId: unit.actor.officeId, createdAt: unit.now, ...entry })
    .returning({ id: clients.id });
  if (!row) throw new Error('a client was not stored');
  return row.id;
}

export async function updateClient(unit: UnitOfWork, id: string, entry: ClientFields): Promise<void> {
  await unit.tx.update(clients).set(entry).where(eq(clients.id, id));
}
