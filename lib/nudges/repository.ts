import { reminders } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { nudgeRung } from '../reminders/ladder.ts';
import type { ClockKey } from '../reminders/queries.ts';

/**
 * Puts a nudge and its copy on the books, from where they are sent like every message; false where this clock had its
 * nudge today.
 */
export async function planNudge(
  { tx, actor, now, today }: UnitOfWork,
  clock: ClockKey,
  who: { readonly ownerId: string; readonly senderId: string },
): Promise<boolean> {
  const row = {
    ...clock,
    officeId: actor.officeId,
    rung: nudgeRung(today),
    plannedAt: now,
    createdAt: now,
    state: 'planned',
  } as const;
  const planned = await tx
    .insert(reminders)
    .values([
      { ...row, recipientKind: 'owner', recipientId: who.ownerId },
      { ...row, recipientKind: 'supervisor', recipientId: who.senderId },
    ])
    .onConflictDoNothing()
    .returning({ id: reminders.id });
  return planned.length === 2;
}
