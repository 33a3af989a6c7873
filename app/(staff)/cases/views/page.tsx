import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { Notice } from '@/components/notice.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { type KeptView, listKeptViews } from '@/lib/saved-views/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import {
  homeOf,
  type ListFilter,
  listHref,
  sayNarrowing,
  sayWhose,
  viewFilter,
} from '@/lib/worklist/list-filter.ts';
import { listNames } from '@/lib/worklist/queries.ts';
import { ViewButton } from './view-button.tsx';

export const metadata: Metadata = { title: 'Views' };

/** The views a person has beside their list of cases, and the office's. */
export default async function ViewsPage({ searchParams }: PageProps<'/cases/views'>) {
  const actor = await requireActor('case.read');
  const today = pacificToday(await requestTime());
  const removedId = recordIdIn((await searchParams)['removed']);
  const { views, removed, names } = await inOffice(getDatabase(), actor, today, async (tx) => ({
    ...(await listKeptViews(tx, actor.userId, removedId)),
    names: await listNames(tx, actor.userId),
  }));
  const allWords = wordsIn(actor.language);
  const words = allWords.caseList.manage;
  const home = homeOf(actor.role);
  const shows = (filter: ListFilter) => {
    const known = {
      person: names.people.find(({ id }) => id === filter.who)?.name ?? null,
      plan: names.plans.find(({ id }) => id === filter.planId)?.name ?? null,
    };
    return [sayWhose(filter, known, allWords), sayNarrowing(filter, known, allWords)]
      .filter(Boolean)
      .join(', ');
  };
  const whose = ({ isOwn, isShared, ownerName }: KeptView) => {
    if (!isOwn) return words.sharedBy(ownerName);
    return isShared ? words.sharedByYou : words.yours;
  };
  return (
    <main id="main" className="directory">
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<LinkButton href="/cases">{words.back}</LinkButton>}
      />
      <div className="wrap">
        {removed ? (
          <Notice action={<ViewButton act="restore" viewId={removed.id} label={words.undo} />}>
            {words.removed(removed.name)}
          </Notice>
        ) : null}
        {views.length === 0 ? (
          <EmptyState title={words.none}>{words.noneHow}</EmptyState>
        ) : (
          <GridTable
            caption={words.title}
            roomy
            rowHead="name"
            columns={[
              { key: 'name', head: words.view, className: 'c-n' },
              { key: 'shows', head: words.shows },
              { key: 'whose', head: words.whose },
              { key: 'remove', head: <span className="vh">{words.remove}</span> },
            ]}
            bands={[
              {
                key: 'all',
                rows: views.map((view) => {
                  const filter = viewFilter(view.params, home);
                  return {
                    key: view.id,
                    opens: true,
                    cells: {
                      name: (
                        <a href={listHref(filter, home)} data-open="">
                          {view.name}
                        </a>
                      ),
                      shows: shows(filter),
                      whose: whose(view),
                      remove:
                        view.isOwn || may(actor, 'view.share') ? (
                          <ViewButton
                            act="remove"
                            viewId={view.id}
                            label={words.remove}
                            name={words.removeNamed(view.name)}
                          />
                        ) : null,
                    },
                  };
                }),
              },
            ]}
          />
        )}
      </div>
    </main>
  );
}
