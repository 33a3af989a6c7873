import type { Metadata } from 'next';
import { EmptyState } from '@/components/empty-state.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMediumDate } from '@/lib/calendar/format-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { CASE_OUTCOME_LABELS } from '@/lib/labels.ts';
import { type ErasedCase, type RetainedCase, reviewRetention } from '@/lib/retention/queries.ts';

export const metadata: Metadata = { title: 'Keeping and erasure' };

export default async function RetentionPage() {
  const actor = await requireActor('case.erase');
  const today = pacificToday(await requestTime());
  const review = await inOffice(getDatabase(), actor, today, (tx) => reviewRetention(tx, today));
  const { due, dueCount, held, erased, erasedCount } = review;
  const proposed = due.filter(({ proposedBy }) => proposedBy);
  const waiting = due.filter(({ proposedBy }) => !proposedBy);
  const bands = [
    { key: 'proposed', title: 'Put forward, for a second person to decide', rows: proposed.map(rowOf) },
    { key: 'waiting', title: 'Time of keeping is over', rows: waiting.map(rowOf) },
    { key: 'held', title: 'Under legal hold', rows: held.map(rowOf) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <main id="main" className="directory">
      <PageHead
        title="Keeping and erasure"
        count={dueCount}
        lead="A closed case is kept for the years set in the office’s settings, and longer under a legal hold. One person puts it forward for erasure, another erases it. It cannot be undone."
      />
      <div className="wrap">
        {bands.length === 0 ? (
          <EmptyState title="No case’s time is over.">
            A closed case appears here on the day its time of keeping ends, and one under a legal hold at
            once.
          </EmptyState>
        ) : (
          <GridTable
            caption="Cases whose keeping has to be decided"
            rowHead="number"
            roomy
            columns={[
              { key: 'number', head: 'Case' },
              { key: 'client', head: 'Client' },
              { key: 'closed', head: 'Closed' },
              { key: 'outcome', head: 'Outcome' },
              { key: 'until', head: 'Kept until' },
              { key: 'standing', head: 'Standing' },
            ]}
            bands={bands.map((band) => ({ ...band, count: band.rows.length }))}
            cards={
              <ul className="cards">
                {bands.flatMap(({ key, title, rows }) => [
                  <li className="band" key={key}>
                    {title} <span className="count">{rows.length}</span>
                  </li>,
                  ...rows.map(({ key: id, cells }) => (
                    <li key={id}>
                      <span className="cc-n">{cells.number}</span>
                      <span className="cc-d">{cells.client}</span>
                      <span className="cc-m">
                        Kept until {cells.until}. {cells.standing}.
                      </span>
                    </li>
                  )),
                ])}
              </ul>
            }
          />
        )}
        {dueCount > due.length ? (
          <p className="quiet">
            The {due.length} longest over of {dueCount.toLocaleString('en-US')} are shown; the others follow
            as these are decided.
          </p>
        ) : null}
        {erased.length > 0 ? <Erased cases={erased} count={erasedCount} /> : null}
      </div>
    </main>
  );
}

function rowOf(row: RetainedCase) {
  return {
    key: row.id,
    cells: {
      number: (
        <a className="tab" href={`/retention/${row.id}`}>
          {row.number}
        </a>
      ),
      client: row.clientName,
      closed: row.closedAt ? formatMediumDate(pacificToday(row.closedAt)) : 'still open',
      outcome: row.outcome ? CASE_OUTCOME_LABELS[row.outcome] : '',
      until: row.retainUntilOn ? formatMediumDate(row.retainUntilOn) : 'for as long as it is open',
      standing: standingOf(row),
    },
  };
}

function standingOf({ heldSince, holdReason, proposedAt, proposerName }: RetainedCase): string {
  if (heldSince) return `Held since ${formatMediumDate(pacificToday(heldSince))}: ${holdReason}`;
  if (proposedAt) return `Put forward by ${proposerName}, ${formatMediumDate(pacificToday(proposedAt))}`;
  return 'To be looked through';
}

function Erased({ cases, count }: { cases: readonly ErasedCase[]; count: number }) {
  return (
    <section>
      <h2>
        Erased <span className="count">{count.toLocaleString('en-US')}</span>
      </h2>
      <ul>
        {cases.map(({ caseId, number, erasedAt, eraserName }) => (
          <li key={caseId}>
            <span className="tab">{number}</span>, erased {formatMediumDate(pacificToday(erasedAt))} by{' '}
            {eraserName}
          </li>
        ))}
      </ul>
    </section>
  );
}
