import type { Database } from '../db/client.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done, refuse } from '../errors.ts';
import type { Access } from './queries.ts';
import { setLocked } from './repository.ts';

/** Locks a session that was left alone or that its person locks; many at the same moment lock it, and record it, once. */
export async function lockSession(db: Database, { sessionId, actor }: Access, now: Date): Promise<void> {
  await inUnitOfWork(db, actor, now, async (unit) => {
    if (!(await setLocked(unit.tx, sessionId, now))) return refuse();
    unit.record({ event: 'session.locked', subjectId: actor.userId });
    return done(null);
  });
}
