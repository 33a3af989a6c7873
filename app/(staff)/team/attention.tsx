import { LinkButton } from '@/components/button.tsx';
import { formatMonthDay, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { recordHref } from '@/lib/cases/available-records.ts';
import type { Words } from '@/lib/words/words.ts';
import { sentenceOf } from '@/lib/worklist/clock-sentence.ts';
import type { AttentionRow } from '@/lib/workload/queries.ts';
import { DateLink, daysLeft } from '../today/clock-due.tsx';
import { ClockFuse } from '../today/clock-fuse.tsx';
import { Nudge } from './nudge/form.tsx';
import { TakeOver } from './take-over.tsx';

type Mover = { readonly userId: string; readonly words: Words['team'] };

/** Clocks that need a supervisor's eye: whose they are, when someone last touched the case, and what to do about it. */
export function Attention({
  id,
  title,
  count,
  rows,
  more,
  today,
  mover,
}: {
  id: string;
  title: string;
  count: number;
  rows: readonly AttentionRow[];
  more: string;
  today: LocalDate;
  /** Who may move cases and would take them over; null for those who only read. */
  mover: Mover | null;
}) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <header className="sec-h">
        <h2 id={id}>
          {title} <span className="count">{count.toLocaleString('en-US')}</span>
        </h2>
      </header>
      <table className="risk sheet">
        <thead className="vh">
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Left</th>
            <th scope="col">Clock</th>
            <th scope="col">Drawn</th>
            <th scope="col">Owner</th>
            <th scope="col">Last touch</th>
            <th scope="col">Do</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.caseId} ${row.rule}`} row={row} today={today} mover={mover} />
          ))}
        </tbody>
      </table>
      {count > rows.length ? (
        <p className="ag-more">
          <a className="link" href={more}>
            {(count - rows.length).toLocaleString('en-US')} more
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Row({ row, today, mover }: { row: AttentionRow; today: LocalDate; mover: Mover | null }) {
  const { caseId, rule, owedBy, dueOn, startsOn, latestOn, lastReadingOn, clientName } = row;
  const { lead, who, rest } = sentenceOf(row, today);
  return (
    <tr data-row="">
      <td className="r-d">
        <DateLink caseId={caseId} rule={rule} on={dueOn}>
          {formatShortDate(dueOn, today)}
        </DateLink>
      </td>
      <td className="r-l quiet">{daysLeft(dueOn, owedBy, today)}</td>
      <td className="r-s">
        {lead}
        <a href={`/cases/${caseId}`} data-open="">
          <b>{who}</b>
        </a>
        {rest}
      </td>
      <td className="r-f">
        <ClockFuse
          rule={rule}
          owedBy={owedBy}
          startsOn={startsOn}
          dueOn={dueOn}
          latestOn={latestOn}
          lastReadingOn={lastReadingOn}
          today={today}
          perDay={3}
        />
      </td>
      <td>{row.ownerName ?? 'Nobody'}</td>
      <td className="quiet">{row.touchedOn ? `touched ${formatMonthDay(row.touchedOn, today)}` : ''}</td>
      <td className="r-a">
        {mover ? (
          <Acts row={row} mover={mover} />
        ) : (
          <LinkButton href={`/cases/${caseId}`} aria-label={`Open case: ${clientName}`}>
            Open case
          </LinkButton>
        )}
      </td>
    </tr>
  );
}

/** A nudge and a take-over for a case that somebody works; one that nobody has is assigned. */
function Acts({ row, mover: { userId, words } }: { row: AttentionRow; mover: Mover }) {
  const { caseId, rule, dueOn, clientName, ownerId } = row;
  if (ownerId === null)
    return (
      <LinkButton href={recordHref(caseId, 'assignment')} aria-label={words.assignAbout(clientName)}>
        {words.assign}
      </LinkButton>
    );
  if (ownerId === userId)
    return (
      <LinkButton href={`/cases/${caseId}`} aria-label={`Open case: ${clientName}`}>
        Open case
      </LinkButton>
    );
  return (
    <>
      {row.isNudged ? (
        <span className="quiet small nudged">{words.nudgedToday}</span>
      ) : (
        <Nudge
          clock={{ caseId, rule, dueOn }}
          label={words.nudge}
          about={words.nudgeAbout(clientName)}
          failed={words.notNudged}
        />
      )}{' '}
      <TakeOver
        caseId={caseId}
        actorId={userId}
        from="/team"
        label={words.takeOver}
        about={words.takeOverAbout(clientName)}
      />
    </>
  );
}
