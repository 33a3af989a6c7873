import { randomUUID } from 'node:crypto';
import { loadCase } from '../cases/load-case.ts';
import { inLedger, inOffice, inUnitOfWork } from '../db/unit-of-work.ts';
import { done, refuse } from '../errors.ts';
import { type Delivery, refused } from '../mail/transport.ts';
import { addTask } from '../manual-deadlines/add-task.ts';
import { composeReminder } from './compose.ts';
import type { Composed } from './composed.ts';
import { type DeliverContext, isStopped } from './context.ts';
import { type Claim, joinBatch, postpone, release, settle } from './ledger.ts';
import { momentOf } from './plan-deadline.ts';
import { correctIfTried } from './repository.ts';
import { type Delivered, settleDelivery, type Written } from './settle-delivery.ts';

/**
 * Sends claimed messages and settles each. Their cases are read again first, so that nothing goes out that is no longer
 * true. Dying at any point loses nothing: after the lease the claims are taken over under the same idempotency keys.
 */
export async function deliver(context: DeliverContext, claims: readonly Claim[]): Promise<Delivered[]> {
  const { sendBatch, largestBatch = 1 } = context.transport;
  const batchId = claims[0]?.batchId ?? null;
  if (sendBatch && batchId) return deliverTogether(context, claims, batchId);
  const together = sendBatch ? claims.filter(isFirstTry) : [];
  const outcomes: Delivered[] = [];
  for (let from = 0; from < together.length; from += largestBatch)
    outcomes.push(...(await deliverTogether(context, together.slice(from, from + largestBatch), null)));
  for (const claim of claims.filter((each) => !together.includes(each)))
    outcomes.push(await deliverAlone(context, claim));
  return outcomes;
}

/** What went by itself may have arrived: under another key than its own it would arrive twice. */
const isFirstTry = ({ attempts }: Claim): boolean => attempts === 1;

async function deliverAlone(context: DeliverContext, claim: Claim): Promise<Delivered> {
  if (isStopped(context)) return giveBack(context, claim);
  const written = await write(context, claim);
  return typeof written === 'string' ? written : sendAlone(context, written);
}

async function sendAlone(context: DeliverContext, written: Written): Promise<Delivered> {
  const { transport, breaker } = context;
  const { claim, composed } = written;
  const delivery = await transport.send(composed.message, claim.id).catch(brokeOff);
  breaker.note(delivery);
  return settleDelivery(context, written, delivery);
}

/** One request for all of them, under a key that is stored before it is used. */
async function deliverTogether(
  context: DeliverContext,
  claims: readonly Claim[],
  formerBatchId: string | null,
): Promise<Delivered[]> {
  const outcomes: Delivered[] = [];
  const written: Written[] = [];
  for (const claim of claims) {
    const each = isStopped(context) ? await giveBack(context, claim) : await write(context, claim);
    if (typeof each === 'string') outcomes.push(each);
    else written.push(each);
  }
  const [only] = written;
  if (only && written.length === 1 && !formerBatchId) return [...outcomes, await sendAlone(context, only)];
  return [...outcomes, ...(await sendTogether(context, written, formerBatchId))];
}

async function sendTogether(
  context: DeliverContext,
  written: readonly Written[],
  formerBatchId: string | null,
): Promise<Delivered[]> {
  const { transport, breaker, db, actor, clock } = context;
  if (written.length === 0 || !transport.sendBatch) return [];
  const batchId = formerBatchId ?? randomUUID();
  const claims = written.map(({ claim }) => claim);
  const joined = await inLedger(db, actor, momentOf(clock).today, (tx) => joinBatch(tx, claims, batchId));
  const ours = written.filter(({ claim }) => joined.has(claim.id));
  const outcomes: Delivered[] = written.filter((each) => !ours.includes(each)).map(() => 'lost');
  if (ours.length === 0) return outcomes;
  const parcels = ours.map(({ claim, composed }) => ({ key: claim.id, message: composed.message }));
  const deliveries = await transport
    .sendBatch(parcels, batchId)
    .catch((): Delivery[] => parcels.map(brokeOff));
  for (const [index, each] of ours.entries()) {
    const delivery = deliveries[index] ?? brokeOff();
    breaker.note(delivery);
    outcomes.push(await settleDelivery(context, each, delivery));
  }
  return outcomes;
}

const brokeOff = (): Delivery => refused(true, 'The mail transport broke off.');

/** Writes one message; where there is none to send, what became of the claim. One that cannot be written keeps no other. */
async function write(context: DeliverContext, claim: Claim): Promise<Written | Delivered> {
  try {
    const composed = await compose(context, claim);
    switch (composed.kind) {
      case 'held':
        return await hold(context, claim, composed);
      case 'waits':
        return await putOff(context, claim, composed.until);
      case 'message':
        if (composed.needsCall) await askForCall(context, claim);
        return { claim, composed };
    }
  } catch (error) {
    context.log.error({ err: error, reminderId: claim.id }, 'a message could not be written');
    return 'broken';
  }
}

const compose = ({ db, actor, office, appUrl, policy, clock }: DeliverContext, claim: Claim) => {
  const { now, today } = momentOf(clock);
  return inOffice(db, actor, today, (tx) =>
    composeReminder(tx, claim, today, { office, appUrl, now, policy }),
  );
};

/** Asks the office to call a client who may not understand the message: before it goes, or it does not go. */
async function askForCall({ db, actor, clock }: DeliverContext, { caseId }: Claim): Promise<void> {
  await inUnitOfWork(db, actor, clock(), async (unit) => {
    const loaded = await loadCase(unit, caseId);
    if (!loaded.ok) return loaded;
    return (await addTask(unit, loaded.record, 'client-language')) ? done(null) : refuse();
  });
}

async function hold(
  { db, actor, clock }: DeliverContext,
  claim: Claim,
  { state, because: reason }: Extract<Composed, { kind: 'held' }>,
): Promise<Delivered> {
  const { now, today } = momentOf(clock);
  return inLedger(db, actor, today, async (tx) => {
    if (!(await settle(tx, claim, { state, reason }))) return 'lost';
    // This attempt was never made; the ones before it were.
    if (state === 'canceled') await correctIfTried(tx, { ...claim, attempts: claim.attempts - 1 }, now);
    return 'held';
  });
}

async function putOff({ db, actor, clock }: DeliverContext, claim: Claim, until: Date): Promise<Delivered> {
  await inLedger(db, actor, momentOf(clock).today, (tx) => postpone(tx, claim, until));
  return 'put-off';
}

async function giveBack({ db, actor, clock }: DeliverContext, claim: Claim): Promise<Delivered> {
  const { now, today } = momentOf(clock);
  await inLedger(db, actor, today, (tx) => release(tx, claim, now));
  return 'released';
}
