import { systemActor } from '../access/actor.ts';
import { inOffice } from '../db/unit-of-work.ts';
import { CLIENT_MESSAGE_NAMES } from '../labels.ts';
import { takeOverBatch } from '../mail-ledger/ledger.ts';
import { eachOffice } from '../offices/each-office.ts';
import type { Office } from '../offices/queries.ts';
import { Breaker } from '../reminders/breaker.ts';
import type { DeliverContext, SweepContext } from '../reminders/context.ts';
import { deliverWaiting } from '../reminders/deliver.ts';
import { momentOf } from '../reminders/plan-deadline.ts';
import type { Post } from '../reminders/post.ts';
import { readPolicy } from '../reminders/queries.ts';
import type { Delivered } from '../reminders/settle-delivery.ts';
import { composeMessage } from './compose-message.ts';
import { CLIENT_MESSAGE_LEDGER, type ClientMessageClaim, claimDue } from './ledger.ts';

export type MessagesSummary = {
  messages: number;
  failedMessages: number;
  /** Not sent, since the case or what the client wants has changed. */
  heldMessages: number;
  /** Claimed and not tried: the run was ended, or mail is down. The next run begins with them. */
  releasedMessages: number;
  errorsOfMessages: number;
};

const POST: Post<ClientMessageClaim> = {
  ledger: CLIENT_MESSAGE_LEDGER,
  events: { sent: 'message.sent', failed: 'message.failed', held: 'message.held' },
  compose: composeMessage,
  toldOf: ({ kind }) => ({ to: 'client', about: CLIENT_MESSAGE_NAMES[kind] }),
};

/**
 * Sends what people have for clients, office by office, and tries again what failed. Safe to run at any time and twice at
 * once: no message goes under two keys.
 */
export const deliverMessages = (
  context: SweepContext,
  only?: { readonly officeId: string },
): Promise<MessagesSummary> =>
  eachOffice(
    context,
    only,
    { messages: 0, failedMessages: 0, heldMessages: 0, releasedMessages: 0, errorsOfMessages: 0 },
    (office, summary) => deliverInOffice(context, office, summary),
  );

async function deliverInOffice(
  context: SweepContext,
  office: Office,
  summary: MessagesSummary,
): Promise<void> {
  const { db, clock, worker } = context;
  const actor = systemActor(office.id);
  const policy = await inOffice(db, actor, momentOf(clock).today, readPolicy);
  const at: DeliverContext = { ...context, office, actor, policy, breaker: new Breaker() };
  const note = (delivered: Delivered) => count(summary, delivered);
  await deliverWaiting(
    at,
    POST,
    (tx, now) => takeOverBatch(tx, CLIENT_MESSAGE_LEDGER, { worker, now }),
    note,
  );
  await deliverWaiting(at, POST, (tx, now, limit) => claimDue(tx, worker, now, limit), note);
}

function count(summary: MessagesSummary, delivered: Delivered): void {
  if (delivered === 'sent') summary.messages += 1;
  if (delivered === 'failed') summary.failedMessages += 1;
  if (delivered === 'held') summary.heldMessages += 1;
  if (delivered === 'released') summary.releasedMessages += 1;
  if (delivered === 'broken') summary.errorsOfMessages += 1;
}
