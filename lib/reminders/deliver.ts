import { randomUUID } from 'node:crypto';
import type { SystemActor } from '../access/actor.ts';
import type { AuditEventName } from '../audit/events.ts';
import { inLedger, inOffice, inUnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { done, refuse } from '../errors.ts';
import { type Delivery, refused } from '../mail/transport.ts';
import type { Office } from '../offices/queries.ts';
import { momentOf } from './claim.ts';
import { type Composed, composeReminder } from './compose.ts';
import type { SweepContext } from './context.ts';
import { type Claim, joinBatch, release, type Settlement, settle } from './ledger.ts';
import { MOST_ATTEMPTS, nextTry } from './plan.ts';
import type { OfficePolicy } from './policy.ts';

/** What became of one claim; `lost` means that another worker holds it by now, `released` that it was not tried. */
export type Delivered = 'sent' | 'failed' | 'held' | 'lost' | 'released';

export type DeliverContext = SweepContext & {
  readonly office: Office;
  readonly actor: SystemActor;
  readonly policy: OfficePolicy;
  readonly breaker: Breaker;
};

/** Ends a sweep once so many messages in a row could not be handed over: mail is down, and trying each helps nobody. */
export class Breaker {
  #failures = 0;
  get isOpen(): boolean {
    return this.#failures >= 5;
  }
  note(delivery: Delivery): void {
    this.#failures = delivery.outcome === 'refused' && delivery.isRetryable ? this.#failures + 1 : 0;
  }
}

type Written = { readonly claim: Claim; readonly composed: Extract<Composed, { kind: 'message' }> };

/**
 * Sends claimed messages and settles each. Their cases are read again first, so that nothing goes out that is no longer
 * true. Dying at any point loses nothing: after the lease the claims are taken over under the same idempotency keys.
 */
export async function deliver(context: DeliverContext, claims: readonly Claim[]): Promise<Delivered[]> {
  const outcomes: Delivered[] = [];
  const written: Written[] = [];
  for (const claim of claims) {
    const composed = await compose(context, claim);
    if (composed.kind === 'message') written.push({ claim, composed });
    else outcomes.push(await hold(context, claim, composed));
  }
  const { sendBatch } = context.transport;
  const batchId = written[0]?.claim.batchId ?? null;
  if (sendBatch && (written.length > 1 || batchId))
    return [...outcomes, ...(await deliverTogether(context, written, batchId))];
  for (const each of written) outcomes.push(await deliverAlone(context, each));
  return outcomes;
}

const compose = ({ db, actor, office, appUrl, policy, clock }: DeliverContext, claim: Claim) => {
  const { now, today } = momentOf(clock);
  return inOffice(db, actor, today, (tx) =>
    composeReminder(tx, claim, today, { office, appUrl, now, policy }),
  );
};

async function hold(
  { db, actor, clock }: DeliverContext,
  claim: Claim,
  { state, because: reason }: Extract<Composed, { kind: 'held' }>,
): Promise<Delivered> {
  const { today } = momentOf(clock);
  const isOurs = await inLedger(db, actor, today, (tx) => settle(tx, claim, { state, reason }));
  return isOurs ? 'held' : 'lost';
}

async function deliverAlone(context: DeliverContext, { claim, composed }: Written): Promise<Delivered> {
  const { breaker, transport, db, actor, clock } = context;
  if (breaker.isOpen) {
    const { now, today } = momentOf(clock);
    await inLedger(db, actor, today, (tx) => release(tx, claim, nextTry(1, now, null)));
    return 'released';
  }
  const delivery = await transport.send(composed.message, claim.id).catch(brokeOff);
  breaker.note(delivery);
  return settleDelivery(context, claim, composed, delivery);
}

/** One request for all of them, under a key that is stored before it is used. */
async function deliverTogether(
  context: DeliverContext,
  written: readonly Written[],
  formerBatchId: string | null,
): Promise<Delivered[]> {
  const { transport, breaker, db, actor, clock } = context;
  if (written.length === 0 || !transport.sendBatch) return [];
  const batchId = formerBatchId ?? randomUUID();
  const claims = written.map(({ claim }) => claim);
  if (!formerBatchId)
    await inLedger(db, actor, momentOf(clock).today, (tx) => joinBatch(tx, claims, batchId));
  const messages = written.map(({ claim, composed }) => ({ key: claim.id, message: composed.message }));
  const deliveries = await transport
    .sendBatch(messages, batchId)
    .catch((): Delivery[] => messages.map(brokeOff));
  const outcomes: Delivered[] = [];
  for (const [index, { claim, composed }] of written.entries()) {
    const delivery = deliveries[index] ?? brokeOff();
    breaker.note(delivery);
    outcomes.push(await settleDelivery(context, claim, composed, delivery));
  }
  return outcomes;
}

const brokeOff = (): Delivery => refused(true, 'The mail transport broke off.');

async function settleDelivery(
  context: DeliverContext,
  claim: Claim,
  { to, about, remark }: Written['composed'],
  delivery: Delivery,
): Promise<Delivered> {
  const { clock, log } = context;
  const now = clock();
  const told = { to: to.kind, about };
  if (delivery.outcome === 'accepted') {
    const { providerMessageId } = delivery;
    const settlement = { state: 'sent', reason: remark, sentAt: now, providerMessageId } as const;
    return (await recordSettled(context, claim, settlement, told)) ? 'sent' : 'lost';
  }
  const reason = `${delivery.reason} ${delivery.isRetryable ? 'It is tried again.' : 'It is not tried again.'}`;
  log.warn(
    { reminderId: claim.id, attempts: claim.attempts, isRetryable: delivery.isRetryable },
    delivery.reason,
  );
  const retryAt = nextTry(claim.attempts, now, delivery.retryAt ?? null);
  const settlement = {
    state: 'failed',
    reason,
    ...(delivery.isRetryable && { retryAt }),
    leavesBatch: delivery.goesAlone ?? false,
  } as const;
  return (await recordSettled(context, claim, settlement, told)) ? 'failed' : 'lost';
}

/** Ends a claim on which one worker after another died without a word. */
export async function giveUp(context: DeliverContext, claim: Claim): Promise<void> {
  const reason = `${MOST_ATTEMPTS} attempts ended without an answer. It is not tried again.`;
  const told = { to: claim.recipientKind, about: clockTitle(claim) };
  await recordSettled(context, claim, { state: 'failed', reason }, told);
}

/** Settles the ledger and writes the case's record in one transaction; false when the claim is somebody else's by now. */
async function recordSettled(
  { db, actor, clock }: DeliverContext,
  claim: Claim,
  settlement: Settlement,
  told: { readonly to: string; readonly about: string },
): Promise<boolean> {
  const event: AuditEventName = settlement.state === 'sent' ? 'reminder.sent' : 'reminder.failed';
  const outcome = await inUnitOfWork(db, actor, clock(), async (unit) => {
    if (!(await settle(unit.tx, claim, settlement))) return refuse();
    unit.record({
      event,
      caseId: claim.caseId,
      subjectId: claim.id,
      changes: Object.entries(told).map(([field, to]) => ({ field, from: null, to })),
      reason: settlement.reason,
    });
    return done(null);
  });
  return outcome.ok;
}
