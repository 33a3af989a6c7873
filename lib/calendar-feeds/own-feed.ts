import type { Showing } from '../access/check-proof.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, type Violation } from '../errors.ts';
import { createFeed } from './create-feed.ts';
import { feedAddress } from './feed-address.ts';
import { revokeFeed } from './revoke-feed.ts';
import { noFeed } from './rules.ts';

type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** Makes the calendar address of whoever asks, and tells it this once. */
export const createOwnFeed = async (
  { db, access: { actor }, now }: Showing,
  appUrl: string,
): Promise<Answer<{ address: string }>> =>
  answerOf(
    await inUnitOfWork(db, actor, now, async (unit) => {
      const made = await createFeed(unit);
      return made.ok ? done({ address: feedAddress(appUrl, actor.officeId, made.value.token) }) : made;
    }),
  );

/** Ends the calendar address of whoever asks. */
export const revokeOwnFeed = async ({ db, access, now }: Showing): Promise<Answer<null>> =>
  answerOf(await inUnitOfWork(db, access.actor, now, revokeFeed));

const answerOf = <T>(outcome: Outcome<T>): Answer<T> =>
  outcome.ok
    ? outcome
    : { ok: false, violations: outcome.because === 'violations' ? outcome.violations : [noFeed] };
