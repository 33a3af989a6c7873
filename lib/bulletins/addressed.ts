import type { UserActor } from '../access/actor.ts';
import { wallTimeIn } from '../calendar/zoned-time.ts';
import type { Transaction } from '../db/client.ts';
import type { Letter } from '../mail/letter.ts';
import { printLetter } from '../mail/print-letter.ts';
import type { MailMessage } from '../mail/transport.ts';
import type { DeliverContext } from '../reminders/context.ts';
import { standingFor } from '../suppressions/queries.ts';
import type { BulletinClaim } from './ledger.ts';
import { type Recipient, readDigestPreference, readRecipient } from './queries.ts';

/** Whom a bulletin goes to, or why it does not go. */
export type Addressed =
  | { readonly reader: Recipient }
  | { readonly reader: null; readonly state: 'canceled' | 'skipped'; readonly because: string };

/** Looks again at whoever a bulletin was claimed for: they may have left, stopped it, or be out of mail's reach. */
export async function readAddressed(
  tx: Transaction,
  { kind, recipientId }: BulletinClaim,
): Promise<Addressed> {
  const reader = await readRecipient(tx, recipientId);
  if (!reader) return { reader, state: 'canceled', because: 'They can no longer sign in.' };
  if ((await listReached(tx, [reader])).length === 0)
    return {
      reader: null,
      state: 'skipped',
      because: 'Mail to this address came back or was complained about, so nothing more goes there.',
    };
  if (kind !== 'alarm' && (await readDigestPreference(tx, reader.id)).stoppedAt)
    return { reader: null, state: 'skipped', because: 'They have stopped the digest.' };
  return { reader };
}

/** Those of these people whom mail reaches. */
export async function listReached<Person extends { readonly email: string }>(
  tx: Transaction,
  people: readonly Person[],
): Promise<Person[]> {
  const suppressed = await standingFor(
    tx,
    people.map(({ email }) => email),
  );
  return people.filter(({ email }) => !suppressed.get(email.toLowerCase())?.has('all'));
}

/** Whoever reads a bulletin, to see the cases as they may. */
export const actorOf = ({ id, name, role }: Recipient, { office }: DeliverContext): UserActor => ({
  kind: 'user',
  userId: id,
  officeId: office.id,
  name,
  role,
  // Staff mail is in English.
  language: 'en',
});

/** "Good morning", where it is one on the office's clock. */
export const greetingAt = (now: Date, { policy }: DeliverContext): string =>
  wallTimeIn(policy.timeZone, now) < '12:00' ? 'Good morning' : 'Hello';

/** Where a person who reads a digest can stop it, and where a mail program does it for them. */
export const stopLinksOf = ({ stopToken }: BulletinClaim, { appUrl, office }: DeliverContext) => ({
  page: `${appUrl}/stop/${office.id}/${stopToken}`,
  oneClick: `${appUrl}/api/mail/stop/${office.id}/${stopToken}`,
});

export const messageTo = async (
  reader: Recipient,
  letter: Letter,
  { office, clock }: DeliverContext,
  unsubscribeAt: string | null,
): Promise<MailMessage> => ({
  officeId: office.id,
  to: reader.email,
  replyTo: null,
  ...(await printLetter(letter)),
  language: letter.language,
  unsubscribeAt,
  writtenAt: clock(),
});
