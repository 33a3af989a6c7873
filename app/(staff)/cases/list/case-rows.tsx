import { OwnerWord } from '@/components/glyph.tsx';
import type { GridRow } from '@/components/grid-table.tsx';
import { Mark } from '@/components/mark.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMonthDay, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import type { Words } from '@/lib/words/words.ts';
import { sayWaiting } from '@/lib/worklist/clock-sentence.ts';
import type { ListedCase } from '@/lib/worklist/queries.ts';
import { DateLink, daysLeft } from '../../today/clock-due.tsx';
import { ClockFuse } from '../../today/clock-fuse.tsx';
import { languageOf, listDate, withWhom } from './case-bands.ts';
import { SelectCase } from './selection.tsx';
import { UnreadDot } from './unread-dot.tsx';

type CaseWords = Words['caseList'];
type Labels = Words['labels'];

/** One's own cases say with whom they wait; among everybody's, whose they are comes first. */
export function openRow(each: ListedCase, today: LocalDate, all: Words, isOwn: boolean): GridRow {
  const { caseList: words, labels } = all;
  const { next, waiting } = each;
  return {
    key: each.id,
    opens: true,
    cells: {
      ...firstCells(each, words, labels),
      due: next ? (
        <DateLink caseId={each.id} rule={next.rule} on={next.dueOn}>
          {listDate(next.dueOn, today)}
        </DateLink>
      ) : (
        <span className="quiet">{words.noClock}</span>
      ),
      left: next ? daysLeft(next.dueOn, next.owedBy, today) : null,
      side: next ? <OwnerWord side={SIDE_OF[next.owedBy]} word={labels.owedBy[next.owedBy]} /> : null,
      fuse: next ? <ClockFuse {...next} lastReadingOn={each.lastReadingOn} today={today} perDay={3} /> : null,
      stage: <StageCell of={each} stage={labels.stage[each.stage]} urgent={words.urgent} />,
      with: isOwn ? withWhom(each, words) : <Cut text={each.ownerName ?? words.nobody} />,
      waiting: sayWaiting(waiting?.since ?? next?.startsOn ?? null, today),
      contact: each.lastContactOn ? formatMonthDay(each.lastContactOn, today) : words.noContact,
    },
  };
}

export function closedRow(each: ListedCase, today: LocalDate, all: Words): GridRow {
  const { caseList: words, labels } = all;
  const closedOn = each.closed ? pacificToday(each.closed.at) : null;
  return {
    key: each.id,
    opens: true,
    cells: {
      ...firstCells(each, words, labels),
      closed: closedOn ? <time dateTime={closedOn}>{formatShortDate(closedOn, today)}</time> : null,
      outcome: each.closed ? labels.caseOutcome[each.closed.outcome] : null,
      owner: <Cut text={each.ownerName ?? words.nobody} />,
    },
  };
}

/** What rows of either kind have. */
const firstCells = (each: ListedCase, words: CaseWords, labels: Labels): GridRow['cells'] => ({
  select: <SelectCase id={each.id} label={words.bulk.selectCase(each.clientName)} />,
  unread: each.isUnread ? <UnreadDot label={words.unread} /> : null,
  client: (
    <>
      <a href={`/cases/${each.id}`} title={each.clientName} data-open="">
        {each.clientName}
      </a>
      <span className="faint">{each.number}</span>
    </>
  ),
  plan: <Cut text={each.planName ?? words.unknownPlan} />,
  language: <Cut text={languageOf(each, labels)} />,
});

function StageCell({ of, stage, urgent }: { of: ListedCase; stage: string; urgent: string }) {
  return (
    <>
      {stage}
      {of.urgent ? (
        <>
          {' '}
          <Mark kind="urgent">
            <span className="vh">{urgent}</span>
          </Mark>
        </>
      ) : null}
    </>
  );
}

/** What a narrow column cuts off is said on hover. */
const Cut = ({ text }: { text: string }) => <span title={text}>{text}</span>;
