import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { instantIn, wallTime } from '../../lib/calendar/zoned-time.ts';
import { type Connection, connect } from '../../lib/db/client.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { startFakeResend } from '../support/fake-resend.ts';
import { smtpSink } from '../support/smtp-sink.ts';
import { type DueOffice, dueOffice, store, TODAY, ZONE } from './due-office.ts';
import { tell } from './figures.ts';
import { countStates, killAndFinish } from './killing.ts';
import { inFigures, reckon } from './reckoning.ts';
import { killWorkers, WorkerProcess } from './worker-process.ts';

/** What people have sent to clients, through workers that die and providers that fail. */

const SEED = 20_260_310;
const STARTS_AT = instantIn(ZONE, TODAY, wallTime('08:05'));
const FAULTS = {
  'drop-before': 0.08,
  'rate-limit': 0.07,
  'error-before': 0.05,
  'drop-after': 0.08,
  'error-after': 0.08,
} as const;

let database: TestDatabase;
let owner: Connection;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = connect(database.ownerUrl, { max: 2 });
});
afterEach(killWorkers);
afterAll(async () => {
  await owner.pool.end();
  await database.drop();
});

/** An office in which each client has a message to come, and no clock has anything to say. */
async function officeWithMessages(cases: number): Promise<DueOffice> {
  const generated = dueOffice(cases);
  const office = { ...generated, owed: generated.owed.filter(({ caseNumber }) => caseNumber === null) };
  await store(office, database.ownerUrl);
  await owner.pool.query('update deadlines set next_look_at = null where office_id = $1', [office.id]);
  await owner.pool.query(
    `insert into client_messages (office_id, case_id, kind, written_by, planned_at, state)
     select office_id, id, 'call-us', owner_id, $2, 'planned' from cases where office_id = $1`,
    [office.id, STARTS_AT],
  );
  return office;
}

test('messages by hand outlive workers killed one after another before a failing Resend, and none comes twice', async () => {
  const kills = 20;
  const office = await officeWithMessages(200);
  const due = office.owed.length;
  const resend = await startFakeResend({ seed: SEED, faults: FAULTS });
  try {
    const inHand = await killAndFinish({
      office,
      pool: owner.pool,
      settings: { workerUrl: database.workerUrl, officeId: office.id, mail: { resend: resend.url } },
      startsAt: STARTS_AT,
      kills,
      seed: SEED,
      ledger: 'client_messages',
    });
    const reckoning = reckon(office, resend.sent());
    tell(
      `Messages by hand, kill -9 ×${kills}: ${inFigures(reckoning)}; ${inHand} died with messages in hand`,
    );
    expect(reckoning).toEqual({ due, sent: due, lost: 0, twice: 0, unowed: 0 });
    expect(resend.duplicates().size).toBe(0);
    expect(await countStates(owner.pool, office.id, 'client_messages')).toEqual({
      rows: due,
      sent: due,
      claimed: 0,
    });
    expect(inHand).toBeGreaterThan(0);
  } finally {
    await resend.stop();
  }
});

test('messages by hand through SMTP are not lost; what comes twice has one Message-ID', async () => {
  const kills = 8;
  const office = await officeWithMessages(40);
  const due = office.owed.length;
  const sink = await smtpSink();
  try {
    await killAndFinish({
      office,
      pool: owner.pool,
      settings: { workerUrl: database.workerUrl, officeId: office.id, mail: { smtp: sink.url } },
      startsAt: STARTS_AT,
      kills,
      seed: SEED,
      ledger: 'client_messages',
    });
    const reckoning = reckon(
      office,
      sink.received.map(({ to, subject }) => ({ to: to?.[0]?.address ?? '', subject: subject ?? '' })),
    );
    tell(`Messages by hand with SMTP, kill -9 ×${kills}: ${inFigures(reckoning, 'the server')}`);
    expect(reckoning).toMatchObject({ due, sent: due, lost: 0, unowed: 0 });
    expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(due);
    expect(reckoning.twice).toBeLessThanOrEqual(kills);
  } finally {
    await sink.close();
  }
});

test('four workers at once share the messages by hand and repeat none', async () => {
  const office = await officeWithMessages(400);
  const resend = await startFakeResend();
  try {
    const workers = Array.from(
      { length: 4 },
      () =>
        new WorkerProcess({
          workerUrl: database.workerUrl,
          officeId: office.id,
          mail: { resend: resend.url },
        }),
    );
    await Promise.all(workers.map((worker) => worker.isReady));
    await Promise.all(workers.map((worker) => worker.sweep(STARTS_AT)));
    const reckoning = reckon(office, resend.sent());
    tell(`Messages by hand, 4 workers at once: ${inFigures(reckoning)}`);
    expect(reckoning).toEqual({ due: 400, sent: 400, lost: 0, twice: 0, unowed: 0 });
  } finally {
    await resend.stop();
  }
});
