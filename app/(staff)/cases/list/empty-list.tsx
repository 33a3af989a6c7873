import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import type { Words } from '@/lib/words/words.ts';
import { type Home, isNarrowed, type ListFilter, listHref, withFilter } from '@/lib/worklist/list-filter.ts';

/** Why a list is empty, and where to look instead. */
export function EmptyList({
  filter,
  home,
  total,
  mayOpen,
  words,
}: {
  filter: ListFilter;
  home: Home;
  total: number;
  mayOpen: boolean;
  words: Words['caseList'];
}) {
  const { empty } = words;
  const to = (change: Partial<ListFilter>) => listHref(withFilter(filter, change), home);
  if (total > 0)
    return (
      <EmptyState title={empty.noPage} action={<LinkButton href={to({})}>{empty.firstPage}</LinkButton>} />
    );
  if (!isNarrowed(filter) && filter.who !== 'unassigned')
    return (
      <EmptyState
        title={filter.closed ? empty.noneClosed : empty.noneOpen}
        action={mayOpen && !filter.closed ? <LinkButton href="/cases/new">{empty.newCase}</LinkButton> : null}
      />
    );
  if (!isNarrowed(filter)) return <EmptyState title={empty.allOwned} />;
  return (
    <EmptyState
      title={filter.query ? empty.notFound(filter.query) : empty.noneFits}
      action={
        <>
          {filter.who === 'everyone' ? null : (
            <LinkButton href={to({ who: 'everyone' })}>{empty.inEveryones}</LinkButton>
          )}
          {filter.query && !filter.closed ? (
            <LinkButton href={to({ who: 'everyone', closed: true })}>{empty.inClosed}</LinkButton>
          ) : null}
          <LinkButton href={`/cases?who=${home}`}>{words.filters.clear}</LinkButton>
        </>
      }
    >
      {filter.query ? empty.howFound : null}
    </EmptyState>
  );
}
