import { instant, startOfPacificDay } from '../lib/calendar/instant.ts';
import { noteLapses } from '../lib/deadlines/note-lapses.ts';
import { createLogger } from '../lib/log.ts';
import { accepted, type MailTransport } from '../lib/mail/transport.ts';
import { sweepReminders } from '../lib/reminders/sweep.ts';
import type { LoadedOffice } from './server.ts';
import { medianOf, timed } from './timing.ts';

export type ReminderCost = {
  /** A sweep of the deadlines that are due, each message handed over. */
  readonly due: number;
  /** A sweep with nothing due. */
  readonly idle: number;
  /** A search for lapses with nothing to note. */
  readonly idleLapses: number;
};

const discarding: MailTransport = { name: 'the local mailbox', send: async (_, key) => accepted(key) };

/** Times the scheduled work of one morning on which exactly `dueCount` deadlines have something to say, in milliseconds. */
export async function reminderCost(
  { office, owner, app }: LoadedOffice,
  dueCount: number,
  stopping: AbortSignal,
): Promise<ReminderCost> {
  await leaveDue(owner.pool, office.today, dueCount);
  const at = new Date(new Date(instant(startOfPacificDay(office.today))).getTime() + 6 * 3_600_000);
  const context = {
    db: app.db,
    transport: discarding,
    clock: () => at,
    appUrl: 'http://localhost:3000',
    worker: 'bench',
    stopping,
    log: createLogger('bench', 'error'),
  };
  const only = { officeId: office.id };
  // What lapsed yesterday is noted first, so that the search afterwards finds nothing.
  await noteLapses(context, only);
  const due = await timed(async () => {
    const { errors } = await sweepReminders(context, only);
    if (errors > 0) throw new Error(`${errors} deadlines could not be handled`);
  });
  return {
    due,
    idle: await medianOf(() => sweepReminders(context, only), 15),
    idleLapses: await medianOf(() => noteLapses(context, only), 15),
  };
}

/** Every other deadline that is due waits for tomorrow. */
async function leaveDue(
  owner: LoadedOffice['owner']['pool'],
  today: string,
  dueCount: number,
): Promise<void> {
  const { rows } = await owner.query<{ due: number }>(
    'select count(*)::int as due from deadlines where next_reminder_on <= $1',
    [today],
  );
  if ((rows[0]?.due ?? 0) < dueCount) throw new Error(`fewer than ${dueCount} deadlines are due`);
  await owner.query(
    `update deadlines set next_reminder_on = $1::date + 1
     where next_reminder_on <= $1 and (case_id, rule) not in (
       select case_id, rule from deadlines where next_reminder_on <= $1 order by case_id, rule limit $2)`,
    [today, dueCount],
  );
  await owner.query('vacuum (analyze) deadlines');
}
