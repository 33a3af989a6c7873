import { systemActor } from '../access/actor.ts';
import { inLedger, inOffice } from '../db/unit-of-work.ts';
import { claimFree, takeOverBatch, waitsNoLonger } from '../mail-ledger/ledger.ts';
import { eachOffice } from '../offices/each-office.ts';
import type { Office } from '../offices/queries.ts';
import { Breaker } from './breaker.ts';
import { claimSteps } from './claim.ts';
import { type DeliverContext, isStopped, type SweepContext } from './context.ts';
import { deliver, deliverWaiting, handfulFor } from './deliver.ts';
import { type Claim, REMINDERS } from './ledger.ts';
import { NOBODY_ANSWERED } from './plan.ts';
import { momentOf, planDeadline } from './plan-deadline.ts';
import { REMINDER_POST } from './post.ts';
import { type DueDeadline, listDueDeadlines, readStoredPolicy } from './queries.ts';
import { cancelFormerClaims, moveOn, recoverStaleClaims } from './repository.ts';
import { type Delivered, giveUp } from './settle-delivery.ts';

export type SweepSummary = {
  sent: number;
  failed: number;
  skipped: number;
  canceled: number;
  /** Claimed and not tried: the run was ended, or mail is down. The next run begins with them. */
  released: number;
  /** Deadlines with something to say that nobody on the staff hears. */
  unheard: number;
  /** Deadlines and messages that could not be handled: bugs, or a database that went away. */
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
  const { db, clock } = context;
  const actor = systemActor(office.id);
  const { now, today } = momentOf(clock);
  const { policy, isReadable } = await inOffice(db, actor, today, readStoredPolicy);
  if (!isReadable)
    context.log.error(
      { officeId: office.id },
      'the stored policy cannot be read: what offices begin with holds',
    );
  const at: DeliverContext = { ...context, office, actor, policy, breaker: new Breaker() };
  await inLedger(db, actor, today, (tx) => recoverStaleClaims(tx, now));
  const former = await inLedger(db, actor, today, (tx) => cancelFormerClaims(tx, now));
  summary.canceled += former.canceled;
  const note = (delivered: Delivered) => count(summary, delivered);
  const { worker } = context;
  // Batches that were left behind, and corrections: what is sent without looking at a ladder.
  await deliverWaiting(at, REMINDER_POST, (tx, now) => takeOverBatch(tx, REMINDERS, { worker, now }), note);
  await deliverWaiting(
    at,
    REMINDER_POST,
    (tx, now, limit) => claimFree(tx, REMINDERS, waitsNoLonger(now), { worker, now }, limit),
    note,
  );
  const unheardBefore = summary.unheard;
  await sweepDeadlines(at, summary);
  const unheard = summary.unheard - unheardBefore;
  if (unheard > 0)
    context.log.error({ officeId: office.id, unheard }, 'nobody on the staff hears of these deadlines');
}

/** A deadline whose messages are claimed, and when it speaks next. */
type Handled = { readonly due: DueDeadline; readonly nextLookAt: Date | null };

/** Goes through the deadlines in the order of their moments, and hands over what they say a batch at a time. */
async function sweepDeadlines(context: DeliverContext, summary: SweepSummary): Promise<void> {
  const { db, actor, clock } = context;
  const { now, today } = momentOf(clock);
  const largest = handfulFor(context);
  let after: DueDeadline | null = null;
  while (!isStopped(context)) {
    const page: DueDeadline[] = await inOffice(db, actor, today, (tx) =>
      listDueDeadlines(tx, now, after, PAGE),
    );
    let claims: Claim[] = [];
    let handled: Handled[] = [];
    const handOver = async () => {
      for (const delivered of await deliver(context, REMINDER_POST, claims)) count(summary, delivered);
      for (const { due, nextLookAt } of handled)
        await inLedger(db, actor, today, (tx) => moveOn(tx, due, nextLookAt));
      claims = [];
      handled = [];
    };
    for (const due of page) {
      const claimed = await handle(context, due, summary);
      if (!claimed) continue;
      claims.push(...claimed.claims);
      handled.push({ due, nextLookAt: claimed.nextLookAt });
      if (claims.length >= largest) await handOver();
      if (isStopped(context)) break;
    }
    await handOver();
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

/** One deadline's failure must not silence the others. */
async function handle(
  context: DeliverContext,
  due: DueDeadline,
  summary: SweepSummary,
): Promise<{ readonly claims: readonly Claim[]; readonly nextLookAt: Date | null } | null> {
  const { log } = context;
  const { caseId, rule } = due;
  try {
    const claimed = await claimDue(context, due);
    if (!claimed) {
      log.warn({ caseId, rule }, 'a stored deadline differs from its case; the nightly check mends it');
      return null;
    }
    summary.skipped += claimed.skippedCount;
    summary.canceled += claimed.canceledCount;
    if (claimed.isUnheard) summary.unheard += 1;
    for (const claim of claimed.givenUp) {
      await giveUp(context, REMINDER_POST, claim, NOBODY_ANSWERED);
      summary.failed += 1;
    }
    return claimed;
  } catch (error) {
    summary.errors += 1;
    log.error({ err: error, caseId, rule }, 'a deadline could not be reminded of');
    return null;
  }
}

async function claimDue({ db, actor, clock, policy, worker }: DeliverContext, due: DueDeadline) {
  const { now, today } = momentOf(clock);
  return inLedger(db, actor, today, async (tx) => {
    const planned = await planDeadline(tx, due, { now, today, policy });
    if (!planned) return null;
    const claimed = await claimSteps(tx, due, planned, worker, { now, today, policy });
    return { ...claimed, isUnheard: planned.isUnheard, nextLookAt: planned.nextLookAt };
  });
}

function count(summary: SweepSummary, delivered: Delivered): void {
  switch (delivered) {
    case 'sent':
    case 'failed':
    case 'released':
      summary[delivered] += 1;
      break;
    case 'held':
      summary.skipped += 1;
      break;
    case 'broken':
      summary.errors += 1;
      break;
    case 'lost':
    case 'put-off':
      break;
  }
}

const noneYet = (): SweepSummary => ({
  sent: 0,
  failed: 0,
  skipped: 0,
  canceled: 0,
  released: 0,
  unheard: 0,
  errors: 0,
});
