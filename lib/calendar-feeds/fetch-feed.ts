import { hashOfToken } from '../access/access-links.ts';
import { systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { serializeCalendar } from '../calendar-files/serialize-calendar.ts';
import type { Database } from '../db/client.ts';
import { inLedger, inOffice } from '../db/unit-of-work.ts';
import { recordIdIn } from '../input-fields.ts';
import { calendarDaysOf, SUBSCRIPTION } from './calendar-days.ts';
import { changedEntries, type Entry, keyOf, listedEntries } from './changed-entries.ts';
import { summaryOf } from './entry-words.ts';
import { tokenIn } from './feed-address.ts';
import { findHolder, listDueClocks, listEntries } from './queries.ts';
import { lockFeed, putEntries, putFetch } from './repository.ts';
import { mayHaveFeed } from './rules.ts';

export type FeedRequest = {
  /** The two parts of the address, as they came. */
  readonly officeId: string;
  readonly file: string;
  readonly subscriber: string;
};

/**
 * The calendar at an address, as its person may see it at `now`; null where nothing stands. What it says anew is kept, so
 * that the next file tells it as the same or as changed.
 */
export async function fetchFeed(
  db: Database,
  { officeId: given, file, subscriber }: FeedRequest,
  appUrl: string,
  now: Date,
): Promise<string | null> {
  const [officeId, token] = [recordIdIn(given), tokenIn(file)];
  if (officeId === null || token === null) return null;
  const today = pacificToday(now);
  const holder = await inOffice(db, systemActor(officeId), today, (tx) => findHolder(tx, hashOfToken(token)));
  if (!holder || !mayHaveFeed(holder.person)) return null;
  const { feedId, person } = holder;
  return inLedger(db, person, today, async (tx) => {
    if (!(await lockFeed(tx, feedId))) return null;
    const due = (await listDueClocks(tx, person.userId, today)).map((clock) => ({
      caseId: clock.caseId,
      rule: clock.rule,
      dueOn: clock.dueOn,
      summary: summaryOf(clock, today),
    }));
    const told = await listEntries(tx, feedId);
    const changed = changedEntries(told, due, now);
    await putEntries(tx, officeId, feedId, changed);
    await putFetch(tx, officeId, feedId, subscriber, now);
    const listed = listedEntries(merged(told, changed), now);
    return serializeCalendar(calendarDaysOf(feedId, listed, appUrl), now, SUBSCRIPTION);
  });
}

const merged = (told: readonly Entry[], changed: readonly Entry[]): Entry[] => [
  ...new Map([...told, ...changed].map((entry) => [keyOf(entry), entry])).values(),
];
