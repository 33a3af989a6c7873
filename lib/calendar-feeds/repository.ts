import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { calendarEntries, calendarFeeds, calendarFetches } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Entry } from './changed-entries.ts';

/** Keeps the hash of a new address; null when the person has one that stands. */
export async function insertFeed(
  unit: UnitOfWork,
  userId: string,
  tokenHash: string,
): Promise<string | null> {
  const [row] = await unit.tx
    .insert(calendarFeeds)
    .values({ officeId: unit.actor.officeId, userId, tokenHash, createdAt: unit.now })
    .onConflictDoNothing()
    .returning({ id: calendarFeeds.id });
  return row?.id ?? null;
}

/** Ends the person's address; false when they have none. */
export async function setFeedRevoked(unit: UnitOfWork, userId: string): Promise<boolean> {
  const rows = await unit.tx
    .update(calendarFeeds)
    .set({ revokedAt: unit.now })
    .where(and(eq(calendarFeeds.userId, userId), isNull(calendarFeeds.revokedAt)))
    .returning({ id: calendarFeeds.id });
  return rows.length > 0;
}

/** Holds a feed until the transaction ends, so that each change gets one number; false when it was revoked meanwhile. */
export async function lockFeed(tx: Transaction, feedId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: calendarFeeds.id })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.id, feedId), isNull(calendarFeeds.revokedAt)))
    .for('update');
  return rows.length > 0;
}

/** So many rows of ten values each stay below what one statement may carry, which is 65,535 values. */
const ROWS_A_STATEMENT = 1_000;

export async function putEntries(
  tx: Transaction,
  officeId: string,
  feedId: string,
  entries: readonly Entry[],
): Promise<void> {
  for (let from = 0; from < entries.length; from += ROWS_A_STATEMENT)
    await tx
      .insert(calendarEntries)
      .values(entries.slice(from, from + ROWS_A_STATEMENT).map((entry) => ({ officeId, feedId, ...entry })))
      .onConflictDoUpdate({
        target: [calendarEntries.feedId, calendarEntries.caseId, calendarEntries.rule],
        set: {
          dueOn: sql`excluded.due_on`,
          summary: sql`excluded.summary`,
          sequence: sql`excluded.sequence`,
          modifiedAt: sql`excluded.modified_at`,
          canceledAt: sql`excluded.canceled_at`,
        },
      });
}

export const putFetch = (
  tx: Transaction,
  officeId: string,
  feedId: string,
  subscriber: string,
  at: Date,
): Promise<unknown> =>
  tx
    .insert(calendarFetches)
    .values({ officeId, feedId, subscriber, firstAt: at, lastAt: at })
    .onConflictDoUpdate({
      target: [calendarFetches.feedId, calendarFetches.subscriber],
      set: { lastAt: sql`greatest(${calendarFetches.lastAt}, excluded.last_at)` },
    });
