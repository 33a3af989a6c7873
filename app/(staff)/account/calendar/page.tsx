import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Notice } from '@/components/notice.tsx';
import { Crumbs, PageHead } from '@/components/page-head.tsx';
import { requireAccess } from '@/lib/access/session.ts';
import { pacificToday, systemClock } from '@/lib/calendar/clock.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { type OwnFeed, readOwnFeed } from '@/lib/calendar-feeds/queries.ts';
import { mayHaveFeed, noCasesToTell } from '@/lib/calendar-feeds/rules.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { Part } from '../part.tsx';
import { NewAddressForm, RemovalForm } from './forms.tsx';

export const metadata: Metadata = { title: 'Your calendar' };

export default async function CalendarPage({ searchParams }: PageProps<'/account/calendar'>) {
  const { actor } = await requireAccess();
  const isRemoved = (await searchParams)['done'] === 'removed';
  const feed = await inOffice(getDatabase(), actor, pacificToday(systemClock()), (tx) =>
    readOwnFeed(tx, actor.userId),
  );
  return (
    <main id="main" className="directory">
      <PageHead
        title="Your calendar"
        crumbs={<Crumbs trail={[{ href: '/account', label: 'Your account' }]} />}
        lead="Your deadlines, and those of the people you cover for, in the calendar program you use. Calendars lag, sometimes by a day: they are never your only reminder."
      />
      <div className="wrap own">
        {isRemoved ? <Notice>The address was removed. Programs that ask for it find nothing.</Notice> : null}
        {mayHaveFeed(actor) ? <Feed feed={feed} /> : <p>{noCasesToTell.message}</p>}
      </div>
    </main>
  );
}

function Feed({ feed }: { feed: OwnFeed | null }) {
  return (
    <>
      <Part title="The address">
        <div className="own-address">
          {feed ? (
            <p>
              Made {formatMoment(feed.createdAt)}. It was shown then and is kept nowhere. If it is lost, or
              somebody else may have seen it, make a new one: the old one stops at once.
            </p>
          ) : (
            <p>None. A calendar program fetches your deadlines from an address that only you know.</p>
          )}
          <div className="own-forms">
            <NewAddressForm hasOne={feed !== null} />
            {feed ? <RemovalForm /> : null}
          </div>
        </div>
      </Part>
      {feed ? (
        <Part title="Who fetches it">
          <Fetches fetches={feed.fetches} />
        </Part>
      ) : null}
      <Part title="What it shows">
        <p>
          One all-day event for each date: the case’s number, the client’s initials and what is to be done. No
          name, no plan and nothing about health, for a calendar is easily shared.
        </p>
        <p className="quiet">
          A date that moves is moved, and one that is met, closed or handed over is canceled, as soon as the
          program fetches again. No event rings: Recourse’s own reminders are what counts.
        </p>
      </Part>
      <Part title="How to subscribe">
        <p>Subscribe to the address; do not import it. What is imported never changes again.</p>
        <HowTo name="Google Calendar">
          On a computer, beside “Other calendars”, choose + and “From URL”, and paste the address. Google
          fetches when it likes, often once a day.
        </HowTo>
        <HowTo name="Apple Calendar">
          On a Mac, choose File, “New Calendar Subscription”; on a phone, Calendars, “Add Subscription
          Calendar”. Set it to refresh every hour.
        </HowTo>
        <HowTo name="Outlook">
          Choose “Add calendar”, “Subscribe from web”, and paste the address. Outlook fetches every few hours.
        </HowTo>
      </Part>
    </>
  );
}

function Fetches({ fetches }: Pick<OwnFeed, 'fetches'>) {
  if (fetches.length === 0)
    return <p>No program has fetched it yet. After you subscribe, the first shows up here.</p>;
  return (
    <>
      <ul className="lines-of">
        {fetches.map(({ subscriber, firstAt, lastAt }) => (
          <li key={subscriber}>
            <strong>{subscriber}</strong>
            <span className="quiet small">
              Last {formatMoment(lastAt)}; first {formatMoment(firstAt)}.
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">
        What changed since a program last fetched is not in its calendar yet. If one is not yours, make a new
        address.
      </p>
    </>
  );
}

function HowTo({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p>
      <strong>{name}.</strong> {children}
    </p>
  );
}
