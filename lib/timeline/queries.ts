import { and, count, desc, eq, inArray, lt, notInArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { type AuditChange, type AuditEventName, LOOKS } from '../audit/events.ts';
import { SCHEDULED_WORK } from '../audit/queries.ts';
import { sentenceOf } from '../audit/sentences.ts';
import type { Transaction } from '../db/client.ts';
import { auditEvents, healthPlans, planLines, users } from '../db/schema.ts';

export type TimelineEntry = {
  readonly id: number;
  readonly at: Date;
  readonly event: AuditEventName;
  readonly who: string;
  readonly sentence: string;
  readonly changes: readonly AuditChange[];
  readonly reason: string;
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

/** The case's record newest first: up to `limit` entries of these events, before the entry `beforeId`. */
export async function listTimeline(
  tx: Transaction,
  caseId: string,
  options: {
    readonly limit: number;
    readonly beforeId?: number | null;
    readonly events?: readonly AuditEventName[] | null;
  },
): Promise<TimelinePage> {
  const { limit, beforeId = null, events = null } = options;
  const rows = await tx
    .select({
      event: auditEvents,
      who: users.name,
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
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit);
  const [first] = rows;
  return {
    earlierCount: first ? first.count - rows.length : 0,
    oldestAt: first ? new Date(first.oldestAt) : null,
    entries: rows.map(({ event, who }) => ({
      id: event.id,
      at: event.at,
      event: event.event as AuditEventName,
      who: who ?? SCHEDULED_WORK,
      sentence: sentenceOf(event.event as AuditEventName, event.changes),
      changes: event.changes,
      reason: event.reason,
    })),
  };
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

/** What the people and plan lines that entries refer to are called; costs nothing when they refer to none. */
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
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const REFERRING_FIELDS: ReadonlySet<string> = new Set([
  'ownerId',
  'planLineId',
  'extensionApprovedBy',
  'namedId',
  'namedIds',
]);

const referredIds = (entries: readonly TimelineEntry[]): string[] => [
  ...new Set(
    entries
      .flatMap(({ changes }) => changes.filter(({ field }) => REFERRING_FIELDS.has(field)))
      .flatMap(({ from, to }) => [from, to].flat())
      .filter((id) => typeof id === 'string'),
  ),
];
