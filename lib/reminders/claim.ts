import type { LocalDate } from '../calendar/local-date.ts';
import { assessCase, isLive } from '../cases/assessed-case.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { type ActiveStaff, addresseesOf } from './addressees.ts';
import {
  type Claim,
  claimNew,
  type DueDeadline,
  listActiveStaff,
  listEntries,
  type NewEntry,
  recordSkipped,
  settle,
  takeOver,
} from './ledger.ts';
import { planReminders, type Step } from './plan.ts';
import { clockOf, isSpokenFor } from './policy.ts';

/** What one stored deadline owes, seen on its case as recorded. */
export type PlannedDeadline = {
  readonly record: CaseRecord;
  readonly deadline: AdjustedDeadline;
  readonly staff: readonly ActiveStaff[];
  readonly steps: readonly Step[];
};

/** Reads a due deadline and plans its messages; null when the case no longer has it as it was stored. */
export async function planDeadline(
  tx: Transaction,
  due: DueDeadline,
  at: { readonly now: Date; readonly today: LocalDate },
): Promise<PlannedDeadline | null> {
  const record = await readCase(tx, due.caseId);
  if (!record || record.closedAt) return null;
  const { deadlines } = assessCase(record, at.today).assessment;
  const deadline = deadlines.find(({ rule }) => rule === due.rule);
  if (!deadline || !isLive(deadline) || deadline.dueOn !== due.dueOn) return null;
  const staff = await listActiveStaff(tx, record, at.today);
  const steps = planReminders({
    ...at,
    clock: clockOf(deadline),
    since: due.nextReminderOn,
    addressees: addresseesOf(record, staff),
    ledger: await listEntries(tx, due),
    isSpokenFor: isSpokenFor(deadline, deadlines),
  });
  return { record, deadline, staff, steps };
}

export type Claimed = {
  readonly claims: readonly Claim[];
  /** Claims on which several workers died: they are not tried again. */
  readonly givenUp: readonly Claim[];
  readonly skippedCount: number;
  readonly canceledCount: number;
};

/** Puts a plan into the ledger. What another worker did first is left to it. */
export async function claimPlanned(
  tx: Transaction,
  due: DueDeadline,
  { record, steps }: PlannedDeadline,
  worker: string,
  now: Date,
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
        claims.push(
          step.entry
            ? await takeOver(tx, entryOf(step), step.entry, worker, now)
            : await claimNew(tx, entryOf(step), worker, now),
        );
        break;
      case 'skip':
        if (step.entry) await settleUnsent(tx, step.entry, 'skipped', step.because);
        else await recordSkipped(tx, entryOf(step), step.because);
        skippedCount += 1;
        break;
      case 'cancel':
        await settleUnsent(tx, step.entry, 'canceled', step.because);
        canceledCount += 1;
        break;
      case 'give-up':
        givenUp.push(await takeOver(tx, entryOf(step), step.entry, worker, now));
        break;
      case 'wait':
        break;
    }
  }
  const held = (claim: Claim | null) => claim !== null;
  return { claims: claims.filter(held), givenUp: givenUp.filter(held), skippedCount, canceledCount };
}

const settleUnsent = (
  tx: Transaction,
  entry: Parameters<typeof settle>[1],
  state: 'skipped' | 'canceled',
  reason: string,
) => settle(tx, entry, { state, reason, isFinal: true });
