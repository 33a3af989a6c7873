import { createHash } from 'node:crypto';
import type { CalendarDay, Subscription } from '../calendar-files/serialize-calendar.ts';
import { type Entry, keyOf } from './changed-entries.ts';

export const SUBSCRIPTION: Subscription = { name: 'Recourse deadlines', refreshSeconds: 3_600 };

const LAG_WARNING = 'Calendars lag, sometimes by a day: Recourse’s own reminders are what counts.';

/** The entries of one feed as days of a calendar file; each leads to its case, which asks who is there. */
export const calendarDaysOf = (feedId: string, entries: readonly Entry[], appUrl: string): CalendarDay[] =>
  entries.map((entry) => ({
    uid: uidOf(feedId, entry),
    on: entry.dueOn,
    summary: entry.summary,
    description: `${LAG_WARNING}\n${appUrl}/cases/${entry.caseId}`,
    history: {
      sequence: entry.sequence,
      createdAt: entry.createdAt,
      modifiedAt: entry.modifiedAt,
      isCanceled: entry.canceledAt !== null,
    },
  }));

/**
 * The same for as long as the feed stands. The numbers of its changes are the feed's own, so another feed's event of the
 * same clock is another event; and a hash tells nobody which rule it is.
 */
const uidOf = (feedId: string, entry: Entry): string =>
  `${createHash('sha256')
    .update(`${feedId} ${keyOf(entry)}`)
    .digest('hex')
    .slice(0, 40)}@recourse`;
