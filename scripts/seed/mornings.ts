import { systemActor, type UserActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import type { Database } from '../../lib/db/client.ts';
import { inOffice, inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import { noteLapses } from '../../lib/deadlines/note-lapses.ts';
import { listInsurerSilences, listLapsesToNote } from '../../lib/deadlines/queries.ts';
import { createLogger } from '../../lib/log.ts';
import { localMailbox } from '../../lib/mail/local-mailbox.ts';
import { accepted, type MailMessage, type MailTransport } from '../../lib/mail/transport.ts';
import { changePolicy } from '../../lib/reminder-policy/change-policy.ts';
import { reminderPolicyInput } from '../../lib/reminder-policy/input.ts';
import { policyValues } from '../../lib/reminder-policy/policy-values.ts';
import { DEFAULT_POLICY } from '../../lib/reminders/policy.ts';
import { isAllDone, sendWhatIsDue } from '../scheduled-work.ts';

export type Outbox = readonly { readonly message: MailMessage; readonly key: string }[];

const day = 86_400_000;
const remindsForDays = 14;

type Office = { readonly administrator: UserActor; readonly appUrl: string; readonly now: Date };

/**
 * The scheduled work of past mornings. What lapsed is noted on its day. Two weeks ago the office set its hours and began
 * to send reminders: from then on what was due is mailed into `outbox`, the digests among it.
 */
export function scheduledWork(db: Database, { administrator, appUrl, now }: Office) {
  const { officeId } = administrator;
  const outbox: { message: MailMessage; key: string }[] = [];
  const transport: MailTransport = {
    name: 'the local mailbox',
    async send(message, key) {
      outbox.push({ message, key });
      return accepted(key);
    },
  };
  const log = createLogger('seed', 'error');
  const since = new Date(now.getTime() - remindsForDays * day);
  let hasBegun = false;
  return {
    outbox: outbox as Outbox,
    run: async (at: Date): Promise<void> => {
      const context = { db, transport, clock: () => at, appUrl, worker: 'seed', log };
      // Most mornings nothing has lapsed, and asking is quicker than a whole run.
      if (await hasLapses(db, officeId, at)) await noteLapses(context, { officeId });
      if (at < since) return;
      if (!hasBegun) await setHours(db, administrator, at);
      hasBegun = true;
      if (!isAllDone(await sendWhatIsDue(context, { officeId })))
        throw new Error(`the work of ${at.toISOString()} failed`);
    },
  };
}

/** The office is open an hour longer than the policy it came with says; its reminders count from here on. */
async function setHours(db: Database, administrator: UserActor, at: Date): Promise<void> {
  const typed = { ...policyValues(DEFAULT_POLICY), closes: '6:00 pm' };
  const set = await inUnitOfWork(db, administrator, at, (unit) =>
    changePolicy(unit, reminderPolicyInput().parse(typed)),
  );
  if (!set.ok) throw new Error('the demo office could not set its hours');
}

const hasLapses = (db: Database, officeId: string, at: Date): Promise<boolean> => {
  const today = pacificToday(at);
  return inOffice(
    db,
    systemActor(officeId),
    today,
    async (tx) =>
      (await listLapsesToNote(tx, today, null, 1)).length > 0 ||
      (await listInsurerSilences(tx, today, null, 1)).length > 0,
  );
};

/** Puts what was mailed where `npm start` shows it; never anywhere else, since nobody in the demo is real. */
export async function deliverLocally(
  outbox: Outbox,
  { folder, from }: { folder: string; from: string },
): Promise<void> {
  const mailbox = localMailbox({ folder, from });
  for (const { message, key } of outbox) {
    const delivery = await mailbox.send(message, key);
    if (delivery.outcome === 'refused') throw new Error(delivery.reason);
  }
}
