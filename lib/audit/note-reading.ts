import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import { hasReadRecord } from './queries.ts';

const ONE_READING_MILLISECONDS = 15 * 60 * 1000;

/** Puts the reading of the record on the record, once for all of one person's within a quarter of an hour. */
export async function noteReading(unit: UnitOfWork<UserActor>): Promise<Outcome<null>> {
  const { tx, actor, now } = unit;
  const since = new Date(now.getTime() - ONE_READING_MILLISECONDS);
  const { officeId, userId } = actor;
  if (!(await hasReadRecord(tx, { officeId, userId, since }))) unit.record({ event: 'audit.read' });
  return done(null);
}
