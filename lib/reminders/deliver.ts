import { randomUUID } from 'node:crypto';
import { loadCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import { inLedger, inOffice, inUnitOfWork } from '../db/unit-of-work.ts';
import { done, refuse } from '../errors.ts';
import { type Delivery, refused } from '../mail/transport.ts';
import { joinBatch, type MessageClaim, postpone, release, settle } from '../mail-ledger/ledger.ts';
import { addTask } from '../manual-deadlines/add-task.ts';
import type { Composed } from './composed.ts';
import { type DeliverContext, isStopped } from './context.ts';
import { momentOf } from './plan-deadline.ts';
import type { Post } from './post.ts';
import { type Delivered, giveUp, recordHeld, settleDelivery, type Written } from './settle-delivery.ts';

/** So few that their lease outlasts a slow server, where each message is a request of its own. */
const HANDFUL = 10;

/** How many messages are claimed at a time. */
export const handfulFor = ({ transport }: Pick<DeliverContext, 'transport'>): number =>
  transport.largestBatch ?? HANDFUL;

/** Sends what waits, a handful at a time, until there is no more or the run is ended. */
export async function deliverWaiting<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  claimSome: (tx: Transaction, now: Date, limit: number) => Promise<readonly C[]>,
  note: (delivered: Delivered) => void,
): Promise<void> {
  const { db, actor, clock } = context;
  while (!isStopped(context)) {
    const { now, today } = momentOf(clock);
    const claims = await inLedger(db, actor, today, (tx) => claimSome(tx, now, handfulFor(context)));
    if (claims.length === 0) return;
    for (const delivered of await deliver(context, post, claims)) note(delivered);
  }
}

/**
 * Sends claimed messages and settles each. Their cases are read again first, so that nothing goes out that is no longer
 * true. Dying at any point loses nothing: after the lease the claims are taken over under the same idempotency keys.
 */
export async function deliver<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  claims: readonly C[],
): Promise<Delivered[]> {
  const { sendBatch, largestBatch = 1 } = context.transport;
  const batchId = claims[0]?.batchId ?? null;
  if (sendBatch && batchId) return deliverTogether(context, post, claims, batchId);
  const together = sendBatch ? claims.filter(isFirstTry) : [];
  const outcomes: Delivered[] = [];
  for (let from = 0; from < together.length; from += largestBatch)
    outcomes.push(...(await deliverTogether(context, post, together.slice(from, from + largestBatch), null)));
  for (const claim of claims.filter((each) => !together.includes(each)))
    outcomes.push(await deliverAlone(context, post, claim));
  return outcomes;
}

/** What went by itself may have arrived: under another key than its own it would arrive twice. */
const isFirstTry = ({ attempts }: MessageClaim): boolean => attempts === 1;

async function deliverAlone<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  claim: C,
): Promise<Delivered> {
  if (isStopped(context)) return giveBack(context, post, claim);
  const written = await write(context, post, claim);
  return typeof written === 'string' ? written : sendAlone(context, post, written);
}

async function sendAlone<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  written: Written<C>,
): Promise<Delivered> {
  const { transport, breaker } = context;
  const { claim, composed } = written;
  const delivery = await transport.send(composed.message, claim.id).catch(brokeOff);
  breaker.note(delivery);
  return settleDelivery(context, post, written, delivery);
}

/** One request for all of them, under a key that is stored before it is used. */
async function deliverTogether<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  claims: readonly C[],
  formerBatchId: string | null,
): Promise<Delivered[]> {
  const outcomes: Delivered[] = [];
  const written: Written<C>[] = [];
  for (const claim of claims) {
    const each = isStopped(context)
      ? await giveBack(context, post, claim)
      : await write(context, post, claim);
    if (typeof each === 'string') outcomes.push(each);
    else written.push(each);
  }
  const [only] = written;
  if (only && written.length === 1 && !formerBatchId)
    return [...outcomes, await sendAlone(context, post, only)];
  return [...outcomes, ...(await sendTogether(context, post, written, formerBatchId))];
}

async function sendTogether<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  written: readonly Written<C>[],
  formerBatchId: string | null,
): Promise<Delivered[]> {
  const { transport, breaker, db, actor, clock } = context;
  if (written.length === 0 || !transport.sendBatch) return [];
  const batchId = formerBatchId ?? randomUUID();
  const claims = written.map(({ claim }) => claim);
  const joined = await inLedger(db, actor, momentOf(clock).today, (tx) =>
    joinBatch(tx, post.ledger, claims, batchId),
  );
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
    outcomes.push(await settleDelivery(context, post, each, delivery));
  }
  return outcomes;
}

const brokeOff = (): Delivery => refused(true, 'The mail transport broke off.');

/** Writes one message; where there is none to send, what became of the claim. One that cannot be written keeps no other. */
async function write<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  claim: C,
): Promise<Written<C> | Delivered> {
  try {
    const composed = await compose(context, post, claim);
    switch (composed.kind) {
      case 'held':
        return await hold(context, post, claim, composed);
      case 'waits':
        return await putOff(context, post, claim, composed.until);
      case 'given-up':
        await giveUp(context, post, claim, composed.because);
        return 'failed';
      case 'message':
        if (composed.needsCall) await askForCall(context, claim);
        return { claim, composed };
    }
  } catch (error) {
    context.log.error({ err: error, messageId: claim.id }, 'a message could not be written');
    return 'broken';
  }
}

const compose = <C extends MessageClaim>(
  { db, actor, office, appUrl, policy, clock }: DeliverContext,
  post: Post<C>,
  claim: C,
): Promise<Composed> => {
  const { now, today } = momentOf(clock);
  return inOffice(db, actor, today, (tx) => post.compose(tx, claim, today, { office, appUrl, now, policy }));
};

/** Asks the office to call a client who may not understand the message: before it goes, or it does not go. */
async function askForCall({ db, actor, clock }: DeliverContext, { caseId }: MessageClaim): Promise<void> {
  await inUnitOfWork(db, actor, clock(), async (unit) => {
    const loaded = await loadCase(unit, caseId);
    if (!loaded.ok) return loaded;
    return (await addTask(unit, loaded.record, 'client-language')) ? done(null) : refuse();
  });
}

async function hold<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  claim: C,
  { state, because: reason }: Extract<Composed, { kind: 'held' }>,
): Promise<Delivered> {
  const { ledger, takesBack, events } = post;
  if (events.held)
    return (await recordHeld(context, post, claim, { state, reason }, events.held)) ? 'held' : 'lost';
  const { db, actor, clock } = context;
  const { now, today } = momentOf(clock);
  return inLedger(db, actor, today, async (tx) => {
    if (!(await settle(tx, ledger, claim, { state, reason }))) return 'lost';
    // This attempt was never made; of the ones before it nobody knows whether they arrived.
    const wasTried = claim.attempts > 1;
    if (state === 'canceled' && takesBack && wasTried && !(await takesBack.stillHolds(tx, claim)))
      await takesBack.plan(tx, claim, now);
    return 'held';
  });
}

async function putOff(
  { db, actor, clock }: DeliverContext,
  { ledger }: Pick<Post<MessageClaim>, 'ledger'>,
  claim: MessageClaim,
  until: Date,
): Promise<Delivered> {
  await inLedger(db, actor, momentOf(clock).today, (tx) => postpone(tx, ledger, claim, until));
  return 'put-off';
}

async function giveBack(
  { db, actor, clock }: DeliverContext,
  { ledger }: Pick<Post<MessageClaim>, 'ledger'>,
  claim: MessageClaim,
): Promise<Delivered> {
  const { now, today } = momentOf(clock);
  await inLedger(db, actor, today, (tx) => release(tx, ledger, claim, now));
  return 'released';
}
