import type { SystemActor } from '../access/actor.ts';
import type { AuditEventName } from '../audit/events.ts';
import { pacificToday } from '../calendar/clock.ts';
import { inLedger, inOffice, inUnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { done, refuse } from '../errors.ts';
import { type Delivery, refused } from '../mail/transport.ts';
import type { Office } from '../offices/queries.ts';
import { type Composed, composeReminder } from './compose.ts';
import type { SweepContext } from './context.ts';
import { type Claim, type Settlement, settle } from './ledger.ts';
import { MOST_ATTEMPTS } from './plan.ts';
import type { Recipient } from './policy.ts';

/** What became of one claim; `lost` means that another worker holds it by now. */
export type Delivered = 'sent' | 'failed' | 'held' | 'lost';

/**
 * Sends one claimed message and settles it. The case is read again first, so that nothing goes out that is no longer
 * true. Dying at any point loses nothing: after the lease the claim is taken over under the same idempotency key.
 */
export async function deliver(
  context: SweepContext,
  office: Office,
  actor: SystemActor,
  claim: Claim,
): Promise<Delivered> {
  const { db, clock, transport, appUrl } = context;
  const now = clock();
  const today = pacificToday(now);
  const composed = await inOffice(db, actor, today, (tx) =>
    composeReminder(tx, claim, today, { office, appUrl, now }),
  );
  if (composed.kind === 'held') {
    const { state, because: reason } = composed;
    const isOurs = await inLedger(db, actor, today, (tx) =>
      settle(tx, claim, { state, reason, isFinal: true }),
    );
    return isOurs ? 'held' : 'lost';
  }
  const delivery = await transport
    .send(composed.message, claim.id)
    .catch((): Delivery => refused(true, 'The mail transport broke off.'));
  return settleDelivery(context, actor, claim, composed, delivery);
}

async function settleDelivery(
  { db, clock, log }: SweepContext,
  actor: SystemActor,
  claim: Claim,
  { to, about, remark }: Extract<Composed, { kind: 'message' }>,
  delivery: Delivery,
): Promise<Delivered> {
  const now = clock();
  if (delivery.outcome === 'accepted') {
    const { providerMessageId } = delivery;
    const settlement = {
      state: 'sent',
      reason: remark,
      isFinal: true,
      sentAt: now,
      providerMessageId,
    } as const;
    return (await recordSettled(db, actor, now, claim, settlement, { to: to.kind, about })) ? 'sent' : 'lost';
  }
  const isFinal = !delivery.isRetryable || claim.attempts >= MOST_ATTEMPTS;
  const reason = `${delivery.reason} ${isFinal ? 'It is not tried again.' : 'It is tried again.'}`;
  log.warn({ reminderId: claim.id, attempts: claim.attempts, isFinal }, delivery.reason);
  const settlement = { state: 'failed', reason, isFinal } as const;
  return (await recordSettled(db, actor, now, claim, settlement, { to: to.kind, about })) ? 'failed' : 'lost';
}

/** Ends a claim on which one worker after another died without a word. */
export async function giveUp(
  { db, clock }: SweepContext,
  actor: SystemActor,
  claim: Claim,
  to: Recipient,
): Promise<void> {
  const reason = `${MOST_ATTEMPTS} attempts ended without an answer. It is not tried again.`;
  const told = { to, about: clockTitle(claim) };
  await recordSettled(db, actor, clock(), claim, { state: 'failed', reason, isFinal: true }, told);
}

/** Settles the ledger and writes the case's record in one transaction; false when the claim is somebody else's by now. */
async function recordSettled(
  db: SweepContext['db'],
  actor: SystemActor,
  now: Date,
  claim: Claim,
  settlement: Settlement,
  told: { readonly to: Recipient; readonly about: string },
): Promise<boolean> {
  const event: AuditEventName = settlement.state === 'sent' ? 'reminder.sent' : 'reminder.failed';
  const outcome = await inUnitOfWork(db, actor, now, async (unit) => {
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
