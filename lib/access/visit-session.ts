import type { Database } from '../db/client.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done } from '../errors.ts';
import { endSessionsOf } from './end-sessions.ts';
import { lockSession } from './lock-session.ts';
import { type Access, readAccess } from './queries.ts';
import { insideOffice, touchSession } from './repository.ts';

/** What a browser's cookie says: which session, in which office it is looked for. */
export type SessionKey = { readonly sessionId: string; readonly officeId: string };

const TOUCHED_EVERY_MS = 30_000;

/**
 * The session as it stands at `now`; null when it ended or never was. One that was left alone too long is locked by the
 * first who asks. A sign of life keeps an open one from locking.
 */
export async function visitSession(
  db: Database,
  { sessionId, officeId }: SessionKey,
  now: Date,
  { isSignOfLife }: { readonly isSignOfLife: boolean },
): Promise<Access | null> {
  const access = await insideOffice(db, officeId, async (tx) => {
    const found = await readAccess(tx, sessionId, now);
    const isStale = found && now.getTime() - found.facts.lastSeenAt.getTime() > TOUCHED_EVERY_MS;
    if (!isSignOfLife || !isStale || found.state !== 'open') return found;
    await touchSession(tx, sessionId, now);
    return { ...found, facts: { ...found.facts, lastSeenAt: now } };
  });
  if (!access || access.state === 'ended') return null;
  if (access.state === 'locked' && !access.facts.lockedAt) await lockSession(db, access, now);
  return access;
}

/** Ends a session at its person's wish; ending it twice is the same. */
export async function signOut(db: Database, key: SessionKey, now: Date): Promise<void> {
  const access = await visitSession(db, key, now, { isSignOfLife: false });
  if (!access) return;
  await inUnitOfWork(db, access.actor, now, async (unit) => {
    await endSessionsOf(unit, access.actor.userId, 'signed-out', { only: key.sessionId });
    return done(null);
  });
}
