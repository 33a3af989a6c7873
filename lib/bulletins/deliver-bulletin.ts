import type { AuditEventName, NewAuditEvent } from '../audit/events.ts';
import type { Transaction } from '../db/client.ts';
import { inLedger, inUnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { done, refuse } from '../errors.ts';
import { type Delivery, refused } from '../mail/transport.ts';
import type { DeliverContext } from '../reminders/context.ts';
import { nextTry } from '../reminders/plan.ts';
import { momentOf } from '../reminders/plan-deadline.ts';
import type { Composed, Taken } from './composed.ts';
import {
  type BulletinClaim,
  type BulletinSettlement,
  leave,
  lookAgain,
  settle,
  settleTaken,
} from './ledger.ts';
import type { Gathered } from './queries.ts';

/** What became of a bulletin; `lost` means that another worker holds it by now. */
export type Told = 'sent' | 'failed' | 'held' | 'lost';

export const KIND_NAMES = {
  'morning-digest': 'morning digest',
  'team-digest': 'team digest',
  alarm: 'alarm',
} as const;

const COUNTED = 'The digest counted it among those it did not list.';

/**
 * Hands a claimed bulletin over and settles it together with the reminders it told. Dying at any point loses nothing:
 * after the lease it is taken over under the same idempotency key.
 */
export async function deliverBulletin(
  context: DeliverContext,
  claim: BulletinClaim,
  composed: Composed,
): Promise<Told> {
  if (composed.kind === 'held') return hold(context, claim, composed);
  const { transport, breaker, clock, log } = context;
  const { message, to, taken } = composed;
  const delivery = await transport
    .send(message, claim.id)
    .catch((): Delivery => refused(true, 'The mail transport broke off.'));
  breaker.note(delivery);
  const now = clock();
  if (delivery.outcome === 'accepted') {
    const { providerMessageId } = delivery;
    const settlement = { state: 'sent', reason: '', sentAt: now, providerMessageId } as const;
    return (await record(context, claim, settlement, to, taken)) ? 'sent' : 'lost';
  }
  const { isRetryable, reason } = delivery;
  log.warn({ bulletinId: claim.id, attempts: claim.attempts, isRetryable }, reason);
  const settlement = {
    state: 'failed',
    reason: `${reason} ${isRetryable ? 'It is tried again.' : 'It is not tried again.'}`,
    ...(isRetryable && { retryAt: nextTry(claim.attempts, now, delivery.retryAt ?? null) }),
  } as const;
  return (await record(context, claim, settlement, to, taken)) ? 'failed' : 'lost';
}

async function hold(
  { db, actor, clock }: DeliverContext,
  claim: BulletinClaim,
  { state, because: reason, taken }: Extract<Composed, { kind: 'held' }>,
): Promise<Told> {
  const { now, today } = momentOf(clock);
  const isOurs = await inLedger(db, actor, today, async (tx) => {
    if (!(await settle(tx, claim, { state, reason }))) return false;
    await settleNotTold(tx, taken, now);
    return true;
  });
  return isOurs ? 'held' : 'lost';
}

/** One transaction for the bulletin, what it told, and the record of both; false when it is somebody else's by now. */
async function record(
  { db, actor, clock }: DeliverContext,
  claim: BulletinClaim,
  settlement: BulletinSettlement,
  to: string,
  taken: Taken,
): Promise<boolean> {
  const now = clock();
  const { state, reason, retryAt, ...how } = settlement;
  const outcome = await inUnitOfWork(db, actor, now, async (unit) => {
    if (!(await settle(unit.tx, claim, settlement))) return refuse();
    const kind = KIND_NAMES[claim.kind];
    unit.record({
      event: state === 'sent' ? 'bulletin.sent' : 'bulletin.failed',
      subjectId: claim.id,
      changes: [
        { field: 'kind', from: null, to: kind },
        { field: 'to', from: null, to },
      ],
      reason,
    });
    // What is tried again is judged again when it is.
    if (retryAt) return done(null);
    await settleNotTold(unit.tx, taken, now);
    await settleTaken(unit.tx, taken.told, { state, ...how, ...(state === 'failed' && { reason }) });
    if (state === 'sent') await settleTaken(unit.tx, taken.counted ?? [], { state, reason: COUNTED });
    for (const reminder of taken.told)
      unit.record(eventOf(reminder, state === 'sent' ? 'reminder.sent' : 'reminder.failed', kind, reason));
    return done(null);
  });
  return outcome.ok;
}

const eventOf = (
  { id, caseId, rule, title, recipientKind }: Gathered,
  event: Extract<AuditEventName, 'reminder.sent' | 'reminder.failed'>,
  kind: string,
  reason: string,
): NewAuditEvent => ({
  event,
  caseId,
  subjectId: id,
  changes: Object.entries({ to: recipientKind, in: kind, about: clockTitle({ rule, title }) }).map(
    ([field, to]) => ({ field, from: null, to }),
  ),
  reason,
});

async function settleNotTold(tx: Transaction, { notTold, left }: Taken, now: Date): Promise<void> {
  const byReason = Map.groupBy(notTold, ({ verdict }) => (verdict === 'told' ? '' : verdict.because));
  for (const judged of byReason.values()) {
    const verdict = judged[0]?.verdict;
    if (!verdict || verdict === 'told') continue;
    const reminders = judged.map(({ reminder }) => reminder);
    await settleTaken(tx, reminders, { state: verdict.state, reason: verdict.because });
    if (verdict.passesOn) await lookAgain(tx, reminders, now);
  }
  await leave(tx, left);
}
