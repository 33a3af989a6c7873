import path from 'node:path';
import { notFound } from 'next/navigation';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { getEnv } from '@/lib/env.ts';
import { type MailboxMessage, showsMailbox } from '@/lib/mail/local-mailbox.ts';
import { listKnownMessages } from '@/lib/mail-ledger/queries.ts';

type Mailbox = {
  readonly folder: string;
  readonly officeId: string;
  /** Those of the messages that this person may read. */
  readonly readable: (messages: readonly MailboxMessage[]) => Promise<MailboxMessage[]>;
};

/**
 * The local mailbox as one person may look into it; there is no such page where mail is really sent. A message about a
 * case is there for whoever may know of its case, and what opens an account for those who manage accounts.
 */
export async function openMailbox(): Promise<Mailbox> {
  const actor = await requireActor('mailbox.read');
  const env = getEnv();
  if (!showsMailbox(env)) notFound();
  const today = pacificToday(await requestTime());
  return {
    folder: path.resolve(env.MAIL_DIR),
    officeId: actor.officeId,
    async readable(messages) {
      const ids = messages.filter(({ isAboutAccount }) => !isAboutAccount).map(({ id }) => id);
      const known = await inOffice(getDatabase(), actor, today, (tx) => listKnownMessages(tx, ids));
      return messages.filter(({ id, isAboutAccount }) =>
        isAboutAccount ? may(actor, 'person.manage') : known.has(id),
      );
    },
  };
}
