import type pg from 'pg';
import { randomOf } from '../../bench/generate/random.ts';
import type { DueOffice } from './due-office.ts';
import { WorkerProcess, type WorkerSettings } from './worker-process.ts';

/** About what one message costs from its claim to its settlement, in questions to the database. */
const STEPS_A_MESSAGE = 25;
/** Longer than a lease, so that each worker may take over what the one before it left. */
const BETWEEN_LIVES_MINUTES = 11;
const SWEEP_EVERY_MINUTES = 5;
const MOST_SWEEPS_TO_FINISH = 60;
const MINUTE = 60_000;

type LedgerTable = 'reminders' | 'client_messages';

export type Killing = {
  readonly office: DueOffice;
  readonly pool: pg.Pool;
  readonly settings: WorkerSettings;
  readonly startsAt: Date;
  readonly kills: number;
  readonly seed: number;
  /** Where the messages are on the books, if they are not reminders. */
  readonly ledger?: LedgerTable;
  /** What happens after each death, before the next worker begins. */
  readonly between?: (at: Date) => Promise<void>;
};

/**
 * Kills worker after worker at a random step of its sweep, spread over the whole run, and lets the last one finish. Says
 * how many died with messages in hand.
 */
export async function killAndFinish({
  office,
  pool,
  settings,
  startsAt,
  kills,
  seed,
  ledger = 'reminders',
  between = async () => undefined,
}: Killing): Promise<number> {
  const random = randomOf(seed);
  let at = startsAt;
  let inHand = 0;
  let next = new WorkerProcess(settings);
  for (let killed = 0; killed < kills; killed += 1) {
    const worker = next;
    const { sent } = await countStates(pool, office.id, ledger);
    const mostSteps = Math.ceil((2 * (office.owed.length - sent) * STEPS_A_MESSAGE) / (kills - killed));
    await worker.sweepOn(at);
    // The next one loads while this one works.
    next = new WorkerProcess(settings);
    const diesAt = worker.steps + random.whole(1, mostSteps);
    await worker.until(() => worker.steps >= diesAt);
    await worker.kill();
    if ((await countStates(pool, office.id, ledger)).claimed > 0) inHand += 1;
    at = new Date(at.getTime() + BETWEEN_LIVES_MINUTES * MINUTE);
    await between(at);
  }
  await finish(next, { office, pool, at, ledger });
  return inHand;
}

/** Has one worker sweep every five minutes of its clock until everything is sent. */
export async function finish(
  worker: WorkerProcess,
  {
    office,
    pool,
    at,
    ledger = 'reminders',
  }: Pick<Killing, 'office' | 'pool' | 'ledger'> & { readonly at: Date },
): Promise<void> {
  for (let sweeps = 0; sweeps < MOST_SWEEPS_TO_FINISH; sweeps += 1) {
    await worker.sweep(new Date(at.getTime() + sweeps * SWEEP_EVERY_MINUTES * MINUTE));
    const { sent, claimed } = await countStates(pool, office.id, ledger);
    if (sent >= office.owed.length && claimed === 0) break;
  }
  await worker.kill();
}

export async function countStates(
  pool: pg.Pool,
  officeId: string,
  ledger: LedgerTable = 'reminders',
): Promise<{ readonly rows: number; readonly sent: number; readonly claimed: number }> {
  const { rows } = await pool.query<{ rows: number; sent: number; claimed: number }>(
    `select count(*)::int as rows, count(*) filter (where state = 'sent')::int as sent,
       count(*) filter (where claimed_at is not null)::int as claimed
     from ${ledger} where office_id = $1`,
    [officeId],
  );
  return rows[0] ?? { rows: 0, sent: 0, claimed: 0 };
}
