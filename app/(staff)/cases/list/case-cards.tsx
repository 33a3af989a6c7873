import { OwnerWord } from '@/components/glyph.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { STAGE_LABELS } from '@/lib/cases/stage.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import { CASE_OUTCOME_LABELS, OWED_BY_LABELS } from '@/lib/labels.ts';
import type { ListedCase } from '@/lib/worklist/queries.ts';
import { daysLeft } from '../../today/clock-due.tsx';
import { ClockFuse } from '../../today/clock-fuse.tsx';
import { type CaseBand, listDate } from './case-bands.ts';

/** The same list on a phone: one card a case, the whole of it one link. */
export function CaseCards({ bands, today }: { bands: readonly CaseBand[]; today: LocalDate }) {
  return (
    <ul className="cards">
      {bands.flatMap((band) => [
        <li className="band" key={band.key}>
          {band.title} <span className="count">{band.count.toLocaleString('en-US')}</span>
        </li>,
        ...band.cases.map((each) => <Card key={each.id} of={each} today={today} />),
      ])}
    </ul>
  );
}

function Card({ of, today }: { of: ListedCase; today: LocalDate }) {
  const { next, closed } = of;
  return (
    <li>
      <a className="cc-n" href={`/cases/${of.id}`}>
        {of.clientName}
      </a>
      <span className="cc-d">
        {next ? (
          <>
            <time dateTime={next.dueOn}>{listDate(next.dueOn, today)}</time>{' '}
            <span className="left">{daysLeft(next.dueOn, next.owedBy, today)}</span>{' '}
            <OwnerWord side={SIDE_OF[next.owedBy]} word={OWED_BY_LABELS[next.owedBy]} />
          </>
        ) : closed ? (
          `Closed ${formatShortDate(pacificToday(closed.at), today)}`
        ) : (
          'No clock runs'
        )}
      </span>
      <span className="cc-m">
        {[closed ? CASE_OUTCOME_LABELS[closed.outcome] : STAGE_LABELS[of.stage], of.planName]
          .filter(Boolean)
          .join(', ')}
        {of.urgent ? ', urgent' : null}
      </span>
      {next ? (
        <ClockFuse {...next} lastReadingOn={of.lastReadingOn} today={today} perDay={2} withToday />
      ) : null}
    </li>
  );
}
