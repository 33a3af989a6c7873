import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { readBarred } from '@/lib/reminder-overview/queries.ts';
import { LiftForm } from './form.tsx';

export const metadata: Metadata = { title: 'Let mail go again' };

export default async function LiftPage({ searchParams }: PageProps<'/reminders/lift'>) {
  const actor = await requireActor('reminders.oversee');
  const id = recordIdIn((await searchParams)['address']);
  const today = pacificToday(await requestTime());
  const barred = id ? await inOffice(getDatabase(), actor, today, (tx) => readBarred(tx, id)) : null;
  if (!barred) notFound();
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/reminders', label: 'Reminders' }]} />
        <h1>Let mail go again</h1>
        <p className="lead quiet">
          To {barred.name}, at {barred.address}. If it comes back once more, it stops once more.
        </p>
      </header>
      <LiftForm suppressionId={barred.id} />
    </main>
  );
}
