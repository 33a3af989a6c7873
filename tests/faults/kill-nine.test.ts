import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { instantIn, wallTime } from '../../lib/calendar/zoned-time.ts';
import { type Connection, connect } from '../../lib/db/client.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { startFakeResend } from '../support/fake-resend.ts';
import { smtpSink } from '../support/smtp-sink.ts';
import { dueOffice, store, TODAY, ZONE } from './due-office.ts';
import { tell } from './figures.ts';
import { countStates, killAndFinish } from './killing.ts';
import { inFigures, reckon } from './reckoning.ts';
import { deliveryTeller } from './webhooks.ts';
import { killWorkers } from './worker-process.ts';

const SEED = 20_260_310;
const STARTS_AT = instantIn(ZONE, TODAY, wallTime('08:05'));
/** More than every third request goes wrong, and half of those after the mail was taken. */
const FAULTS = {
  'drop-before': 0.08,
  'rate-limit': 0.07,
  'error-before': 0.05,
  slow: 0.02,
  'drop-after': 0.08,
  'error-after': 0.08,
} as const;

let database: TestDatabase;
let owner: Connection;
let app: Connection;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = connect(database.ownerUrl, { max: 2 });
  app = connect(database.appUrl, { max: 2 });
});
afterEach(killWorkers);
afterAll(async () => {
  await app.pool.end();
  await owner.pool.end();
  await database.drop();
});

test('workers killed one after another before a failing Resend lose nothing and repeat nothing', async () => {
  const kills = 50;
  const office = dueOffice(500);
  const due = office.owed.length;
  await store(office, database.ownerUrl);
  const resend = await startFakeResend({ seed: SEED, faults: FAULTS, slowMilliseconds: 200 });
  const teller = deliveryTeller(resend, app);
  try {
    const inHand = await killAndFinish({
      office,
      pool: owner.pool,
      settings: { workerUrl: database.workerUrl, officeId: office.id, mail: { resend: resend.url } },
      startsAt: STARTS_AT,
      kills,
      seed: SEED,
      between: (at) => teller.tellTwice(at),
    });
    const reckoning = reckon(office, resend.sent());
    const asked = resend.asked();
    const failing = asked.filter(({ fault }) => fault !== null).length;
    tell(`kill -9 ×${kills}: ${inFigures(reckoning)}`);
    tell(
      `  seed ${SEED}; ${inHand} died with messages in hand; ${failing} of ${asked.length} requests failed; ${teller.told().length} deliveries told twice`,
    );
    expect(reckoning).toEqual({ due, sent: due, lost: 0, twice: 0, unowed: 0 });
    expect(resend.duplicates().size).toBe(0);
    expect(await countStates(owner.pool, office.id)).toEqual({ rows: due, sent: due, claimed: 0 });
    expect(await countDelivered(office.id)).toEqual({
      events: teller.told().length,
      marked: teller.told().length,
      onRecord: teller.told().length,
    });
    expect(inHand).toBeGreaterThan(kills / 2);
    expect(failing).toBeGreaterThan(kills / 2);
  } finally {
    await resend.stop();
  }
});

test('workers killed one after another before an SMTP server lose nothing; what comes twice has one Message-ID', async () => {
  const kills = 15;
  const office = dueOffice(50);
  const due = office.owed.length;
  await store(office, database.ownerUrl);
  const sink = await smtpSink();
  try {
    const inHand = await killAndFinish({
      office,
      pool: owner.pool,
      settings: { workerUrl: database.workerUrl, officeId: office.id, mail: { smtp: sink.url } },
      startsAt: STARTS_AT,
      kills,
      seed: SEED,
    });
    const reckoning = reckon(
      office,
      sink.received.map(({ to, subject }) => ({ to: to?.[0]?.address ?? '', subject: subject ?? '' })),
    );
    tell(`kill -9 ×${kills} with SMTP: ${inFigures(reckoning, 'the server')}, under the same Message-ID`);
    expect(reckoning).toMatchObject({ due, sent: due, lost: 0, unowed: 0 });
    expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(due);
    // At most the message that was on its way when its worker died.
    expect(reckoning.twice).toBeLessThanOrEqual(kills);
    expect(inHand).toBeGreaterThan(kills / 2);
  } finally {
    await sink.close();
  }
});

async function countDelivered(officeId: string) {
  const { rows } = await owner.pool.query<Record<'events' | 'marked' | 'onRecord', number>>(
    `select (select count(*)::int from mail_events where office_id = $1 and applied_at is not null) as events,
       (select count(*)::int from reminders where office_id = $1 and delivered_at is not null) as marked,
       (select count(*)::int from audit_events where office_id = $1 and event = 'reminder.delivered') as "onRecord"`,
    [officeId],
  );
  return rows[0];
}
