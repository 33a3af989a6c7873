'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { Mark } from '@/components/mark.tsx';
import { TimeRail } from '@/components/rail/time-rail.tsx';
import { formatDayCount, formatShortDate } from '@/lib/calendar/format-date.ts';
import { daysBetween, isAfter, type LocalDate } from '@/lib/calendar/local-date.ts';
import type { RunningClock } from '@/lib/cases/case-form.ts';
import type { ImrStanding } from '@/lib/deadlines/assessment.ts';
import type { DeadlinePreview, PreviewedClock } from '@/lib/deadlines/preview.ts';
import type { RecordPreview } from './preview-record.ts';
import { changesIn, isIfSilent } from './preview-rows.ts';
import { RemindersPreview } from './reminders-preview.tsx';
import { RunningClocks } from './running-clocks.tsx';
import { WhoseClock } from './whose-clock.tsx';

const SHOWN_STEPS = 2;

/** The clocks as they stand, for as long as nothing that could be saved is typed. */
export const ClocksNow = createContext<readonly RunningClock[]>([]);

/** What saving does to the case's clocks: each that changes, now and after; reminders; the next step. */
export function ClocksPreview({ preview }: { preview: RecordPreview | null }) {
  const clocksNow = useContext(ClocksNow);
  if (!preview)
    return (
      <>
        <p className="quiet">What saving does to the clocks appears here as you type.</p>
        {clocksNow.length > 0 ? <RunningClocks clocks={clocksNow} none="" /> : null}
      </>
    );
  const { changed, unchangedCount } = changesIn(preview);
  const opening = openingRow(preview);
  const reading = readingRow(preview);
  return (
    <div id="preview">
      {preview.rail ? (
        <TimeRail model={preview.rail} widths={[668, 358]} withKey={false} withTable={false} />
      ) : null}
      {changed.length === 0 && !opening && !reading ? (
        <p className="quiet">No clock changes.</p>
      ) : (
        <table className="pv-t">
          <thead>
            <tr>
              <th scope="col">Clock</th>
              <th scope="col">Now</th>
              <th scope="col">After saving</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((row) => (
              <tr key={row.rule}>
                <th scope="row">
                  {row.title} <WhoseClock owedBy={row.owedBy} />
                </th>
                <td>
                  <Before rule={row.rule} clock={row.before} after={row.after} today={preview.today} />
                </td>
                <td>
                  <After rule={row.rule} clock={row.after} before={row.before} today={preview.today} />
                </td>
              </tr>
            ))}
            {opening}
            {reading}
          </tbody>
        </table>
      )}
      {unchangedCount > 0 && changed.length > 0 ? (
        <p className="quiet small">
          {unchangedCount === 1
            ? 'One other clock stays as it is.'
            : `${unchangedCount} other clocks stay as they are.`}
        </p>
      ) : null}
      <Reasons preview={preview} />
      <div className="pv-two">
        <RemindersPreview preview={preview} />
        {preview.nextSteps.length > 0 ? (
          <div>
            <h3>{preview.nextSteps.length === 1 ? 'Next step' : 'Next steps'}</h3>
            {preview.nextSteps.slice(0, SHOWN_STEPS).map(({ text }) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** The same in one sentence, for a phone, where the table is below the button. */
export function ClocksSentence({ preview }: { preview: DeadlinePreview }) {
  const { changed } = changesIn(preview);
  const set = changed.find(({ after }) => after?.status === 'open');
  const count = preview.remindersAdded.length;
  const canceledCount = preview.remindersCanceled.length;
  return (
    <>
      {set?.after ? (
        <>
          Saving sets <strong>{formatShortDate(set.after.dueOn, preview.today)}</strong> as the last day to{' '}
          {set.title.charAt(0).toLowerCase() + set.title.slice(1)},{' '}
          {formatDayCount(daysBetween(preview.today, set.after.dueOn))} from today
          {count > 0 ? `, and ${count === 1 ? '1 reminder' : `${count} reminders`}` : ''}.
        </>
      ) : changed.length > 0 ? (
        'Saving ends clocks and sets no new one.'
      ) : (
        'Saving changes no clock.'
      )}{' '}
      {canceledCount > 0
        ? `It cancels ${canceledCount === 1 ? '1 reminder' : `${canceledCount} reminders`}. `
        : null}
      <a className="link" href="#preview">
        See all of it
      </a>
    </>
  );
}

function Day({ on, today }: { on: LocalDate; today: LocalDate }) {
  return <time dateTime={on}>{formatShortDate(on, today)}</time>;
}

type CellProps = { rule: string; today: LocalDate };

function Before({
  rule,
  clock,
  after,
  today,
}: CellProps & { clock: PreviewedClock | null; after: PreviewedClock | null }) {
  if (!clock || clock.status === 'moot') return <span className="quiet">none</span>;
  const day = <Day on={clock.dueOn} today={today} />;
  const isGone = after?.dueOn !== clock.dueOn;
  if (clock.status === 'met' || clock.status === 'late')
    return (
      <>
        {after && isGone ? (
          <>
            <s>{day}</s>
            <br />
          </>
        ) : null}
        <Acted clock={clock} today={today} />
      </>
    );
  return (
    <>
      {isGone ? <s>{day}</s> : day}
      {isIfSilent(rule, clock, today) ? ', if silent' : null}
    </>
  );
}

function After({
  rule,
  clock,
  before,
  today,
}: CellProps & { clock: PreviewedClock | null; before: PreviewedClock | null }) {
  if (!clock) return <span className="quiet">no longer runs</span>;
  const day = <Day on={clock.dueOn} today={today} />;
  switch (clock.status) {
    case 'moot':
      return <span className="quiet">no longer needed</span>;
    case 'met':
    case 'late':
      return (
        <>
          {before && before.dueOn !== clock.dueOn ? (
            <>
              <strong>{day}</strong>
              <br />
            </>
          ) : null}
          <Acted clock={clock} today={today} />
        </>
      );
    case 'overdue':
      return (
        <Mark kind="late">
          <span>
            {day}, {formatDayCount(daysBetween(clock.dueOn, today))} ago
          </span>
        </Mark>
      );
    case 'open': {
      const isNew = before?.dueOn !== clock.dueOn;
      return (
        <>
          {isNew ? <strong>{day}</strong> : day}
          {isIfSilent(rule, clock, today) ? ', if silent' : null}
          <br /> <span className="quiet">{formatLeft(clock.dueOn, today)}</span>
        </>
      );
    }
  }
}

function formatLeft(dueOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueOn);
  return days === 0 ? 'today' : formatDayCount(days);
}

function Acted({ clock, today }: { clock: PreviewedClock; today: LocalDate }) {
  const on = clock.actedOn ? (
    <>
      , <Day on={clock.actedOn} today={today} />
    </>
  ) : null;
  return clock.status === 'late' ? (
    <Mark kind="late">
      <span>Late{on}</span>
    </Mark>
  ) : (
    <Mark kind="met">
      <span>Met{on}</span>
    </Mark>
  );
}

function openingRow({ imrBefore, imrAfter, today }: DeadlinePreview): ReactNode {
  const before = imrBefore ? openingWords(imrBefore, today) : 'none';
  const after = openingWords(imrAfter, today);
  if (before === after) return null;
  return (
    <tr>
      <th scope="row">
        IMR opens <WhoseClock owedBy="client" />
      </th>
      <td className={imrBefore?.availableFrom ? undefined : 'quiet'}>{before}</td>
      <td className={imrAfter.availableFrom ? undefined : 'quiet'}>{after}</td>
    </tr>
  );
}

function openingWords({ availability, availableFrom, openedBy }: ImrStanding, today: LocalDate): string {
  if (availability === 'filed') return 'applied for';
  if (availability === 'decided') return 'decided';
  if (availability === 'unavailable') return 'not available';
  if (!availableFrom) return 'not yet';
  const isSilence = openedBy === 'ca.imr.open.silence' || openedBy === 'cdi.appeal.silence';
  const condition = isSilence && isAfter(availableFrom, today) ? ', if silent' : '';
  return `${formatShortDate(availableFrom, today)}${condition}`;
}

function readingRow({ imrBefore, imrAfter, today }: DeadlinePreview): ReactNode {
  const before = readingWords(imrBefore, today);
  const after = readingWords(imrAfter, today);
  if (before === after) return null;
  return (
    <tr>
      <th scope="row">Other reading</th>
      <td className="quiet">{before}</td>
      <td className="quiet">{after}</td>
    </tr>
  );
}

const readingWords = (standing: ImrStanding | null, today: LocalDate): string =>
  standing?.otherReadings.map(({ fileBy }) => formatShortDate(fileBy, today)).join(', ') || 'none';

/** What the law makes of it that it did not before: flags come with their citation. */
function Reasons({ preview: { imrBefore, imrAfter } }: { preview: DeadlinePreview }) {
  const known = new Set(imrBefore?.reasons.map(({ text }) => text));
  const added = imrAfter.reasons.filter(({ text }) => !known.has(text));
  if (added.length === 0) return null;
  return (
    <ul className="pv-why">
      {added.map(({ text, citations }) => (
        <li key={text}>
          {text} {citations[0] ? <cite className="quiet small">{citations[0].law}</cite> : null}
        </li>
      ))}
    </ul>
  );
}
