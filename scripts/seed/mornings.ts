import { systemActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import type { Database } from '../../lib/db/client.ts';
import { inOffice } from '../../lib/db/unit-of-work.ts';
import { noteLapses } from '../../lib/deadlines/note-lapses.ts';
import { listInsurerSilences, listLapsesToNote } from '../../lib/deadlines/queries.ts';
import { createLogger } from '../../lib/log.ts';
import { localMailbox } from '../../lib/mail/local-mailbox.ts';
import { accepted, type MailMessage, type MailTransport } from '../../lib/mail/transport.ts';
import { listDueDeadlines } from '../../lib/reminders/queries.ts';
import { sweepReminders } from '../../lib/reminders/sweep.ts';

export type Outbox = readonly { readonly message: MailMessage; readonly key: string }[];

const day = 86_400_000;
const remindsForDays = 14;

/**
 * The scheduled work of past mornings. What lapsed is noted on its day; what was due is mailed into `outbox`, as if the
 * office had begun to send reminders two weeks ago.
 */
export function scheduledWork(
  db: Database,
  officeId: string,
  { appUrl, now }: { appUrl: string; now: Date },
) {
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
  return {
    outbox: outbox as Outbox,
    run: async (at: Date): Promise<void> => {
      const { lapses, reminders } = await whatIsDue(db, officeId, at);
      const context = { db, transport, clock: () => at, appUrl, worker: 'seed', log };
      const runs = [
        lapses && (await noteLapses(context, { officeId })),
        reminders && at > since && (await sweepReminders(context, { officeId })),
      ];
      if (runs.some((run) => run && run.errors > 0))
        throw new Error(`the work of ${at.toISOString()} failed`);
    },
  };
}

/** Most mornings have nothing to do, and asking is quicker than a whole run. */
const whatIsDue = (db: Database, officeId: string, at: Date) => {
  const today = pacificToday(at);
  return inOffice(db, systemActor(officeId), today, async (tx) => ({
    lapses:
      (await listLapsesToNote(tx, today, null, 1)).length > 0 ||
      (await listInsurerSilences(tx, today, null, 1)).length > 0,
    reminders: (await listDueDeadlines(tx, at, null, 1)).length > 0,
  }));
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
