import { type BulletinSummary, sendBulletins } from '../lib/bulletins/send-bulletins.ts';
import { deliverMessages, type MessagesSummary } from '../lib/client-messages/deliver-messages.ts';
import { applyMailEvents } from '../lib/mail-events/apply-mail-events.ts';
import type { SweepContext } from '../lib/reminders/context.ts';
import { type SweepSummary, sweepReminders } from '../lib/reminders/sweep.ts';

export type SentSummary = SweepSummary &
  MessagesSummary &
  BulletinSummary & { appliedMailEvents: number; errorsOfMailEvents: number };

/** What the worker does every five minutes, and a person by hand: sends what is due, and the digests whose hour has come. */
export async function sendWhatIsDue(
  context: SweepContext,
  only?: { readonly officeId: string },
): Promise<SentSummary> {
  // Nobody is written to at an address that bounced a moment ago, a client hears a person first, and the digests take
  // along what the sweep gathered.
  // Each goes even where the one before failed.
  const told = applyMailEvents(context, only);
  await Promise.allSettled([told]);
  const messages = deliverMessages(context, only);
  await Promise.allSettled([messages]);
  const sweep = sweepReminders(context, only);
  await Promise.allSettled([sweep]);
  const digests = await sendBulletins(context, only);
  const { applied, errors } = await told;
  return {
    ...(await sweep),
    ...(await messages),
    ...digests,
    appliedMailEvents: applied,
    errorsOfMailEvents: errors,
  };
}

/** Whether everything went that was to go, to somebody who hears it. */
export const isAllDone = (sent: SentSummary): boolean =>
  sent.failed +
    sent.released +
    sent.unheard +
    sent.errors +
    sent.failedMessages +
    sent.releasedMessages +
    sent.errorsOfMessages +
    sent.failedBulletins +
    sent.errorsOfBulletins +
    sent.errorsOfMailEvents ===
  0;
