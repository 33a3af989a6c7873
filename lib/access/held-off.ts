import type { Database } from '../db/client.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done, type Violation } from '../errors.ts';

const MINUTE_SECONDS = 60;

/** How long a wait is, in whole minutes rounded up. */
function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / MINUTE_SECONDS);
  if (minutes >= 60) return 'an hour';
  return minutes <= 1 ? 'a minute' : `${minutes} minutes`;
}

/** What somebody is told who has to wait; the same whether or not there is such an account. */
export const heldOffViolation = (seconds: number, remedy: string): Violation => ({
  field: null,
  message: 'Too many tries went wrong, so this one was not looked at.',
  remedy: `Wait ${waitInWords(seconds)} and try again. ${remedy}`,
});

/** Puts on record that the tries at an account were held off, from where. */
export async function recordHeldOff(
  db: Database,
  { userId, officeId }: { readonly userId: string; readonly officeId: string },
  address: string,
  now: Date,
): Promise<void> {
  await inUnitOfWork(db, { kind: 'system', officeId, name: 'sign-in' }, now, async (unit) => {
    unit.record({
      event: 'sign-in.held-off',
      subjectId: userId,
      changes: [{ field: 'address', from: null, to: address }],
    });
    return done(null);
  });
}
