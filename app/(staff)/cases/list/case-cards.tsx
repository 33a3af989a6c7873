import { OwnerWord } from '@/components/glyph.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import type { Words } from '@/lib/words/words.ts';
import type { ListedCase } from '@/lib/worklist/queries.ts';
import { daysLeft } from '../../today/clock-due.tsx';
import { ClockFuse } from '../../today/clock-fuse.tsx';
import { type CaseBand, listDate } from './case-bands.ts';
import { UnreadDot } from './unread-dot.tsx';

/** The same list on a phone: one card a case, the whole of it one link. */
export function CaseCards({
  bands,
  today,
  words,
}: {
  bands: readonly CaseBand[];
  today: LocalDate;
  words: Words;
}) {
  return (
    <ul className="cards">
      {bands.flatMap((band) => [
        <li className="band" key={band.key}>
          {band.title} <span className="count">{band.count.toLocaleString('en-US')}</span>
        </li>,
        ...band.cases.map((each) => <Card key={each.id} of={each} today={today} words={words} />),
      ])}
    </ul>
  );
}

function Card({ of, today, words }: { of: ListedCase; today: LocalDate; words: Words }) {
  const { next, closed } = of;
  const { caseList, labels } = words;
  return (
    <li data-row="">
      <a className="cc-n" href={`/cases/${of.id}`} data-open="">
        {of.isUnread ? <UnreadDot label={caseList.unread} /> : null}
        {of.clientName}
      </a>
      <span className="cc-d">
        {next ? (
          <>
            <time dateTime={next.dueOn}>{listDate(next.dueOn, today)}</time>{' '}
            <span className="left">{daysLeft(next.dueOn, next.owedBy, today)}</span>{' '}
            <OwnerWord side={SIDE_OF[next.owedBy]} word={labels.owedBy[next.owedBy]} />
          </>
        ) : closed ? (
          caseList.closedOn(formatShortDate(pacificToday(closed.at), today))
        ) : (
          caseList.noClock
        )}
      </span>
      <span className="cc-m">
        {[closed ? labels.caseOutcome[closed.outcome] : labels.stage[of.stage], of.planName]
          .filter(Boolean)
          .join(', ')}
        {of.urgent ? `, ${caseList.urgent}` : null}
      </span>
      {next ? (
        <ClockFuse {...next} lastReadingOn={of.lastReadingOn} today={today} perDay={2} withToday />
      ) : null}
    </li>
  );
}
