import { and, eq, isNull } from 'drizzle-orm';
import { dateAdjustments } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

type NewAdjustment = Omit<
  typeof dateAdjustments.$inferInsert,
  'id' | 'recordedBy' | 'recordedAt' | 'withdrawnBy' | 'withdrawnAt'
>;

export async function addAdjustment(unit: UnitOfWork, adjustment: NewAdjustment): Promise<string> {
  const [row] = await unit.tx
    .insert(dateAdjustments)
    .values({ ...adjustment, recordedBy: personOf(unit), recordedAt: unit.now })
    .returning({ id: dateAdjustments.id });
  if (!row) throw new Error('an adjustment was not stored');
  return row.id;
}

export async function markWithdrawn(unit: UnitOfWork, adjustmentId: string): Promise<void> {
  await unit.tx
    .update(dateAdjustments)
    .set({ withdrawnBy: personOf(unit), withdrawnAt: unit.now })
    .where(and(eq(dateAdjustments.id, adjustmentId), isNull(dateAdjustments.withdrawnAt)));
}

function personOf({ actor }: UnitOfWork): string {
  if (actor.kind !== 'user') throw new Error('a date is set by a person');
  return actor.userId;
}
