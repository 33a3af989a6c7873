import type { AuditEventName } from '../audit/events.ts';
import { loadCase } from '../cases/load-case.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done, refuse } from '../errors.ts';
import type { Delivery } from '../mail/transport.ts';
import { type MessageClaim, type Settlement, settle } from '../mail-ledger/ledger.ts';
import { addTask } from '../manual-deadlines/add-task.ts';
import type { ComposedMessage } from './composed.ts';
import type { DeliverContext } from './context.ts';
import { heldUntil, type Recipient } from './ladder.ts';
import { nextTry } from './plan.ts';
import type { Post } from './post.ts';

/**
 * What became of one claim: `lost` means that another worker holds it by now, `released` that it was not tried,
 * `put-off` that it waits for the office to open, `broken` that it could not be written.
 */
export type Delivered = 'sent' | 'failed' | 'held' | 'lost' | 'released' | 'put-off' | 'broken';

export type Written<C extends MessageClaim> = { readonly claim: C; readonly composed: ComposedMessage };

/** After so many tries in a row somebody is asked to reach the client another way; mail is tried on. */
const TRIES_BEFORE_A_CALL = 5;

/** Writes down what the transport answered, in the ledger and on the case. */
export async function settleDelivery<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  { claim, composed }: Written<C>,
  delivery: Delivery,
): Promise<Delivered> {
  const { clock, log, policy } = context;
  const { to, about, remark, rung } = composed;
  const now = clock();
  const { events } = post;
  const told = { to: to.kind, about };
  if (delivery.outcome === 'accepted') {
    const { providerMessageId } = delivery;
    const settlement = { state: 'sent', reason: remark, sentAt: now, providerMessageId } as const;
    return (await recordSettled(context, post, claim, settlement, { event: events.sent, told }))
      ? 'sent'
      : 'lost';
  }
  const { isRetryable, goesAlone = false } = delivery;
  log.warn({ messageId: claim.id, attempts: claim.attempts, isRetryable }, delivery.reason);
  const reason = `${delivery.reason} ${isRetryable ? 'It is tried again.' : 'It is not tried again.'}`;
  const tryAt = nextTry(claim.attempts, now, delivery.retryAt ?? null);
  const settlement = {
    state: 'failed',
    reason,
    ...(isRetryable && { retryAt: heldUntil(rung, tryAt, policy) ?? tryAt }),
    leavesBatch: goesAlone,
  } as const;
  return (await recordSettled(context, post, claim, settlement, { event: events.failed, told }))
    ? 'failed'
    : 'lost';
}

/** Ends a claim for good: one worker after another died on it without a word, or it is worth sending no more. */
export async function giveUp<C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  claim: C,
  reason: string,
): Promise<void> {
  const entry = { event: post.events.failed, told: post.toldOf(claim) };
  await recordSettled(context, post, claim, { state: 'failed', reason }, entry);
}

/** Writes down, on the case too, that what somebody had sent does not go; where it is open, somebody is to reach the client. */
export const recordHeld = <C extends MessageClaim>(
  context: DeliverContext,
  post: Post<C>,
  claim: C,
  settlement: Settlement,
  event: AuditEventName,
): Promise<boolean> => recordSettled(context, post, claim, settlement, { event, told: post.toldOf(claim) });

/** Who it went to and what it is about. */
type Told = { readonly to: Recipient; readonly about: string };

/** Settles the ledger and writes the case's record in one transaction; false when the claim is somebody else's by now. */
async function recordSettled<C extends MessageClaim>(
  { db, actor, clock }: DeliverContext,
  { ledger, takesBack }: Post<C>,
  claim: C,
  settlement: Settlement,
  { event, told }: { readonly event: AuditEventName; readonly told: Told },
): Promise<boolean> {
  const isSent = settlement.state === 'sent';
  const outcome = await inUnitOfWork(db, actor, clock(), async (unit) => {
    // The case and its deadline before the ledger, as every command locks them.
    const unreached = isUnreached(claim, settlement, told) ? await loadCase(unit, claim.caseId) : null;
    const isTrue = !isSent || !takesBack || (await takesBack.stillHolds(unit.tx, claim));
    if (!(await settle(unit.tx, ledger, claim, settlement))) return refuse();
    if (!isTrue) await takesBack?.plan(unit.tx, claim, unit.now);
    if (unreached?.ok) await addTask(unit, unreached.record, 'reach-client');
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

const isUnreached = ({ attempts }: MessageClaim, { state, retryAt }: Settlement, { to }: Told): boolean =>
  to === 'client' && state !== 'sent' && (!retryAt || attempts === TRIES_BEFORE_A_CALL);
