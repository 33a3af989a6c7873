import { pacificToday, type Clock as SystemClock } from '../calendar/clock.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { dateIn, instantIn, wallTime } from '../calendar/zoned-time.ts';
import { assessCase, isLive } from '../cases/assessed-case.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { readQuiet, type StandingAnswer } from '../reminder-answers/queries.ts';
import { standingFor } from '../suppressions/queries.ts';
import { type ActiveStaff, addresseesOf, type Suppressed } from './addressees.ts';
import { clockOf, isSpokenFor } from './ladder.ts';
import {
  type Claim,
  claimNew,
  countAlone,
  type DueDeadline,
  gather,
  listActiveStaff,
  listEntries,
  type NewEntry,
  recordSkipped,
  settle,
  takeOver,
} from './ledger.ts';
import { type Answer, mayWaitForDigest, nextLook, planReminders, type Step } from './plan.ts';
import type { OfficePolicy } from './policy.ts';

/** What one stored deadline owes, seen on its case as recorded. */
export type PlannedDeadline = {
  readonly record: CaseRecord;
  readonly deadline: AdjustedDeadline;
  readonly staff: readonly ActiveStaff[];
  readonly steps: readonly Step[];
  /** When it has to be looked at next. */
  readonly nextLookAt: Date | null;
};

type At = { readonly now: Date; readonly today: LocalDate; readonly policy: OfficePolicy };

export const momentOf = (clock: SystemClock): { readonly now: Date; readonly today: LocalDate } => {
  const now = clock();
  return { now, today: pacificToday(now) };
};

/** Reads a due deadline and plans its messages; null when the case no longer has it as it was stored. */
export async function planDeadline(
  tx: Transaction,
  due: DueDeadline,
  { now, today, policy }: At,
): Promise<PlannedDeadline | null> {
  const record = await readCase(tx, due.caseId);
  if (!record || record.closedAt) return null;
  const { deadlines } = assessCase(record, today).assessment;
  const deadline = deadlines.find(({ rule }) => rule === due.rule);
  if (!deadline || !isLive(deadline) || deadline.dueOn !== due.dueOn) return null;
  const { staff, suppressed } = await readWhoHears(tx, record, today);
  const input = {
    now,
    policy,
    clock: clockOf(deadline),
    answer: answerOf(await readQuiet(tx, due.caseId, due.rule, due.dueOn)),
    standsSince: due.standsSince,
    addressees: addresseesOf(record, staff, suppressed),
    ledger: await listEntries(tx, due),
    isSpokenFor: isSpokenFor(deadline, deadlines),
  };
  const steps = planReminders(input);
  return { record, deadline, staff, steps, nextLookAt: nextLook(input, steps) };
}

const answerOf = (standing: StandingAnswer | null): Answer | null =>
  standing && {
    ...standing,
    because: `${standing.kind === 'snoozed' ? 'Snoozed' : 'Acknowledged'} by ${standing.byName}: ${standing.reason}`,
  };

/** Everybody who may be written to about a case, and which of their addresses get no mail. */
export async function readWhoHears(
  tx: Transaction,
  record: CaseRecord,
  today: LocalDate,
): Promise<{ readonly staff: readonly ActiveStaff[]; readonly suppressed: Suppressed }> {
  const staff = await listActiveStaff(tx, record, today);
  const addresses = [...staff.map(({ email }) => email), record.client.email];
  return { staff, suppressed: await standingFor(tx, addresses) };
}

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
        if (step.entry) await settle(tx, step.entry, { state: 'skipped', reason: step.because });
        else await recordSkipped(tx, entryOf(step), now, step.because);
        skippedCount += 1;
        break;
      case 'cancel':
        await settle(tx, step.entry, { state: 'canceled', reason: step.because });
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
