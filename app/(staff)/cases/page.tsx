import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Notice } from '@/components/notice.tsx';
import { Pager } from '@/components/pager.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { type Words, wordsIn } from '@/lib/words/words.ts';
import {
  type Home,
  homeOf,
  LAST_PAGE,
  type ListFilter,
  listHref,
  listParams,
  NO_SEARCH,
  PAGE_SIZE,
  parseListFilter,
  type SearchParams,
  sayNarrowing,
  sayWhose,
  viewParams,
  withFilter,
} from '@/lib/worklist/list-filter.ts';
import { listCases } from '@/lib/worklist/queries.ts';
import { openSearch } from '@/lib/worklist/sealed-search.ts';
import { BulkBar } from './list/bulk-bar.tsx';
import { CaseTable } from './list/case-table.tsx';
import { EmptyList } from './list/empty-list.tsx';
import { Filters } from './list/filters.tsx';
import { KeyHints } from './list/key-hints.tsx';
import { LAST_VIEW, lastViewOf, readLastView } from './list/last-view.ts';
import { MovedNotice } from './list/moved-notice.tsx';
import { RememberView } from './list/remember-view.tsx';
import { CaseSelection } from './list/selection.tsx';
import { currentView, ViewTabs } from './list/view-tabs.tsx';

export const metadata: Metadata = { title: 'Cases' };

export default async function CasesPage({ searchParams }: PageProps<'/cases'>) {
  const actor = await requireActor('case.read');
  const today = pacificToday(await requestTime());
  const given = await searchParams;
  const home = homeOf(actor.role);
  const last = Object.keys(given).length === 0 ? await readLastView(actor.userId, home) : null;
  if (last !== null) redirect(`/cases?${last}`);
  const asked = typeof given['find'] === 'string' ? given['find'] : '';
  const search = asked === '' ? NO_SEARCH : openSearch(asked, actor.userId);
  const filter = parseListFilter(given, home, search ?? NO_SEARCH);
  const list = await inOffice(getDatabase(), actor, today, (tx) =>
    listCases(tx, filter, actor.userId, today),
  );
  const names = {
    person: list.people.find(({ id }) => id === filter.who)?.name ?? null,
    plan: list.plans.find(({ id }) => id === filter.planId)?.name ?? null,
  };
  const allWords = wordsIn(actor.language);
  const words = allWords.caseList;
  const whose = sayWhose(filter, names, allWords);
  const narrowing = sayNarrowing(filter, names, allWords);
  const href = listHref(filter, home);
  const { total } = list.counts;
  const result = messagedOf(given, words) ?? (
    <MovedNotice given={given} people={list.people} from={backTo(href)} words={allWords.team} />
  );
  return (
    <main id="main" className="cases wrap">
      <header className="cases-head">
        <h1>
          {currentView(list.views, filter, home)?.name ?? whose}{' '}
          <span className="count">{total.toLocaleString('en-US')}</span>
        </h1>
        <ViewTabs
          filter={filter}
          home={home}
          views={list.views}
          mayShare={may(actor, 'view.share')}
          words={words}
        />
        {narrowing ? (
          <p className="quiet">{narrowing.charAt(0).toUpperCase() + narrowing.slice(1)}.</p>
        ) : null}
      </header>
      <RememberView cookie={LAST_VIEW} value={lastViewOf(actor.userId, viewParams(filter, home))} />
      <Filters filter={filter} list={list} home={home} words={words} labels={allWords.labels} />
      {search === null ? <Notice>{words.search.unreadable}</Notice> : null}
      {list.rows.length === 0 ? (
        <>
          {result}
          <EmptyList
            filter={filter}
            home={home}
            total={total}
            mayOpen={may(actor, 'case.open')}
            words={words}
          />
        </>
      ) : (
        <>
          <CaseSelection key={href} lost={[words.bulk.connection, words.bulk.connectionRemedy]}>
            <CaseTable
              list={list}
              filter={filter}
              home={home}
              today={today}
              caption={narrowing ? `${whose}, ${narrowing}` : whose}
              words={allWords}
              foot={
                <BulkBar
                  people={may(actor, 'case.assign') && !filter.closed ? list.people : null}
                  from={backTo(href)}
                  params={listParams(filter, home).toString()}
                  result={result}
                  mayMessage={may(actor, 'letter.write') && !filter.closed}
                  keys={<KeyHints words={words.bulk.keys} />}
                  words={{
                    selected: words.bulk.selected,
                    clear: words.bulk.clear,
                    reassign: words.bulk.reassign,
                    moveTo: words.bulk.moveTo,
                    chooseColleague: words.bulk.chooseColleague,
                    reason: words.bulk.reason,
                    move: words.bulk.move,
                    moving: words.bulk.moving,
                    message: words.bulk.message,
                    export: words.bulk.export,
                    exportAll: words.bulk.exportAll(total),
                  }}
                />
              }
            />
          </CaseSelection>
          <Pages filter={filter} home={home} shown={list.rows.length} total={total} />
        </>
      )}
    </main>
  );
}

/** What sending messages came to, said once. */
function messagedOf(given: SearchParams, { messaging }: Words['caseList']) {
  const count = Number(given['messaged']);
  return Number.isSafeInteger(count) && count >= 1 ? (
    <Notice>{messaging.sent(count, Number(given['unsent']) || 0)}</Notice>
  ) : null;
}

/** The form takes a line of at most 300 characters; a longer address comes back to the plain list. */
const LONGEST_RETURN = 300;
const backTo = (href: string) => (href.length <= LONGEST_RETURN ? href : '/cases');

function Pages({
  filter,
  home,
  shown,
  total,
}: {
  filter: ListFilter;
  home: Home;
  shown: number;
  total: number;
}) {
  const before = (filter.page - 1) * PAGE_SIZE;
  const at = (page: number) => listHref(withFilter(filter, { page }), home);
  return (
    <Pager
      from={before + 1}
      to={before + shown}
      total={total}
      {...(filter.page > 1 && { previous: at(filter.page - 1) })}
      {...(before + shown < total && filter.page < LAST_PAGE && { next: at(filter.page + 1) })}
    />
  );
}
