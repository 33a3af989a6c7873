import { type SystemActor, systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { eachRow } from '../db/each-row.ts';
import { inLedger, inOffice } from '../db/unit-of-work.ts';
import { eachOffice } from '../offices/each-office.ts';
import type { Office } from '../offices/queries.ts';
import { claimPlanned, planDeadline } from './claim.ts';
import type { SweepContext } from './context.ts';
import { type Delivered, deliver, giveUp } from './deliver.ts';
import { type DueDeadline, listDueDeadlines, moveOn, recoverStaleClaims } from './ledger.ts';
import { clockOf, nextReminderOn } from './policy.ts';

export type SweepSummary = {
  sent: number;
  failed: number;
  skipped: number;
  canceled: number;
  /** Deadlines that could not be handled: bugs, or a database that went away. */
  errors: number;
};

const PAGE = 100;

/** Sends every reminder that is due, office by office. Safe to run at any time, twice at once, and after missed days. */
export const sweepReminders = (
  context: SweepContext,
  only?: { readonly officeId: string },
): Promise<SweepSummary> =>
  eachOffice(context, only, noneYet(), (office, summary) => sweepOffice(context, office, summary));

async function sweepOffice(context: SweepContext, office: Office, summary: SweepSummary): Promise<void> {
  const { db, clock, stopping } = context;
  const actor = systemActor(office.id);
  const today = pacificToday(clock());
  const recovered = await inLedger(db, actor, today, (tx) => recoverStaleClaims(tx, clock()));
  summary.canceled += recovered.canceled;
  const due = eachRow<DueDeadline>(PAGE, (after) =>
    inOffice(db, actor, today, (tx) => listDueDeadlines(tx, today, after, PAGE)),
  );
  for await (const deadline of due) {
    if (stopping?.aborted) return;
    await handle(context, office, actor, deadline, summary);
  }
}

/** One deadline's failure must not silence the others. */
async function handle(
  context: SweepContext,
  office: Office,
  actor: SystemActor,
  due: DueDeadline,
  summary: SweepSummary,
): Promise<void> {
  try {
    await remindOf(context, office, actor, due, summary);
  } catch (error) {
    summary.errors += 1;
    context.log.error(
      { err: error, caseId: due.caseId, rule: due.rule },
      'a deadline could not be reminded of',
    );
  }
}

async function remindOf(
  context: SweepContext,
  office: Office,
  actor: SystemActor,
  due: DueDeadline,
  summary: SweepSummary,
): Promise<void> {
  const { db, clock, worker, log } = context;
  const now = clock();
  const today = pacificToday(now);
  const claimed = await inLedger(db, actor, today, async (tx) => {
    const planned = await planDeadline(tx, due, { now, today });
    return planned && { planned, ...(await claimPlanned(tx, due, planned, worker, now)) };
  });
  if (!claimed) {
    log.warn(
      { caseId: due.caseId, rule: due.rule },
      'a stored deadline differs from its case; the nightly check mends it',
    );
    return;
  }
  summary.skipped += claimed.skippedCount;
  summary.canceled += claimed.canceledCount;
  for (const claim of claimed.claims) count(summary, await deliver(context, office, actor, claim));
  for (const claim of claimed.givenUp) {
    await giveUp(context, actor, claim, claim.recipientKind);
    summary.failed += 1;
  }
  const next = nextReminderOn(clockOf(claimed.planned.deadline), today);
  await inLedger(db, actor, today, (tx) => moveOn(tx, due, next));
}

function count(summary: SweepSummary, delivered: Delivered): void {
  if (delivered === 'sent') summary.sent += 1;
  if (delivered === 'failed') summary.failed += 1;
  if (delivered === 'held') summary.skipped += 1;
}

const noneYet = (): SweepSummary => ({ sent: 0, failed: 0, skipped: 0, canceled: 0, errors: 0 });
