import { PopOut } from '@/components/pop-out.tsx';
import { Views } from '@/components/views.tsx';
import type { SavedView } from '@/lib/saved-views/queries.ts';
import type { Words } from '@/lib/words/words.ts';
import { type Home, type ListFilter, listHref, viewFilter, viewParams } from '@/lib/worklist/list-filter.ts';
import { SaveView } from '../views/form.tsx';

/** As many saved views as stand beside those that everybody has; the rest are a click further. */
const BESIDE = 2;

/** The saved view that shows exactly this list; a search shows no view's. */
export const currentView = (
  views: readonly SavedView[],
  filter: ListFilter,
  home: Home,
): SavedView | undefined => {
  const params = viewParams(filter, home);
  return filter.query === '' ? views.find((view) => view.params === params) : undefined;
};

/** The lists everybody has, the saved ones, and a way to keep the one that is shown. */
export function ViewTabs({
  filter,
  home,
  views,
  mayShare,
  words,
}: {
  filter: ListFilter;
  home: Home;
  views: readonly SavedView[];
  mayShare: boolean;
  words: Words['caseList'];
}) {
  const current = currentView(views, filter, home);
  const all = viewFilter('', home);
  const everybodys = (label: string, who: ListFilter['who'], closed = false) => ({
    href: listHref({ ...all, who, closed }, home),
    label,
    current: !current && filter.who === who && filter.closed === closed,
  });
  const tab = (view: SavedView) => ({
    href: listHref(viewFilter(view.params, home), home),
    label: view.name,
    current: view === current,
  });
  const beside = views.slice(0, BESIDE);
  if (current && !beside.includes(current)) beside.push(current);
  const further = views.filter((view) => !beside.includes(view));
  return (
    <Views
      label={words.views.label}
      views={[
        ...(home === 'mine' ? [everybodys(words.views.mine, 'mine')] : []),
        ...beside.map(tab),
        everybodys(words.views.unassigned, 'unassigned'),
        everybodys(words.views.everyone, 'everyone'),
        everybodys(words.views.closed, filter.closed ? filter.who : 'everyone', true),
      ]}
    >
      {further.length > 0 ? (
        <PopOut look="more-views" isList hasChevron summary={words.views.more}>
          <ul>
            {further.map((view) => (
              <li key={view.id}>
                <a href={tab(view).href}>{view.name}</a>
              </li>
            ))}
          </ul>
        </PopOut>
      ) : null}
      <SaveView
        key={viewParams(filter, home)}
        params={viewParams(filter, home)}
        own={current?.isOwn ? current : null}
        mayShare={mayShare}
        isSearching={filter.query !== ''}
        words={{ open: words.views.save, manage: words.views.manage, ...words.saveView }}
      />
    </Views>
  );
}
