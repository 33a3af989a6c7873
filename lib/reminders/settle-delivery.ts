import type { AuditEventName } from '../audit/events.ts';
import { loadCase } from '../cases/load-case.ts';
import { inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { done, refuse } from '../errors.ts';
import type { Delivery } from '../mail/transport.ts';
import { addTask } from '../manual-deadlines/add-task.ts';
import type { ComposedMessage } from './composed.ts';
import type { DeliverContext } from './context.ts';
import { heldUntil } from './ladder.ts';
import { type Claim, type Settlement, settle } from './ledger.ts';
import { MOST_ATTEMPTS, nextTry } from './plan.ts';
import { planCorrectionOf, stillStands } from './repository.ts';

/**
 * What became of one claim: `lost` means that another worker holds it by now, `released` that it was not tried,
 * `put-off` that it waits for the office to open, `broken` that it could not be written.
 */
export type Delivered = 'sent' | 'failed' | 'held' | 'lost' | 'released' | 'put-off' | 'broken';

export type Written = { readonly claim: Claim; readonly composed: ComposedMessage };

/** After so many tries in a row somebody is asked to reach the client another way; mail is tried on. */
const TRIES_BEFORE_A_CALL = 5;

/** Writes down what the transport answered, in the ledger and on the case. */
export async function settleDelivery(
  context: DeliverContext,
  { claim, composed }: Written,
  delivery: Delivery,
): Promise<Delivered> {
  const { clock, log, policy } = context;
  const { to, about, remark, rung } = composed;
  const now = clock();
  const told = { to: to.kind, about };
  if (delivery.outcome === 'accepted') {
    const { providerMessageId } = delivery;
    const settlement = { state: 'sent', reason: remark, sentAt: now, providerMessageId } as const;
    return (await recordSettled(context, claim, settlement, told)) ? 'sent' : 'lost';
  }
  const { isRetryable, goesAlone = false } = delivery;
  log.warn({ reminderId: claim.id, attempts: claim.attempts, isRetryable }, delivery.reason);
  const reason = `${delivery.reason} ${isRetryable ? 'It is tried again.' : 'It is not tried again.'}`;
  const tryAt = nextTry(claim.attempts, now, delivery.retryAt ?? null);
  const settlement = {
    state: 'failed',
    reason,
    ...(isRetryable && { retryAt: heldUntil(rung, tryAt, policy) ?? tryAt }),
    leavesBatch: goesAlone,
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
  const isSent = settlement.state === 'sent';
  const event: AuditEventName = isSent ? 'reminder.sent' : 'reminder.failed';
  const outcome = await inUnitOfWork(db, actor, clock(), async (unit) => {
    // The case and its deadline before the ledger, as every command locks them.
    const unreached = isUnreached(claim, settlement) ? await loadCase(unit, claim.caseId) : null;
    const isTrue = !isSent || (await stillStands(unit.tx, claim));
    if (!(await settle(unit.tx, claim, settlement))) return refuse();
    if (!isTrue) await planCorrectionOf(unit.tx, claim, unit.now);
    if (unreached?.ok) await addTask(unit, unreached.record, 'reach-client');
    record(unit, event, claim, told, settlement.reason);
    return done(null);
  });
  return outcome.ok;
}

const isUnreached = ({ recipientKind, attempts }: Claim, { state, retryAt }: Settlement): boolean =>
  recipientKind === 'client' && state === 'failed' && (!retryAt || attempts === TRIES_BEFORE_A_CALL);

const record = (
  unit: UnitOfWork,
  event: AuditEventName,
  { id, caseId }: Claim,
  told: Readonly<Record<string, string>>,
  reason: string,
): void =>
  unit.record({
    event,
    caseId,
    subjectId: id,
    changes: Object.entries(told).map(([field, to]) => ({ field, from: null, to })),
    reason,
  });
