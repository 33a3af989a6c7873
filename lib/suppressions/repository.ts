import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { suppressions } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

type Suppression = typeof suppressions.$inferSelect;
type NewSuppression = Pick<Suppression, 'officeId' | 'ground' | 'scope' | 'since' | 'messageId'> & {
  readonly address: string;
};

/** Bars an address; false where it stands barred from as much already. */
export async function suppress(tx: Transaction, suppression: NewSuppression): Promise<boolean> {
  const rows = await tx
    .insert(suppressions)
    .values({ ...suppression, address: suppression.address.toLowerCase() })
    .onConflictDoNothing()
    .returning({ id: suppressions.id });
  return rows.length > 0;
}

export async function lockSuppression(
  unit: UnitOfWork,
  id: string,
): Promise<Pick<Suppression, 'id' | 'ground' | 'scope' | 'liftedAt'> | null> {
  const [row] = await unit.tx
    .select({
      id: suppressions.id,
      ground: suppressions.ground,
      scope: suppressions.scope,
      liftedAt: suppressions.liftedAt,
    })
    .from(suppressions)
    .where(and(eq(suppressions.id, id), eq(suppressions.officeId, unit.actor.officeId)))
    .for('update');
  return row ?? null;
}

export async function endSuppression(
  unit: UnitOfWork,
  id: string,
  lift: { readonly liftedBy: string; readonly liftReason: string },
): Promise<void> {
  await unit.tx
    .update(suppressions)
    .set({ liftedAt: unit.now, ...lift })
    .where(eq(suppressions.id, id));
}
