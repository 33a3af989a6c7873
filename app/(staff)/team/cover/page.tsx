import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { Mark } from '@/components/mark.tsx';
import { Crumbs, PageHead } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { isAfter } from '@/lib/calendar/local-date.ts';
import { type ListedCover, listCovers } from '@/lib/covers/queries.ts';
import { daysText } from '@/lib/covers/rules.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { EndCover } from './form.tsx';

export const metadata: Metadata = { title: 'Cover' };

export default async function CoverPage() {
  const actor = await requireActor('cover.arrange');
  const today = pacificToday(await requestTime());
  const covers = await inOffice(getDatabase(), actor, today, (tx) => listCovers(tx, today));
  const standing = covers.filter(({ fromOn }) => !isAfter(fromOn, today));
  const coming = covers.filter(({ fromOn }) => isAfter(fromOn, today));
  return (
    <main id="main">
      <PageHead
        crumbs={<Crumbs trail={[{ href: '/team', label: 'Team' }, { label: 'Cover' }]} />}
        title="Cover"
        count={covers.length}
        lead="While somebody is away, a colleague has their clocks on Today and gets their mail. It ends by itself."
        actions={<LinkButton href="/team/cover/new">Arrange cover</LinkButton>}
      />
      <div className="wrap">
        {covers.length === 0 ? (
          <EmptyState title="Nobody is covered now or in the days ahead." />
        ) : (
          <GridTable
            caption="Covers now and to come"
            columns={[
              { key: 'absent', head: 'Away' },
              { key: 'cover', head: 'Covers' },
              { key: 'days', head: 'Days' },
              { key: 'note', head: 'Note' },
              { key: 'end', head: <span className="vh">Do</span> },
            ]}
            rowHead="absent"
            bands={[
              ...(standing.length > 0 ? [bandOf('now', 'Now', standing)] : []),
              ...(coming.length > 0 ? [bandOf('coming', 'To come', coming)] : []),
            ]}
          />
        )}
      </div>
    </main>
  );
}

const bandOf = (key: string, title: string, covers: readonly ListedCover[]) => ({
  key,
  title,
  count: covers.length,
  rows: covers.map((cover) => ({
    key: cover.id,
    cells: {
      absent: cover.absentName,
      cover: cover.coverName,
      days: daysText(cover),
      note: (
        <>
          {cover.note}
          {cover.warnings.map((warning) => (
            <div key={warning}>
              <Mark kind="risk">{warning}</Mark>
            </div>
          ))}
          <div className="quiet small">Arranged by {cover.arrangedBy}</div>
        </>
      ),
      end: <EndCover arrangementId={cover.id} what={`${cover.coverName} for ${cover.absentName}`} />,
    },
  })),
});
