import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/page-head.tsx';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { readMessage } from '@/lib/mail/local-mailbox.ts';
import { openMailbox } from '../open-mailbox.ts';

export const metadata: Metadata = { title: 'Message' };

export default async function MessagePage({ params }: PageProps<'/mailbox/[messageId]'>) {
  const { messageId } = await params;
  const { folder, officeId, readable } = await openMailbox();
  const found = await readMessage(folder, officeId, messageId);
  const [message] = found ? await readable([found]) : [];
  if (!message) notFound();
  const { from, to, replyTo, subject, text, html, language, writtenAt } = message;
  return (
    <main id="main" className="mails">
      <Crumbs trail={[{ href: '/mailbox', label: 'Mailbox' }, { label: 'Message' }]} />
      <article className="mail" aria-labelledby="subject">
        <header className="mail-h">
          <h1 id="subject" lang={language}>
            {subject}
          </h1>
          <dl>
            <dt>From</dt>
            <dd>{from}</dd>
            <dt>To</dt>
            <dd>{to}</dd>
            {replyTo ? (
              <>
                <dt>Replies to</dt>
                <dd>{replyTo}</dd>
              </>
            ) : null}
            <dt>Written</dt>
            <dd>
              <time dateTime={writtenAt}>{formatMoment(new Date(writtenAt))}</time>
            </dd>
          </dl>
        </header>
        {/* Without scripts and without this page's origin; links open in a tab of their own. */}
        <iframe
          title="The message as mail programs show it"
          className="mail-frame"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={html}
        />
        <details className="mail-t" open>
          <summary>Plain-text part</summary>
          <pre lang={language}>{text}</pre>
        </details>
      </article>
    </main>
  );
}
