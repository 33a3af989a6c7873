import { formatLongDate } from '../calendar/format-date.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import type { Letter } from '../mail/letter.ts';
import { printLetter } from '../mail/print-letter.ts';
import type { MailMessage } from '../mail/transport.ts';
import type { ActiveStaff } from './addressees.ts';
import type { Sender } from './composed.ts';
import type { StaffRecipient } from './letters/staff-letter.ts';
import type { Addressee } from './plan.ts';

/** The mail that brings a letter to one of the staff. */
export async function mailToStaff(
  letter: Letter,
  { email }: Pick<ActiveStaff, 'email'>,
  { office, now }: Pick<Sender, 'office' | 'now'>,
): Promise<MailMessage> {
  return {
    officeId: office.id,
    to: email,
    replyTo: null,
    ...(await printLetter(letter)),
    language: letter.language,
    unsubscribeAt: null,
    writtenAt: now,
  };
}

/** One of the staff as a letter about a case addresses them. */
export const recipientOf = (person: ActiveStaff, to: Addressee, record: CaseRecord): StaffRecipient => ({
  name: person.name,
  why: whyTo(to, person, record.ownerName),
});

export const caseUrlOf = ({ id }: Pick<CaseRecord, 'id'>, { appUrl }: Pick<Sender, 'appUrl'>): string =>
  `${appUrl}/cases/${id}`;

function whyTo(
  { kind, hears }: Addressee,
  { coversOwnerUntil }: ActiveStaff,
  ownerName: string | null,
): string {
  if (kind === 'owner' && coversOwnerUntil)
    return `you cover for ${ownerName ?? 'its owner'} through ${formatLongDate(coversOwnerUntil)}`;
  if (kind === 'owner') return 'the case is yours';
  return hears.includes('owner') ? 'the case has no owner who is at work' : 'you supervise the office';
}
