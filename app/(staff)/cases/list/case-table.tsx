import type { ReactNode } from 'react';
import { FuseScale } from '@/components/fuse.tsx';
import { type GridColumn, GridTable } from '@/components/grid-table.tsx';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { Words } from '@/lib/words/words.ts';
import { type Home, type ListFilter, listHref, type Sort, withFilter } from '@/lib/worklist/list-filter.ts';
import type { CaseList } from '@/lib/worklist/queries.ts';
import { bandsOf } from './case-bands.ts';
import { CaseCards } from './case-cards.tsx';
import { closedRow, openRow } from './case-rows.tsx';
import { SelectAll } from './selection.tsx';

/** The cases of one page, past their date first, each with a box to choose it by; under them what can be done with the chosen. */
export function CaseTable({
  list,
  filter,
  home,
  today,
  caption,
  words: all,
  foot,
}: {
  list: CaseList;
  filter: ListFilter;
  home: Home;
  today: LocalDate;
  caption: string;
  words: Words;
  foot: ReactNode;
}) {
  const words = all.caseList;
  const isOwn = filter.who === 'mine';
  const bands = bandsOf(list, filter, today, words);
  const rowOf = filter.closed ? closedRow : openRow;
  return (
    <GridTable
      caption={caption}
      columns={[
        {
          key: 'select',
          head: <SelectAll label={words.bulk.selectAll} name={words.bulk.select} />,
          className: 'c-x',
        },
        { key: 'unread', head: <span className="vh">{words.columns.unread}</span>, className: 'c-u' },
        ...(filter.closed ? closedColumns(words) : openColumns(filter, home, words, isOwn)),
      ]}
      rowHead="client"
      bands={bands.map((band) => ({
        ...band,
        rows: band.cases.map((each) => rowOf(each, today, all, isOwn)),
      }))}
      cards={<CaseCards bands={bands} today={today} words={all} />}
      foot={foot}
    />
  );
}

function openColumns(
  filter: ListFilter,
  home: Home,
  { columns: words }: Words['caseList'],
  isOwn: boolean,
): GridColumn[] {
  const sort = (by: Sort): GridColumn['sort'] => {
    const isCurrent = filter.sort === by;
    return {
      href: listHref(withFilter(filter, { sort: by, descending: isCurrent && !filter.descending }), home),
      ...(isCurrent && { direction: filter.descending ? 'descending' : 'ascending' }),
    };
  };
  return [
    { key: 'client', head: words.client, className: 'c-n', sort: sort('client') },
    { key: 'due', head: words.due, span: 3, className: 'c-d', sort: sort('due') },
    { key: 'left', head: null, className: 'c-l' },
    { key: 'side', head: null, className: 'c-s' },
    {
      key: 'fuse',
      head: (
        <>
          <FuseScale width={140} perDay={3} />
          <span className="vh">{words.fuse}</span>
        </>
      ),
      className: 'c-f',
    },
    { key: 'stage', head: words.stage, className: 'c-st' },
    { key: 'plan', head: words.plan, className: 'c-p' },
    { key: 'with', head: isOwn ? words.withWhom : words.owner, className: 'c-o' },
    { key: 'waiting', head: words.waiting, className: 'c-wt', sort: sort('waiting') },
    { key: 'contact', head: words.contact, className: 'c-lc', sort: sort('contact') },
    { key: 'language', head: words.language, className: 'c-la' },
  ];
}

const closedColumns = ({ columns: words }: Words['caseList']): GridColumn[] => [
  { key: 'client', head: words.client, className: 'c-n' },
  { key: 'closed', head: words.closed, className: 'c-d' },
  { key: 'outcome', head: words.outcome },
  { key: 'plan', head: words.plan, className: 'c-p' },
  { key: 'owner', head: words.owner, className: 'c-o' },
  { key: 'language', head: words.language, className: 'c-la' },
];
