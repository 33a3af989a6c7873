import { newLinkToken } from '../access/access-links.ts';
import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { insertFeed } from './repository.ts';
import { endFeedOf } from './revoke-feed.ts';
import { madeMeanwhile, mayHaveFeed, noCasesToTell } from './rules.ts';

/** Makes a person's calendar address and ends the one before it. Its token is told here and never again. */
export async function createFeed(unit: UnitOfWork<UserActor>): Promise<Outcome<{ token: string }>> {
  const { actor, now } = unit;
  if (!mayHaveFeed(actor)) return refuse(noCasesToTell);
  await endFeedOf(unit, actor.userId);
  const { token, tokenHash } = newLinkToken();
  if ((await insertFeed(unit, actor.userId, tokenHash)) === null) return refuse(madeMeanwhile);
  unit.record({
    event: 'calendar-feed.created',
    subjectId: actor.userId,
    changes: [{ field: 'createdAt', from: null, to: now }],
  });
  return done({ token });
}
