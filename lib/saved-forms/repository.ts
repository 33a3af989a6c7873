import { and, eq, lt, sql } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { Transaction } from '../db/client.ts';
import { savedForms } from '../db/schema-access.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

/**
 * Where the saving of this form led, or null when it has not been saved. Until the transaction ends, whoever sends
 * the same form waits here.
 */
export async function claimForm(
  unit: Pick<UnitOfWork<UserActor>, 'tx' | 'actor'>,
  id: string,
): Promise<string | null> {
  await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`saved form ${id}`}, 0))`);
  const [saved] = await unit.tx
    .select({ location: savedForms.location })
    .from(savedForms)
    .where(and(eq(savedForms.id, id), eq(savedForms.userId, unit.actor.userId)));
  return saved?.location ?? null;
}

export async function keepForm(unit: UnitOfWork<UserActor>, id: string, location: string): Promise<void> {
  const { officeId, userId } = unit.actor;
  await unit.tx.insert(savedForms).values({ id, officeId, userId, location, savedAt: unit.now });
}

/** Forgets forms saved before a moment; the number of rows. */
export async function forgetForms(tx: Transaction, before: Date): Promise<number> {
  const { rowCount } = await tx.delete(savedForms).where(lt(savedForms.savedAt, before));
  return rowCount ?? 0;
}
