import { and, count, desc, eq, gte, inArray, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { type AuditChange, type AuditEventName, LOOKS } from '../audit/events.ts';
import { SCHEDULED_WORK } from '../audit/queries.ts';
import { sentenceOf } from '../audit/sentences.ts';
import type { Transaction } from '../db/client.ts';
import { auditEvents, cases, healthPlans, planLines, users } from '../db/schema.ts';
import { unreadMarks } from '../db/schema-day.ts';

export type TimelineEntry = {
  readonly id: number;
  readonly at: Date;
  readonly event: AuditEventName;
  readonly who: string;
  readonly sentence: string;
  readonly changes: readonly AuditChange[];
  readonly reason: string;
  /** Somebody else did it since the reader last looked. */
  readonly isNew: boolean;
};

export type TimelinePage = {
  readonly entries: readonly TimelineEntry[];
  /** How many entries lie before these, and when the first of them was written. */
  readonly earlierCount: number;
  readonly oldestAt: Date | null;
};

/** What was done; who only looked is told to those who answer for it, elsewhere. */
const happenedOn = (caseId: string) =>
  and(eq(auditEvents.caseId, caseId), notInArray(auditEvents.event, [...LOOKS]));

/** What a colleague did on the case; what Recourse does by itself has its reminders. */
const isOthers = and(isNotNull(auditEvents.caseVersion), sql`${auditEvents.actorId} <> current_person()`);

/**
 * The case's record newest first: up to `limit` entries of these events, before the entry `beforeId`. `newFromId` is the
 * first that may be new to the reader; `isNewOnly` leaves out all that are not.
 */
export async function listTimeline(
  tx: Transaction,
  caseId: string,
  options: {
    readonly limit: number;
    readonly beforeId?: number | null;
    readonly events?: readonly AuditEventName[] | null;
    readonly newFromId?: number | null;
    readonly isNewOnly?: boolean;
  },
): Promise<TimelinePage> {
  const { limit, beforeId = null, events = null, newFromId = null, isNewOnly = false } = options;
  const isNew = newFromId === null ? sql`false` : and(gte(auditEvents.id, newFromId), isOthers);
  const rows = await tx
    .select({
      event: auditEvents,
      who: users.name,
      isNew: sql<boolean>`coalesce(${isNew}, false)`,
      count: sql<number>`(count(*) over ())::int`,
      oldestAt: sql<string>`min(${auditEvents.at}) over ()`,
    })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .where(
      and(
        happenedOn(caseId),
        beforeId === null ? undefined : lt(auditEvents.id, beforeId),
        events === null ? undefined : inArray(auditEvents.event, [...events]),
        isNewOnly ? isNew : undefined,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit);
  const [first] = rows;
  return {
    earlierCount: first ? first.count - rows.length : 0,
    oldestAt: first ? new Date(first.oldestAt) : null,
    entries: rows.map(({ event, who, isNew: isNewToReader }) => ({
      id: event.id,
      at: event.at,
      event: event.event as AuditEventName,
      who: who ?? SCHEDULED_WORK,
      sentence: sentenceOf(event.event as AuditEventName, event.changes),
      changes: event.changes,
      reason: event.reason,
      isNew: isNewToReader,
    })),
  };
}

/** What the reader has not seen of a case, or saw first on this visit. */
export type Unseen = {
  /** Null where nothing is. */
  readonly fromId: number | null;
  readonly throughId: number;
  readonly count: number;
  /** The case is marked unread, so looking at it clears the mark. */
  readonly isMarked: boolean;
};

/** What others did on the case since its reader's unread mark, or since the entry that was new on this visit. */
export async function readUnseen(tx: Transaction, caseId: string, newFromId: number | null): Promise<Unseen> {
  const mark = tx
    .select({ firstEventId: unreadMarks.firstEventId })
    .from(unreadMarks)
    .where(and(eq(unreadMarks.caseId, caseId), sql`${unreadMarks.userId} = current_person()`));
  const [row] = await tx
    .select({
      fromId: sql<number | null>`min(${auditEvents.id})`.mapWith(Number),
      throughId: sql<number>`coalesce(max(${auditEvents.id}), 0)`.mapWith(Number),
      count: count(),
      isMarked: sql<boolean>`exists (${mark})`,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        isOthers,
        or(
          sql`${auditEvents.id} >= (${mark})`,
          newFromId === null ? undefined : gte(auditEvents.id, newFromId),
        ),
      ),
    );
  if (!row) throw new Error('a count came back without a row');
  return row;
}

/** How many entries of each event are on the case’s record. */
export async function countTimeline(tx: Transaction, caseId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ event: auditEvents.event, count: count() })
    .from(auditEvents)
    .where(happenedOn(caseId))
    .groupBy(auditEvents.event);
  return new Map(rows.map((row) => [row.event, row.count]));
}

/** What the people, plan lines and cases that entries refer to are called; costs nothing when they refer to none. */
export async function readNames(
  tx: Transaction,
  entries: readonly TimelineEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = referredIds(entries);
  if (ids.length === 0) return new Map();
  const rows = await unionAll(
    tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)),
    tx
      .select({ id: planLines.id, name: sql<string>`${healthPlans.name} || ' ' || ${planLines.name}` })
      .from(planLines)
      .innerJoin(healthPlans, eq(healthPlans.id, planLines.planId))
      .where(inArray(planLines.id, ids)),
    tx.select({ id: cases.id, name: cases.number }).from(cases).where(inArray(cases.id, ids)),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const REFERRING_FIELDS: ReadonlySet<string> = new Set([
  'ownerId',
  'planLineId',
  'extensionApprovedBy',
  'namedId',
  'namedIds',
  'mentionedIds',
  'linkedCaseIds',
  'unlinkedCaseIds',
]);

const referredIds = (entries: readonly TimelineEntry[]): string[] => [
  ...new Set(
    entries
      .flatMap(({ changes }) => changes.filter(({ field }) => REFERRING_FIELDS.has(field)))
      .flatMap(({ from, to }) => [from, to].flat())
      .filter((id) => typeof id === 'string'),
  ),
];
