import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { auditEvents, users } from '../db/schema.ts';
import type { RecentChange } from '../errors.ts';
import type { AuditEventName } from './events.ts';
import { sentenceOf } from './sentences.ts';

/** Who wrote what no person did. */
export const SCHEDULED_WORK = 'Recourse';

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

/** Who last wrote that value into that field of the case, and when; null where the record does not say. */
export async function lastWritten(
  tx: Transaction,
  caseId: string,
  {
    events,
    field,
    to,
  }: { readonly events: readonly AuditEventName[]; readonly field: string; readonly to: string },
): Promise<{ readonly who: string; readonly at: Date } | null> {
  const [row] = await tx
    .select({ who: users.name, at: auditEvents.at })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        inArray(auditEvents.event, [...events]),
        sql`${auditEvents.changes} @> ${JSON.stringify([{ field, to }])}::jsonb`,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return row ? { who: row.who ?? SCHEDULED_WORK, at: row.at } : null;
}
