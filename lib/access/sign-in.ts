import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { sessions, users } from '../db/schema.ts';
import type { Role } from '../db/vocabulary.ts';
import type { UserActor } from './actor.ts';
import { passwordMatches } from './password.ts';

const ABSOLUTE_LIMIT = sql`interval '12 hours'`;
const IDLE_LIMIT = sql`interval '2 hours'`;

export type OpenedSession = { readonly sessionId: string; readonly userId: string };

/** Opens a session row for a right e-mail and password; null says nothing about which of the two was wrong. */
export async function signIn(db: Database, email: string, password: string): Promise<OpenedSession | null> {
  const user = await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.purpose', 'sign-in', true)`);
    const [found] = await tx
      .select({ id: users.id, officeId: users.officeId, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(sql`lower(${users.email})`, email.trim().toLowerCase()), isNull(users.deactivatedAt)));
    return found;
  });
  if (!(await passwordMatches(user?.passwordHash ?? null, password)) || !user) return null;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.office_id', ${user.officeId}, true)`);
    const [session] = await tx
      .insert(sessions)
      .values({ officeId: user.officeId, userId: user.id, expiresAt: sql`now() + ${ABSOLUTE_LIMIT}` })
      .returning({ id: sessions.id });
    return session ? { sessionId: session.id, userId: user.id } : null;
  });
}

/** Who this session belongs to, or null when it ended: revoked, expired, idle, or its person deactivated. */
export async function actorOfSession(db: Database, sessionId: string): Promise<UserActor | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.purpose', 'sign-in', true)`);
    const { rows } = await tx.execute<{
      user_id: string;
      office_id: string;
      name: string;
      role: Role;
      stale: boolean;
    }>(sql`
      select u.id as user_id, u.office_id, u.name, u.role, s.last_seen_at < now() - interval '1 minute' as stale
      from ${sessions} s join ${users} u on u.id = s.user_id
      where s.id = ${sessionId} and s.revoked_at is null and s.expires_at > now()
        and s.last_seen_at > now() - ${IDLE_LIMIT} and u.deactivated_at is null`);
    const row = rows[0];
    if (!row) return null;
    if (row.stale) {
      await tx.execute(sql`select set_config('app.office_id', ${row.office_id}, true)`);
      await tx.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId));
    }
    return { kind: 'user', userId: row.user_id, officeId: row.office_id, name: row.name, role: row.role };
  });
}

/** Ends a session; ending it twice is the same. */
export async function signOut(db: Database, sessionId: string): Promise<void> {
  const actor = await actorOfSession(db, sessionId);
  if (!actor) return;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.office_id', ${actor.officeId}, true)`);
    await tx.update(sessions).set({ revokedAt: sql`now()` }).where(eq(sessions.id, sessionId));
  });
}
