import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';

/** Puts on the record that somebody read the review: the list, one case of it by its reference, or a file of all. */
export async function recordReading(
  unit: UnitOfWork<UserActor>,
  { what }: { readonly what: string },
): Promise<Outcome<null>> {
  unit.record({ event: 'review.read', changes: [{ field: 'what', from: null, to: what }] });
  return done(null);
}
