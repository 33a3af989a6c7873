import { setTimeout as sleep } from 'node:timers/promises';
import type { Email } from 'postal-mime';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { pacificToday, systemClock } from '../../../lib/calendar/clock.ts';
import { addDays } from '../../../lib/calendar/local-date.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { type Program, runScript, scriptEnv } from '../../support/program.ts';
import { smtpSink } from '../../support/smtp-sink.ts';

const CASES = 10;
/** Each case's acknowledgment has lapsed: the owner and the supervisor hear. */
const MESSAGES = CASES * 2;

let database: TestDatabase;
let office: TestOffice;
const running: Program[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  const tenDaysAgo = addDays(pacificToday(systemClock()), -10);
  for (let index = 0; index < CASES; index += 1)
    await aCase('dmhc', tenDaysAgo).withGrievance(tenDaysAgo).in(office);
  // Whether a digest goes out beside the reminders would depend on the hour of the day.
  await office.owner.pool.query(
    `insert into digest_preferences (user_id, office_id, stopped_at) select id, office_id, now() from users`,
  );
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
afterEach(() => {
  for (const { child } of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

function startWorker(smtpUrl: string): Program {
  const worker = runScript('worker.ts', [], scriptEnv(database.workerUrl, { SMTP_URL: smtpUrl }));
  running.push(worker);
  return worker;
}

async function sentEventCount(): Promise<number> {
  const { rows } = await office.owner.pool.query<{ count: string }>(
    `select count(*) from audit_events where event = 'reminder.sent'`,
  );
  return Number(rows[0]?.count);
}

/** The reminders among what was received, by their Message-IDs; an alarm that they were late may be there as well. */
async function remindersAmong(received: readonly Email[]): Promise<string[]> {
  const { rows } = await office.owner.pool.query<{ id: string }>('select id from reminders');
  const keys = new Set(rows.map(({ id }) => id));
  const keyOf = ({ messageId }: Email) => messageId?.slice(1).split('@')[0] ?? '';
  return received.map(keyOf).filter((key) => keys.has(key));
}

const until = (holds: () => boolean | Promise<boolean>) =>
  vi.waitUntil(holds, { timeout: 60_000, interval: 100 });

test('a worker killed in the middle loses nothing and its successor repeats nothing', {
  timeout: 150_000,
}, async () => {
  const sink = await smtpSink(() => sleep(60));
  const first = startWorker(sink.url);
  await until(() => sink.received.length >= 5);
  first.child.kill('SIGKILL');
  await first.ended;
  await sleep(200);
  const before = sink.received.length;
  expect(before).toBeLessThan(MESSAGES);

  // What the dead worker held is stale once its lease is over; the clock of the database stands in for the wait.
  const { rowCount: held } = await office.owner.pool.query(
    `update reminders set claimed_at = claimed_at - interval '11 minutes' where state = 'claimed'`,
  );
  const second = startWorker(sink.url);
  await until(async () => (await sentEventCount()) === MESSAGES);
  second.child.kill('SIGTERM');
  expect(await second.ended).toEqual({ code: 0, signal: null });

  const ids = await remindersAmong(sink.received);
  expect(new Set(ids).size).toBe(MESSAGES);
  // At most what was in flight at the kill arrives twice, and under the same Message-ID.
  expect(ids.length - MESSAGES).toBeLessThanOrEqual(held ?? 0);
  const { rows } = await office.owner.pool.query<{ state: string; count: string }>(
    `select state, count(*) from reminders where rung = 'lapsed' group by state`,
  );
  expect(rows).toEqual([{ state: 'sent', count: String(MESSAGES) }]);
  await sink.close();
});

test('a worker that is asked to stop finishes the message at hand and leaves the rest for the next', {
  timeout: 150_000,
}, async () => {
  await office.owner.pool.query('delete from reminders');
  await office.owner.pool.query(`update deadlines set next_look_at = now() where rule = 'ca.grv.ack'`);
  const sink = await smtpSink(() => sleep(100));
  const worker = startWorker(sink.url);
  await until(() => sink.received.length >= 2);
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toEqual({ code: 0, signal: null });
  const sentCount = (await remindersAmong(sink.received)).length;
  const { rows } = await office.owner.pool.query<{ state: string; count: string }>(
    `select state, count(*) from reminders where rung = 'lapsed' and attempts > 0 group by state`,
  );
  expect(rows).toEqual([{ state: 'sent', count: String(sentCount) }]);
  expect(sentCount).toBeLessThan(MESSAGES);
  expect(worker.output()).not.toMatch(/@example\.org|Ana|Prueba/);
  await sink.close();
});

test('a worker answers what it is asked wrongly with a sentence', { timeout: 60_000 }, async () => {
  const worker = runScript('worker.ts', ['--fast'], {});
  expect(await worker.ended).toMatchObject({ code: 2 });
  expect(worker.output()).toContain('--fast is not understood.');
});

test('a worker says so when the database was not migrated', { timeout: 60_000 }, async () => {
  await office.owner.pool.query('alter schema pgboss rename to elsewhere');
  const worker = startWorker('smtp://127.0.0.1:9');
  expect(await worker.ended).toMatchObject({ code: 1 });
  expect(worker.output()).toContain('run "npm run migrate" first.');
  await office.owner.pool.query('alter schema elsewhere rename to pgboss');
});
