import { and, desc, eq, gt, lt } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { auditEvents, users } from '../db/schema.ts';
import type { RecentChange } from '../errors.ts';
import type { AuditChange, AuditEventName } from './events.ts';
import { sentenceOf } from './sentences.ts';

export type TimelineEntry = {
  readonly id: number;
  readonly at: Date;
  readonly event: AuditEventName;
  readonly who: string;
  readonly sentence: string;
  readonly changes: readonly AuditChange[];
  readonly reason: string;
};

const SCHEDULED_WORK = 'Recourse';

/** What happened on the case after the version a person was looking at, oldest first. */
export async function changesSince(
  tx: Transaction,
  caseId: string,
  version: number,
): Promise<RecentChange[]> {
  const rows = await tx
    .select({ event: auditEvents, who: users.name })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .where(and(eq(auditEvents.caseId, caseId), gt(auditEvents.caseVersion, version)))
    .orderBy(auditEvents.id);
  return rows.map(({ event, who }) => ({
    who: who ?? SCHEDULED_WORK,
    at: event.at,
    what: sentenceOf(event.event as AuditEventName, event.changes),
  }));
}

/** The case's record newest first, `limit` entries before the entry `beforeId`. */
export async function listTimeline(
  tx: Transaction,
  caseId: string,
  options: { readonly limit: number; readonly beforeId?: number },
): Promise<TimelineEntry[]> {
  const rows = await tx
    .select({ event: auditEvents, who: users.name })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        options.beforeId === undefined ? undefined : lt(auditEvents.id, options.beforeId),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(options.limit);
  return rows.map(({ event, who }) => ({
    id: event.id,
    at: event.at,
    event: event.event as AuditEventName,
    who: who ?? SCHEDULED_WORK,
    sentence: sentenceOf(event.event as AuditEventName, event.changes),
    changes: event.changes,
    reason: event.reason,
  }));
}
