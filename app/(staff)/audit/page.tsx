import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { EmptyState } from '@/components/empty-state.tsx';
import { Alarm } from '@/components/notice.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { requestTime, requireActor, requireRecentFactor } from '@/lib/access/session.ts';
import {
  parseRecordFilter,
  type RecordFilter,
  recordListHref,
  recordParams,
  sayRecordFilter,
} from '@/lib/audit/list-filter.ts';
import { noteReading } from '@/lib/audit/note-reading.ts';
import { type LastProof, listRecord, listRecordedPeople, readLastProof } from '@/lib/audit/queries.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice, inUnitOfWork } from '@/lib/db/unit-of-work.ts';
import { Entries } from './entries.tsx';
import { RecordFilters } from './filters.tsx';

export const metadata: Metadata = { title: 'Audit record' };

const PAGE = 50;
const PROVED_WITHIN_MILLISECONDS = 48 * 60 * 60 * 1000;

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const actor = await requireActor('audit.read');
  await requireRecentFactor();
  const now = await requestTime();
  const filter = parseRecordFilter(await searchParams);
  const requestId = (await headers()).get('x-request-id') ?? '';
  const noted = await inUnitOfWork(getDatabase(), actor, now, noteReading, { requestId });
  if (!noted.ok) throw new Error('the reading of the record was not recorded, so it is not shown');
  const { events, people, proof } = await inOffice(getDatabase(), actor, pacificToday(now), async (tx) => ({
    events: await listRecord(tx, actor.officeId, filter, PAGE + 1),
    people: await listRecordedPeople(tx),
    proof: await readLastProof(tx, actor.officeId),
  }));
  const shown = events.slice(0, PAGE);
  const last = events.length > PAGE ? shown.at(-1) : undefined;
  const narrowing = sayRecordFilter(filter, people.find(({ id }) => id === filter.who)?.name ?? null);
  return (
    <main id="main" className="directory audit">
      <PageHead
        title="Audit record"
        lead="Everything that was done and looked at, each event chained to the one before it. Events of restricted cases are here for the people named for them only."
        actions={<ExportForm filter={filter} />}
      >
        {narrowing ? (
          <p className="quiet">{narrowing.charAt(0).toUpperCase() + narrowing.slice(1)}.</p>
        ) : null}
      </PageHead>
      <div className="wrap">
        <Proof proof={proof} now={now} />
        <RecordFilters filter={filter} people={people} />
        {shown.length === 0 ? (
          <EmptyState title="No event of the record fits these filters." />
        ) : (
          <Entries events={shown} />
        )}
        <p className="tl-pages">
          {last ? (
            <a className="link" href={recordListHref({ ...filter, before: last.seq })}>
              Earlier
            </a>
          ) : null}
          {filter.before === null ? null : (
            <a className="link" href={recordListHref({ ...filter, before: null })}>
              Newest
            </a>
          )}
        </p>
      </div>
    </main>
  );
}

/** Posted, since it is an act of its own and on the record as one. */
function ExportForm({ filter }: { filter: RecordFilter }) {
  return (
    <form action="/audit/export" method="post">
      {[...recordParams({ ...filter, before: null })].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="btn tall" type="submit">
        <Download className="i" size={16} aria-hidden="true" />
        Export as CSV
      </button>
    </form>
  );
}

function Proof({ proof, now }: { proof: LastProof | null; now: Date }) {
  if (proof === null)
    return (
      <Alarm title="The record has not been proved yet.">
        The worker proves it each night. “npm run audit -- verify” does it now.
      </Alarm>
    );
  const when = formatMoment(proof.at);
  const upTo = proof.seq === null ? '' : ` ${proof.seq.toLocaleString('en-US')}`;
  if (!proof.isWhole)
    return (
      <Alarm title={`The record was found broken at event${upTo}, ${when}.`}>
        Somebody changed it past Recourse. “npm run audit -- verify” says what was done to it.
      </Alarm>
    );
  if (now.getTime() - proof.at.getTime() > PROVED_WITHIN_MILLISECONDS)
    return (
      <Alarm title={`The record was last proved ${when}.`}>
        The worker proves it each night, so it has not been running.
      </Alarm>
    );
  return (
    <p className="quiet">
      Proved whole up to event{upTo}, {when}.
    </p>
  );
}
