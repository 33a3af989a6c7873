import { formatDayCount, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { DeadlinePreview, PreviewedReminder } from '@/lib/deadlines/preview.ts';

const SHOWN_ADDED = 6;
const SHOWN_CANCELED = 2;

/** The reminders that saving adds and cancels, under the clock each is of. */
export function RemindersPreview({ preview }: { preview: DeadlinePreview }) {
  const { remindersAdded: added, remindersCanceled: canceled } = preview;
  if (added.length === 0 && canceled.length === 0) return null;
  const titles = [...new Set([...added, ...canceled].map(({ title }) => title))];
  const counts = [
    added.length > 0 ? `${added.length} added` : null,
    canceled.length > 0 ? `${canceled.length} canceled` : null,
  ].filter(Boolean);
  return (
    <div>
      <h3>
        Reminders <span className="count">{counts.join(', ')}</span>
      </h3>
      {titles.map((title) => (
        <RemindersOfClock
          key={title}
          title={titles.length > 1 ? title : null}
          added={added.filter((reminder) => reminder.title === title)}
          canceled={canceled.filter((reminder) => reminder.title === title)}
          today={preview.today}
        />
      ))}
    </div>
  );
}

function RemindersOfClock({
  title,
  added,
  canceled,
  today,
}: {
  title: string | null;
  added: readonly PreviewedReminder[];
  canceled: readonly PreviewedReminder[];
  today: LocalDate;
}) {
  const restCount = Math.max(added.length - SHOWN_ADDED, 0) + Math.max(canceled.length - SHOWN_CANCELED, 0);
  return (
    <>
      {title ? <p className="small quiet">{title}</p> : null}
      <ul className="remlist">
        {added.slice(0, SHOWN_ADDED).map(({ on, rung }) => (
          <li key={rung}>
            <time dateTime={on}>{dayOf(on, today)}</time>
            <span className="quiet">{rungWords(rung)}</span>
          </li>
        ))}
        {canceled.slice(0, SHOWN_CANCELED).map(({ on, rung }) => (
          <li key={`${rung}-canceled`} className="gone">
            <time dateTime={on}>{dayOf(on, today)}</time>
            <span>{rungWords(rung)}, canceled</span>
          </li>
        ))}
        {restCount > 0 ? (
          <li className="quiet">
            <span />
            <span>and {restCount} more</span>
          </li>
        ) : null}
      </ul>
    </>
  );
}

/** Without its weekday, so that a list of them stays narrow. */
const dayOf = (on: LocalDate, today: LocalDate): string => formatShortDate(on, today).slice(4);

const RUNG_WORDS: Readonly<Record<string, string>> = {
  overdue: 'now, since its day is over',
  opened: 'the day after, if silent',
  lapsed: 'afterwards, if missed',
  'at-once': 'at once',
  'half-way': 'half way',
  'last-hours': 'in its last working hours',
};

function rungWords(rung: string): string {
  const words = RUNG_WORDS[rung];
  if (words) return words;
  const days = Number(rung.replace('T-', ''));
  return days === 0 ? 'due that day' : `${formatDayCount(days)} before`;
}
