import { dateIn, instantIn, wallTime } from '../calendar/zoned-time.ts';
import type { Transaction } from '../db/client.ts';
import { settle } from '../mail-ledger/ledger.ts';
import { type Claim, claimNew, gather, type NewEntry, REMINDERS, recordSkipped, takeOver } from './ledger.ts';
import { mayWaitForDigest, type Step } from './plan.ts';
import type { At, PlannedDeadline } from './plan-deadline.ts';
import type { OfficePolicy } from './policy.ts';
import { countAlone, type DueDeadline } from './queries.ts';

export type Claimed = {
  readonly claims: readonly Claim[];
  /** Claims on which several workers died: they are not tried again. */
  readonly givenUp: readonly Claim[];
  readonly skippedCount: number;
  readonly canceledCount: number;
};

/** Puts a plan into the ledger. What another worker did first is left to it. */
export async function claimSteps(
  tx: Transaction,
  due: DueDeadline,
  { record, steps }: PlannedDeadline,
  worker: string,
  { now, policy }: At,
): Promise<Claimed> {
  const claims: (Claim | null)[] = [];
  const givenUp: (Claim | null)[] = [];
  let skippedCount = 0;
  let canceledCount = 0;
  const entryOf = ({ rung, to }: Pick<NewEntry, 'rung' | 'to'>): NewEntry => ({
    ...due,
    officeId: record.officeId,
    rung,
    to,
  });
  for (const step of steps) {
    switch (step.act) {
      case 'send':
        if (step.entry) claims.push(await takeOver(tx, step.entry, worker, now));
        else if (await isOneTooMany(tx, step, now, policy))
          await gather(tx, entryOf(step), now, TOO_MANY(policy.mostAloneADay));
        else claims.push(await claimNew(tx, entryOf(step), worker, now));
        break;
      case 'gather':
        await gather(tx, entryOf(step), now);
        break;
      case 'skip':
        if (step.entry) await settle(tx, REMINDERS, step.entry, { state: 'skipped', reason: step.because });
        else await recordSkipped(tx, entryOf(step), now, step.because);
        skippedCount += 1;
        break;
      case 'cancel':
        await settle(tx, REMINDERS, step.entry, { state: 'canceled', reason: step.because });
        canceledCount += 1;
        break;
      case 'give-up':
        givenUp.push(await takeOver(tx, step.entry, worker, now));
        break;
      case 'hold':
      case 'wait':
        break;
    }
  }
  const held = (claim: Claim | null) => claim !== null;
  return { claims: claims.filter(held), givenUp: givenUp.filter(held), skippedCount, canceledCount };
}

const TOO_MANY = (most: number) => `More than ${most} messages in one day: told by the next digest.`;
const MIDNIGHT = wallTime('00:00');

/** Whether one of the staff has had so many messages today that this one may as well wait for the digest. */
async function isOneTooMany(
  tx: Transaction,
  { rung, to }: Extract<Step, { act: 'send' }>,
  now: Date,
  { mostAloneADay, timeZone }: OfficePolicy,
): Promise<boolean> {
  if (to.kind === 'client' || !mayWaitForDigest(rung)) return false;
  const midnight = instantIn(timeZone, dateIn(timeZone, now), MIDNIGHT);
  return (await countAlone(tx, to.id, midnight)) >= mostAloneADay;
}
