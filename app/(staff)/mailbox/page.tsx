import type { Metadata } from 'next';
import { EmptyState } from '@/components/empty-state.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { listMailbox, type MailboxMessage } from '@/lib/mail/local-mailbox.ts';
import { openMailbox } from './open-mailbox.ts';

export const metadata: Metadata = { title: 'Mailbox' };

const SHOWN = 200;
const KEPT = 10_000;

export default async function MailboxPage() {
  const { folder, officeId, readable } = await openMailbox();
  const messages = (await readable(await listMailbox(folder, officeId, KEPT))).slice(0, SHOWN);
  return (
    <main id="main">
      <PageHead
        title="Mailbox"
        count={messages.length}
        lead="No mail leaves this machine: what would have been sent is kept here."
      />
      <div className="wrap">
        {messages.length === 0 ? (
          <EmptyState title="No message has been written yet.">
            Reminders are written when a deadline comes near. “npm run remind” writes what is due now.
          </EmptyState>
        ) : (
          <GridTable
            caption="Messages, newest first"
            columns={[
              { key: 'subject', head: 'Subject' },
              { key: 'to', head: 'To' },
              { key: 'written', head: 'Written' },
            ]}
            rowHead="subject"
            bands={[{ key: 'all', rows: messages.map(rowOf) }]}
          />
        )}
      </div>
    </main>
  );
}

const rowOf = ({ id, writtenAt, to, subject, language }: MailboxMessage) => ({
  key: id,
  cells: {
    written: <time dateTime={writtenAt}>{formatMoment(new Date(writtenAt))}</time>,
    to,
    subject: (
      <a href={`/mailbox/${id}`} lang={language}>
        {subject}
      </a>
    ),
  },
});
