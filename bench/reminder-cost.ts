import type pg from 'pg';
import { systemActor } from '../lib/access/actor.ts';
import { instantIn, wallTime } from '../lib/calendar/zoned-time.ts';
import { noteLapses } from '../lib/deadlines/note-lapses.ts';
import { createLogger } from '../lib/log.ts';
import { accepted, type MailTransport } from '../lib/mail/transport.ts';
import { sweepReminders } from '../lib/reminders/sweep.ts';
import { explain, planProblems } from './plans.ts';
import type { LoadedOffice } from './server.ts';
import { type Statement, watchStatements } from './statements.ts';
import { medianOf, timed } from './timing.ts';

export type SweepCost = {
  /** In milliseconds. */
  readonly time: number;
  /** Its reads alone, asked again as the owner of the tables, whom row security does not bind; in milliseconds. */
  readonly bare: number;
  readonly questions: number;
  /** Rows of any table that the database fetched for it. */
  readonly rows: number;
};

export type ReminderCost = {
  /** A sweep of the deadlines that are due, each message handed over. */
  readonly due: SweepCost;
  /** How many messages that were. */
  readonly messages: number;
  /** A sweep with nothing due. */
  readonly idle: SweepCost;
  /** A search for lapses with nothing to note, in milliseconds. */
  readonly idleLapses: number;
  /** What is wrong with the way the database answers a sweep with nothing due. */
  readonly problems: readonly string[];
};

const ZONE = 'America/Los_Angeles';
const DAY = 24 * 3_600_000;
const discarding: MailTransport = {
  name: 'Resend',
  send: async (_, key) => accepted(key),
  largestBatch: 100,
  sendBatch: async (parcels) => parcels.map(({ key }) => accepted(key)),
};

/** Measures the scheduled work of one morning on which exactly `dueCount` deadlines have something to say. */
export async function reminderCost(
  { office, owner, worker }: LoadedOffice,
  dueCount: number,
  stopping: AbortSignal,
): Promise<ReminderCost> {
  const watched = watchStatements(worker.pool);
  const at = instantIn(ZONE, office.today, wallTime('09:00'));
  await leaveDue(owner.pool, at, dueCount);
  const context = {
    db: worker.db,
    transport: discarding,
    clock: () => at,
    appUrl: 'http://localhost:3000',
    worker: 'bench',
    stopping,
    log: createLogger('bench', 'error'),
  };
  const only = { officeId: office.id };
  let messages = 0;
  const sweep = async () => {
    const { sent, errors } = await sweepReminders(context, only);
    if (errors > 0) throw new Error(`${errors} deadlines could not be handled`);
    messages += sent;
  };
  const askBare = bareReader(owner.pool, office.id, office.today);
  // The session that does the work keeps its counts to itself for a while.
  const rowsSoFar = async (): Promise<number> => {
    await worker.pool.query('select pg_stat_force_next_flush()');
    await worker.pool.query('select 1');
    return rowsRead(owner.pool);
  };
  const rowsFor = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await rowsSoFar();
    await work();
    return (await rowsSoFar()) - before;
  };

  // What lapsed yesterday is noted first, so that the search afterwards finds nothing.
  await noteLapses(context, only);
  let dueTime = 0;
  let asked: Statement[] = [];
  const dueRows = await rowsFor(async () => {
    asked = await watched.during(async () => {
      dueTime = await timed(sweep);
    });
  });
  const due = {
    time: dueTime,
    bare: await timed(() => askBare(asked)),
    questions: asked.length,
    rows: dueRows,
  };
  await owner.pool.query('vacuum (analyze) deadlines, reminders');
  const idleAsked = await watched.during(sweep);
  const idle = {
    time: await medianOf(sweep, 15),
    bare: await medianOf(() => askBare(idleAsked), 15),
    questions: idleAsked.length,
    rows: await rowsFor(sweep),
  };
  const client = await worker.pool.connect();
  const explained = await explain(
    client,
    { actor: systemActor(office.id), today: office.today },
    idleAsked,
  ).finally(() => client.release());
  return {
    due,
    messages,
    idle,
    idleLapses: await medianOf(() => noteLapses(context, only), 15),
    problems: planProblems(explained, ['deadlines_look_due']),
  };
}

/** Asks what was read once more, as nobody whom row security binds. */
const bareReader =
  (owner: pg.Pool, officeId: string, today: string) =>
  async (asked: readonly Statement[]): Promise<void> => {
    const client = await owner.connect();
    try {
      await client.query(
        `select set_config('app.office_id', $1, false), set_config('app.today', $2, false)`,
        [officeId, today],
      );
      for (const { text, values } of asked)
        if (/^\s*select/i.test(text)) await client.query(text, [...values]);
    } finally {
      client.release();
    }
  };

async function rowsRead(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ read: string }>(
    `select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as read from pg_stat_user_tables`,
  );
  return Number(rows[0]?.read ?? 0);
}

/** Every other deadline that is due waits for tomorrow. */
async function leaveDue(owner: pg.Pool, at: Date, dueCount: number): Promise<void> {
  const { rows } = await owner.query<{ due: number }>(
    'select count(*)::int as due from deadlines where next_look_at <= $1',
    [at],
  );
  if ((rows[0]?.due ?? 0) < dueCount) throw new Error(`fewer than ${dueCount} deadlines are due`);
  await owner.query(
    `update deadlines set next_look_at = $2
     where next_look_at <= $1 and (case_id, rule) not in (
       select case_id, rule from deadlines where next_look_at <= $1 order by case_id, rule limit $3)`,
    [at, new Date(at.getTime() + DAY), dueCount],
  );
  await owner.query('vacuum (analyze) deadlines');
}
