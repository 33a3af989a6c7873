import { FuseScale } from '@/components/fuse.tsx';
import { OwnerWord } from '@/components/glyph.tsx';
import { type GridColumn, type GridRow, GridTable } from '@/components/grid-table.tsx';
import { Mark } from '@/components/mark.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMonthDay, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { STAGE_LABELS } from '@/lib/cases/stage.ts';
import type { OwedBy } from '@/lib/db/vocabulary.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import { CASE_OUTCOME_LABELS, LANGUAGE_NAMES, OWED_BY_LABELS } from '@/lib/labels.ts';
import { sayWaiting } from '@/lib/worklist/clock-sentence.ts';
import { type Home, type ListFilter, listHref, type Sort, withFilter } from '@/lib/worklist/list-filter.ts';
import type { CaseList, ListedCase } from '@/lib/worklist/queries.ts';
import { DateLink, daysLeft } from '../../today/clock-due.tsx';
import { ClockFuse } from '../../today/clock-fuse.tsx';
import { bandsOf, listDate } from './case-bands.ts';
import { CaseCards } from './case-cards.tsx';
import { MoveBar, SelectAll, SelectCase } from './move-form.tsx';

/** The cases of one page, past their date first; where cases can be moved, each has a box. */
export function CaseTable({
  list,
  filter,
  home,
  today,
  caption,
  isMovable,
}: {
  list: CaseList;
  filter: ListFilter;
  home: Home;
  today: LocalDate;
  caption: string;
  isMovable: boolean;
}) {
  const isOwn = filter.who === 'mine';
  const bands = bandsOf(list, filter, today);
  return (
    <GridTable
      caption={caption}
      columns={filter.closed ? closedColumns() : openColumns(filter, home, isMovable, isOwn)}
      rowHead="client"
      bands={bands.map((band) => ({
        ...band,
        rows: band.cases.map((each) =>
          filter.closed ? closedRow(each, today) : openRow(each, today, isMovable, isOwn),
        ),
      }))}
      cards={<CaseCards bands={bands} today={today} />}
      foot={isMovable ? <MoveBar people={list.people} /> : undefined}
    />
  );
}

function openColumns(filter: ListFilter, home: Home, isMovable: boolean, isOwn: boolean): GridColumn[] {
  const sort = (by: Sort): GridColumn['sort'] => {
    const isCurrent = filter.sort === by;
    return {
      href: listHref(withFilter(filter, { sort: by, descending: isCurrent && !filter.descending }), home),
      ...(isCurrent && { direction: filter.descending ? 'descending' : 'ascending' }),
    };
  };
  return [
    ...(isMovable ? [{ key: 'select', head: <SelectAll />, className: 'c-x' }] : []),
    { key: 'client', head: 'Client', className: 'c-n', sort: sort('client') },
    { key: 'due', head: 'Next deadline', span: 3, className: 'c-d', sort: sort('due') },
    { key: 'left', head: null, className: 'c-l' },
    { key: 'side', head: null, className: 'c-s' },
    {
      key: 'fuse',
      head: (
        <>
          <FuseScale width={140} perDay={3} />
          <span className="vh">Time left, drawn</span>
        </>
      ),
      className: 'c-f',
    },
    { key: 'stage', head: 'Stage', className: 'c-st' },
    { key: 'plan', head: 'Plan', className: 'c-p' },
    ...(isOwn
      ? [
          { key: 'with', head: 'With whom', className: 'c-o' },
          { key: 'waiting', head: 'Waiting', className: 'c-wt', sort: sort('waiting') },
        ]
      : [{ key: 'with', head: 'Owner', className: 'c-o' }]),
    { key: 'contact', head: 'Last contact', className: 'c-lc', sort: sort('contact') },
    { key: 'language', head: 'Language', className: 'c-la' },
  ];
}

function openRow(each: ListedCase, today: LocalDate, isMovable: boolean, isOwn: boolean): GridRow {
  const { next } = each;
  return {
    key: each.id,
    cells: {
      ...(isMovable && { select: <SelectCase id={each.id} name={each.clientName} /> }),
      client: <CaseName of={each} />,
      due: next ? (
        <DateLink caseId={each.id} rule={next.rule} on={next.dueOn}>
          {listDate(next.dueOn, today)}
        </DateLink>
      ) : (
        <span className="quiet">No clock runs</span>
      ),
      left: next ? daysLeft(next.dueOn, next.owedBy, today) : null,
      side: next ? <OwnerWord side={SIDE_OF[next.owedBy]} word={OWED_BY_LABELS[next.owedBy]} /> : null,
      fuse: next ? <ClockFuse {...next} lastReadingOn={each.lastReadingOn} today={today} perDay={3} /> : null,
      stage: (
        <>
          {STAGE_LABELS[each.stage]}
          {each.urgent ? (
            <>
              {' '}
              <Mark kind="urgent">
                <span className="vh">urgent</span>
              </Mark>
            </>
          ) : null}
        </>
      ),
      plan: <span title={each.planName ?? undefined}>{each.planName ?? 'Not known'}</span>,
      with: isOwn ? (
        withWhom(each)
      ) : (
        <span title={each.ownerName ?? undefined}>{each.ownerName ?? 'Nobody'}</span>
      ),
      waiting: next ? sayWaiting(next.startsOn, today) : '',
      contact: each.lastContactOn ? formatMonthDay(each.lastContactOn, today) : 'none',
      language: languageOf(each),
    },
  };
}

const OTHERS: Readonly<Record<Exclude<OwedBy, 'client'>, string>> = {
  plan: 'Plan',
  regulator: 'Department',
  reviewer: 'Reviewer',
};

/** Who has the next move: the other side, or on our side the case's owner. */
const withWhom = ({ next, ownerName }: ListedCase): string =>
  next && next.owedBy !== 'client' ? OTHERS[next.owedBy] : (ownerName?.split(' ')[0] ?? 'Nobody');

const languageOf = ({ language, languageNote }: ListedCase): string =>
  language === 'other' && languageNote ? languageNote : LANGUAGE_NAMES[language];

const closedColumns = (): GridColumn[] => [
  { key: 'client', head: 'Client', className: 'c-n' },
  { key: 'closed', head: 'Closed', className: 'c-d' },
  { key: 'outcome', head: 'Outcome' },
  { key: 'plan', head: 'Plan', className: 'c-p' },
  { key: 'owner', head: 'Owner', className: 'c-o' },
  { key: 'language', head: 'Language', className: 'c-la' },
];

function closedRow(each: ListedCase, today: LocalDate): GridRow {
  const closedOn = each.closed ? pacificToday(each.closed.at) : null;
  return {
    key: each.id,
    cells: {
      client: <CaseName of={each} />,
      closed: closedOn ? <time dateTime={closedOn}>{formatShortDate(closedOn, today)}</time> : null,
      outcome: each.closed ? CASE_OUTCOME_LABELS[each.closed.outcome] : null,
      plan: <span title={each.planName ?? undefined}>{each.planName ?? 'Not known'}</span>,
      owner: each.ownerName ?? 'Nobody',
      language: languageOf(each),
    },
  };
}

function CaseName({ of }: { of: ListedCase }) {
  return (
    <>
      <a href={`/cases/${of.id}`} title={of.clientName}>
        {of.clientName}
      </a>
      <span className="faint">{of.number}</span>
    </>
  );
}
