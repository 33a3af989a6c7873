import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { setFeedRevoked } from './repository.ts';
import { noFeed } from './rules.ts';

/** Ends one's own calendar address: programs that still ask for it find nothing. */
export async function revokeFeed(unit: UnitOfWork<UserActor>): Promise<Outcome<null>> {
  return (await endFeedOf(unit, unit.actor.userId)) ? done(null) : refuse(noFeed);
}

/** Ends a person's calendar address and puts that on the record; false when they have none. */
export async function endFeedOf(unit: UnitOfWork, userId: string): Promise<boolean> {
  if (!(await setFeedRevoked(unit, userId))) return false;
  unit.record({
    event: 'calendar-feed.revoked',
    subjectId: userId,
    changes: [{ field: 'revokedAt', from: null, to: unit.now }],
  });
  return true;
}
