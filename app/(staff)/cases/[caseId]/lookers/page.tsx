import type { Metadata } from 'next';
import { EmptyState } from '@/components/empty-state.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { PageHead } from '@/components/page-head.tsx';
import type { Look } from '@/lib/audit/events.ts';
import { type LookedAt, readLookers } from '@/lib/audit/looks/queries.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { parseTimelineFilter } from '@/lib/timeline/list-filter.ts';
import { CaseCrumbs } from '../case-crumbs.tsx';
import { openForm } from '../open-form.ts';

export const metadata: Metadata = { title: 'Who looked' };

const WHAT: Readonly<Record<Look, string>> = {
  'case.viewed': 'The case',
  'client.viewed': 'The client’s details',
};

export default async function LookersPage({ params, searchParams }: PageProps<'/cases/[caseId]/lookers'>) {
  const { caseId } = await params;
  const { beforeId } = parseTimelineFilter(await searchParams);
  const page = await openForm('case.see-lookers', (tx) => readLookers(tx, caseId, beforeId));
  const { id } = page.case;
  const last = page.looks.at(-1);
  return (
    <main id="main" className="directory">
      <PageHead
        title="Who looked"
        lead="Everybody who opened this case, newest first. What one person opens within 15 minutes is one line."
        crumbs={<CaseCrumbs of={page.case} />}
      />
      <div className="wrap">
        {page.looks.length === 0 ? (
          <EmptyState title="Nobody else is on the record as having looked.">
            Your own look is recorded with this page.
          </EmptyState>
        ) : (
          <GridTable
            caption="Who looked, and when"
            rowHead="who"
            columns={[
              { key: 'who', head: 'Who' },
              { key: 'role', head: 'Role' },
              { key: 'what', head: 'Opened' },
              { key: 'at', head: 'When' },
            ]}
            bands={[{ key: 'looks', rows: page.looks.map(rowOf) }]}
            cards={<ul className="cards">{page.looks.map(cardOf)}</ul>}
          />
        )}
        <p className="tl-pages">
          {page.hasMore && last ? (
            <a className="link" href={`/cases/${id}/lookers?before=${last.id}`}>
              Earlier
            </a>
          ) : null}
          {beforeId === null ? null : (
            <a className="link" href={`/cases/${id}/lookers`}>
              Newest
            </a>
          )}
        </p>
      </div>
    </main>
  );
}

const rowOf = ({ id, at, look, who, role }: LookedAt) => ({
  key: String(id),
  cells: {
    who,
    role: ROLE_LABELS[role],
    what: WHAT[look],
    at: <time dateTime={at.toISOString()}>{formatMoment(at)}</time>,
  },
});

const cardOf = ({ id, at, look, who, role }: LookedAt) => (
  <li key={id}>
    <span className="cc-n">{who}</span>
    <span className="cc-d">{ROLE_LABELS[role]}</span>
    <span className="cc-m">
      {WHAT[look]}, {formatMoment(at)}
    </span>
  </li>
);
