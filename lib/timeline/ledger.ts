import { and, eq, exists, isNull, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { auditEvents } from '../db/schema.ts';
import { noteMentions, unreadMarks } from '../db/schema-day.ts';

/**
 * The reader has looked at the case up to the entry `throughId`: it is no longer unread for them, unless something came
 * since, and what mentioned them is seen.
 */
export async function markSeen(tx: Transaction, caseId: string, throughId: number, now: Date): Promise<void> {
  await tx
    .delete(unreadMarks)
    .where(
      and(
        eq(unreadMarks.caseId, caseId),
        sql`${unreadMarks.userId} = current_person()`,
        lte(unreadMarks.lastEventId, throughId),
      ),
    );
  const isRead = tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        eq(auditEvents.subjectId, noteMentions.noteId),
        lte(auditEvents.id, throughId),
      ),
    );
  await tx
    .update(noteMentions)
    .set({ seenAt: now })
    .where(
      and(
        eq(noteMentions.caseId, caseId),
        sql`${noteMentions.userId} = current_person()`,
        isNull(noteMentions.seenAt),
        exists(isRead),
      ),
    );
}
