import { eq } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { WallTime } from '../calendar/zoned-time.ts';
import { users } from '../db/schema.ts';
import { digestPreferences } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { type DigestPreference, readDigestPreference } from './queries.ts';

/** What the person who asks wants of their digest, locked by their own row until the unit of work ends. */
export async function lockDigestPreference(unit: UnitOfWork<UserActor>): Promise<DigestPreference> {
  await unit.tx.select({ id: users.id }).from(users).where(eq(users.id, unit.actor.userId)).for('update');
  return readDigestPreference(unit.tx, unit.actor.userId);
}

export async function saveDigestPreference(
  unit: UnitOfWork<UserActor>,
  preference: { readonly digestAt: WallTime | null; readonly stoppedAt: Date | null },
): Promise<void> {
  const { officeId, userId } = unit.actor;
  await unit.tx
    .insert(digestPreferences)
    .values({ officeId, userId, ...preference })
    .onConflictDoUpdate({ target: digestPreferences.userId, set: preference });
}
