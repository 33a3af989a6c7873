import { formatLongDate } from '../calendar/format-date.ts';
import { inOffice } from '../db/unit-of-work.ts';
import type { DeliverContext } from '../reminders/context.ts';
import { momentOf } from '../reminders/plan-deadline.ts';
import { messageTo, readAddressed } from './addressed.ts';
import { type Composed, NOTHING_TAKEN } from './composed.ts';
import type { BulletinClaim } from './ledger.ts';
import { type Alarm, alarmLetter } from './letters/alarm-letter.ts';

/** Writes an alarm to the administrator it was claimed for, or says why it cannot go. */
export async function composeAlarm(
  context: DeliverContext,
  claim: BulletinClaim,
  alarm: Alarm,
): Promise<Composed> {
  const { db, actor, clock } = context;
  const addressed = await inOffice(db, actor, momentOf(clock).today, (tx) => readAddressed(tx, claim));
  if (!addressed.reader) return { kind: 'held', ...addressed, taken: NOTHING_TAKEN };
  const { reader } = addressed;
  const message = await messageTo(reader, alarmLetter(alarm, reader), context, null);
  return { kind: 'message', to: reader.name, taken: NOTHING_TAKEN, message };
}

/** An alarm that is tried again: its words are on the page it leads to, and what it is about may have changed since. */
export const composeStandingAlarm = (context: DeliverContext, claim: BulletinClaim): Promise<Composed> =>
  composeAlarm(context, claim, {
    subject: 'Recourse needs an administrator',
    sentences: [
      `On ${formatLongDate(claim.forOn)} Recourse found something amiss with the office’s reminders. The page below says what it is.`,
    ],
    href: `${context.appUrl}/reminders`,
  });
