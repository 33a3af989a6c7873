import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { Notice } from '@/components/notice.tsx';
import { Pager } from '@/components/pager.tsx';
import { Views } from '@/components/views.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { wordsIn } from '@/lib/words/words.ts';
import {
  type Home,
  homeOf,
  isNarrowed,
  LAST_PAGE,
  type ListFilter,
  listHref,
  NO_SEARCH,
  PAGE_SIZE,
  parseListFilter,
  sayNarrowing,
  sayWhose,
  withFilter,
} from '@/lib/worklist/list-filter.ts';
import { listCases } from '@/lib/worklist/queries.ts';
import { openSearch } from '@/lib/worklist/sealed-search.ts';
import { CaseTable } from './list/case-table.tsx';
import { Filters } from './list/filters.tsx';
import { MoveForm } from './list/move-form.tsx';
import { MovedNotice } from './list/moved-notice.tsx';

export const metadata: Metadata = { title: 'Cases' };

export default async function CasesPage({ searchParams }: PageProps<'/cases'>) {
  const actor = await requireActor('case.read');
  const today = pacificToday(await requestTime());
  const given = await searchParams;
  const home = homeOf(actor.role);
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
  const whose = sayWhose(filter, names);
  const narrowing = sayNarrowing(filter, names);
  const isMovable = may(actor, 'case.assign') && !filter.closed;
  const { total } = list.counts;
  const table = (
    <CaseTable
      list={list}
      filter={filter}
      home={home}
      today={today}
      caption={narrowing ? `${whose}, ${narrowing}` : whose}
      isMovable={isMovable}
    />
  );
  return (
    <main id="main" className="cases wrap">
      <header className="cases-head">
        <h1>
          {whose} <span className="count">{total.toLocaleString('en-US')}</span>
        </h1>
        <SavedViews filter={filter} home={home} />
        {narrowing ? (
          <p className="quiet">{narrowing.charAt(0).toUpperCase() + narrowing.slice(1)}.</p>
        ) : null}
      </header>
      <Filters filter={filter} list={list} home={home} />
      <MovedNotice
        given={given}
        people={list.people}
        from={listHref(filter, home)}
        words={wordsIn(actor.language).team}
      />
      {search === null ? (
        <Notice>This search was somebody else’s, or it is too old to be read. Search again.</Notice>
      ) : null}
      {list.rows.length === 0 ? (
        <NoCases filter={filter} home={home} total={total} mayOpen={may(actor, 'case.open')} />
      ) : (
        <>
          {isMovable ? (
            <MoveForm key={listHref(filter, home)} from={backTo(listHref(filter, home))}>
              {table}
            </MoveForm>
          ) : (
            table
          )}
          <Pages filter={filter} home={home} shown={list.rows.length} total={total} />
        </>
      )}
    </main>
  );
}

/** The form takes a line of at most 300 characters; a longer address comes back to the plain list. */
const LONGEST_RETURN = 300;
const backTo = (href: string) => (href.length <= LONGEST_RETURN ? href : '/cases');

function SavedViews({ filter, home }: { filter: ListFilter; home: Home }) {
  const all = parseListFilter({}, home);
  const view = (label: string, who: ListFilter['who'], closed = false) => ({
    href: listHref({ ...all, who, closed }, home),
    label,
    current: filter.who === who && filter.closed === closed,
  });
  return (
    <Views
      label="Lists of cases"
      views={[
        ...(home === 'mine' ? [view('My open cases', 'mine')] : []),
        view('Everyone’s', 'everyone'),
        view('Without an owner', 'unassigned'),
        view('Closed', filter.closed ? filter.who : 'everyone', true),
      ]}
    />
  );
}

function NoCases({
  filter,
  home,
  total,
  mayOpen,
}: {
  filter: ListFilter;
  home: Home;
  total: number;
  mayOpen: boolean;
}) {
  if (total > 0)
    return (
      <EmptyState
        title="There is no page this far."
        action={<LinkButton href={listHref(withFilter(filter, {}), home)}>First page</LinkButton>}
      />
    );
  if (!isNarrowed(filter) && filter.who !== 'unassigned')
    return (
      <EmptyState
        title={filter.closed ? 'No case has been closed yet.' : 'There are no open cases here.'}
        action={mayOpen && !filter.closed ? <LinkButton href="/cases/new">New case</LinkButton> : null}
      />
    );
  if (!isNarrowed(filter)) return <EmptyState title="Every open case has an owner." />;
  const everywhere = { ...filter, who: 'everyone' as const };
  return (
    <EmptyState
      title={filter.query ? `No case was found under “${filter.query}”.` : 'No case fits these filters.'}
      action={
        <>
          {filter.who === 'everyone' ? null : (
            <LinkButton href={listHref(withFilter(everywhere, {}), home)}>
              Look in everyone’s cases
            </LinkButton>
          )}
          {filter.query && !filter.closed ? (
            <LinkButton href={listHref(withFilter(everywhere, { closed: true }), home)}>
              Look in closed cases
            </LinkButton>
          ) : null}
          <LinkButton href="/cases">Clear all filters</LinkButton>
        </>
      }
    >
      {filter.query
        ? 'A case is found by the start of a name, its number, a phone or member number, or the plan’s reference.'
        : null}
    </EmptyState>
  );
}

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
