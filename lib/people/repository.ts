import { and, eq, isNull, sql } from 'drizzle-orm';
import { sessions, users } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

export type NewPerson = Pick<typeof users.$inferInsert, 'name' | 'email' | 'role' | 'passwordHash'>;

/** Stores a person; null when some office has an account with that e-mail. */
export async function insertPerson(unit: UnitOfWork, entry: NewPerson): Promise<string | null> {
  const [row] = await unit.tx
    .insert(users)
    .values({ officeId: unit.actor.officeId, createdAt: unit.now, ...entry })
    .onConflictDoNothing()
    .returning({ id: users.id });
  return row?.id ?? null;
}

/** Locks the office's administrators too, so that two of them cannot deactivate each other at once. */
export async function lockPerson(unit: UnitOfWork, personId: string) {
  const locked = await unit.tx
    .select({ id: users.id, role: users.role, deactivatedAt: users.deactivatedAt })
    .from(users)
    .where(
      sql`${users.id} = ${personId} or (${users.role} = 'administrator' and ${users.deactivatedAt} is null)`,
    )
    .orderBy(users.id)
    .for('update');
  const person = locked.find(({ id }) => id === personId) ?? null;
  const otherAdministrators = locked.filter(({ id, role }) => id !== personId && role === 'administrator');
  return { person, otherAdministratorCount: otherAdministrators.length };
}

/** Ends the account and every session of it. */
export async function deactivate(unit: UnitOfWork, personId: string): Promise<void> {
  await unit.tx.update(users).set({ deactivatedAt: unit.now }).where(eq(users.id, personId));
  await unit.tx
    .update(sessions)
    .set({ revokedAt: unit.now })
    .where(and(eq(sessions.userId, personId), isNull(sessions.revokedAt)));
}
