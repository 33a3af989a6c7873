import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/components/button.tsx';
import { Crumbs, PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireAccess } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { readTour } from '@/lib/help/queries.ts';
import { tourStops } from '@/lib/help/tour.ts';
import { wordsIn } from '@/lib/words/words.ts';

export const metadata: Metadata = { title: 'Tour' };

export default async function TourPage() {
  const { actor } = await requireAccess();
  const caseIds = await inOffice(getDatabase(), actor, pacificToday(await requestTime()), readTour);
  if (!caseIds) notFound();
  const { help, tour } = wordsIn(actor.language);
  const stops = tourStops(caseIds, (permission) => may(actor, permission));
  return (
    <main id="main">
      <PageHead
        crumbs={<Crumbs trail={[{ href: '/help', label: help.title }, { label: tour.title }]} />}
        title={tour.title}
        lead={tour.lead}
      />
      <ol className="wrap help tour">
        {stops.map(({ id, href }) => {
          const { title, text } = tour.stops[id];
          return (
            <li key={id}>
              <div>
                <h2>{title}</h2>
                <p>{text}</p>
              </div>
              <LinkButton href={href} aria-label={tour.openLabel(title)}>
                {tour.open}
              </LinkButton>
            </li>
          );
        })}
      </ol>
    </main>
  );
}
