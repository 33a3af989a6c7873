import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Facts } from '@/components/facts.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { readPerson } from '@/lib/people/queries.ts';
import { DeactivationForm } from './form.tsx';

export const metadata: Metadata = { title: 'Person' };

export default async function PersonPage({ params }: PageProps<'/people/[personId]'>) {
  const actor = await requireActor('person.manage');
  const today = pacificToday(await requestTime());
  const id = recordIdIn((await params).personId);
  const person = id && (await inOffice(getDatabase(), actor, today, (tx) => readPerson(tx, id)));
  if (!person) notFound();
  const { openCaseCount, deactivatedAt } = person;
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/people', label: 'People' }]} />
        <h1>{person.name}</h1>
        {deactivatedAt ? (
          <p className="lead quiet">
            Can no longer sign in, since {formatLongDate(pacificToday(deactivatedAt))}.
          </p>
        ) : null}
      </header>
      <div className="rec-form">
        <Facts
          facts={[
            { term: 'Role', value: ROLE_LABELS[person.role] },
            { term: 'E-mail', value: person.email },
            { term: 'Added', value: formatLongDate(pacificToday(person.createdAt)) },
            {
              term: 'Open cases',
              value:
                openCaseCount === 0 ? (
                  'none'
                ) : (
                  <a href={`/team?from=${person.id}#move`}>
                    {openCaseCount.toLocaleString('en-US')}, to be moved to colleagues
                  </a>
                ),
            },
          ]}
        />
        {deactivatedAt || person.id === actor.userId ? null : <DeactivationForm personId={person.id} />}
      </div>
    </main>
  );
}
