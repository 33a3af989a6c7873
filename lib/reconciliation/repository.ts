import { reconciliations } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Difference } from './difference.ts';

/** Keeps what one comparison found. */
export async function saveReconciliation(
  { tx, actor, now }: UnitOfWork,
  found: {
    readonly deadlineCount: number;
    readonly dueCount: number;
    readonly differenceCount: number;
    readonly differences: readonly Difference[];
  },
): Promise<void> {
  await tx.insert(reconciliations).values({ officeId: actor.officeId, at: now, ...found });
}
