import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { instantIn, wallTime } from '../../lib/calendar/zoned-time.ts';
import { type Connection, connect } from '../../lib/db/client.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { type FakeResend, startFakeResend } from '../support/fake-resend.ts';
import { dueOffice, store, TODAY, ZONE } from './due-office.ts';
import { tell } from './figures.ts';
import { countStates } from './killing.ts';
import { inFigures, reckon } from './reckoning.ts';
import { killWorkers, WorkerProcess } from './worker-process.ts';

const EIGHT = instantIn(ZONE, TODAY, wallTime('08:00'));
const later = (minutes: number): Date => new Date(EIGHT.getTime() + minutes * 60_000);

let database: TestDatabase;
let owner: Connection;
let resend: FakeResend;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = connect(database.ownerUrl, { max: 2 });
  resend = await startFakeResend();
});
afterEach(killWorkers);
afterAll(async () => {
  await resend.stop();
  await owner.pool.end();
  await database.drop();
});

const crew = (officeId: string, size: number): WorkerProcess[] =>
  Array.from(
    { length: size },
    () => new WorkerProcess({ workerUrl: database.workerUrl, officeId, mail: { resend: resend.url } }),
  );

test('four workers at once share 2,000 messages and repeat none', async () => {
  const office = dueOffice(500);
  await store(office, database.ownerUrl);
  const workers = crew(office.id, 4);
  await Promise.all(workers.map((worker) => worker.isReady));
  const summaries = await Promise.all(workers.map((worker) => worker.sweep(later(5))));
  const reckoning = reckon(office, mailsOf(office.id));
  const shares = summaries.map(({ sent }) => sent);
  tell(`4 workers at once: ${inFigures(reckoning)}; they sent ${shares.join(', ')}`);
  expect(reckoning).toEqual({ due: 2_000, sent: 2_000, lost: 0, twice: 0, unowed: 0 });
  expect(Math.min(...shares)).toBeGreaterThan(0);
  expect(summaries.every(({ errors, failed }) => errors + failed === 0)).toBe(true);
  expect(await countStates(owner.pool, office.id)).toEqual({ rows: 2_000, sent: 2_000, claimed: 0 });
});

test('a schedule that starts two workers at the same moment, 20 times, sends everything once', async () => {
  const rounds = 20;
  const office = dueOffice(100);
  await store(office, database.ownerUrl);
  // A few cases come due in each round.
  await owner.pool.query(
    `update deadlines d set next_look_at = $2::timestamptz + (n.nth % $3) * interval '5 minutes'
     from (select case_id, rule, row_number() over (order by case_id) as nth from deadlines where office_id = $1) n
     where d.case_id = n.case_id and d.rule = n.rule`,
    [office.id, EIGHT, rounds],
  );
  const pair = crew(office.id, 2);
  await Promise.all(pair.map((worker) => worker.isReady));
  let bothSent = 0;
  for (let round = 0; round < rounds; round += 1) {
    const summaries = await Promise.all(pair.map((worker) => worker.sweep(later(round * 5 + 1))));
    if (summaries.every(({ sent }) => sent > 0)) bothSent += 1;
  }
  const reckoning = reckon(office, mailsOf(office.id));
  tell(`Double cron ×${rounds}: ${inFigures(reckoning)}; both had a share in ${bothSent} rounds`);
  expect(reckoning).toEqual({ due: 400, sent: 400, lost: 0, twice: 0, unowed: 0 });
  expect(await countStates(owner.pool, office.id)).toEqual({ rows: 400, sent: 400, claimed: 0 });
});

const mailsOf = (officeId: string) => resend.sent().filter(({ office }) => office === officeId);
