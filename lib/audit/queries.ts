import { and, eq, gt } from 'drizzle-orm';
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
