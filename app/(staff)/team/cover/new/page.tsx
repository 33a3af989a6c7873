import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Crumbs } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { listColleagues } from '@/lib/cases/form-queries.ts';
import { readCoverForm } from '@/lib/covers/queries.ts';
import { daysText } from '@/lib/covers/rules.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { ArrangeCoverForm } from './form.tsx';

export const metadata: Metadata = { title: 'Arrange cover' };

export default async function NewCoverPage({ searchParams }: PageProps<'/team/cover/new'>) {
  const actor = await requireActor('cover.arrange');
  const today = pacificToday(await requestTime());
  const absentId = recordIdIn((await searchParams)['absent']);
  if (!absentId) {
    const colleagues = await inOffice(getDatabase(), actor, today, listColleagues);
    return (
      <Frame title="Who is away?" lead="Then choose who covers for them, and the days.">
        <ul className="rec-form">
          {colleagues.map(({ id, name, role }) => (
            <li key={id}>
              <a className="link" href={`/team/cover/new?absent=${id}`}>
                {name}
              </a>{' '}
              <span className="quiet">{ROLE_LABELS[role].toLowerCase()}</span>
            </li>
          ))}
        </ul>
      </Frame>
    );
  }
  const form = await inOffice(getDatabase(), actor, today, (tx) =>
    readCoverForm(tx, absentId, actor.userId, today),
  );
  if (!form) notFound();
  const { absent, standing } = form;
  return (
    <Frame
      title={`Cover for ${absent.name}`}
      lead={
        standing.length === 0
          ? 'Nobody covers for them now or in the days ahead.'
          : standing.map((cover) => `${cover.coverName} covers ${daysText(cover)}.`).join(' ')
      }
    >
      <ArrangeCoverForm form={form} />
    </Frame>
  );
}

function Frame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs
          trail={[
            { href: '/team', label: 'Team' },
            { href: '/team/cover', label: 'Cover' },
          ]}
        />
        <h1>{title}</h1>
        <p className="lead quiet">{lead}</p>
      </header>
      {children}
    </main>
  );
}
