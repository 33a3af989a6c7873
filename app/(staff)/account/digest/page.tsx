import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { requireAccess } from '@/lib/access/session.ts';
import { readOwnDigest } from '@/lib/bulletins/queries.ts';
import { pacificToday, systemClock } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { DigestForm } from './form.tsx';

export const metadata: Metadata = { title: 'Morning digest' };

export default async function DigestPage() {
  const { actor } = await requireAccess();
  if (!may(actor, 'case.read')) notFound();
  const today = pacificToday(systemClock());
  const digest = await inOffice(getDatabase(), actor, today, (tx) => readOwnDigest(tx, actor.userId));
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/account', label: 'Your account' }]} />
        <h1>Morning digest</h1>
        <p className="lead quiet">
          One message a day with what is overdue, due today and this week, and plans that are late.
        </p>
      </header>
      <DigestForm comes={digest.comes} hour={digest.ownHour} officeHour={digest.officeHour} />
    </main>
  );
}
