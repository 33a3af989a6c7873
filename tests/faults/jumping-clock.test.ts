import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateOffice } from '../../bench/generate/office.ts';
import { addDays, type LocalDate, localDate } from '../../lib/calendar/local-date.ts';
import { instantIn, wallTime } from '../../lib/calendar/zoned-time.ts';
import { type Connection, connect } from '../../lib/db/client.ts';
import { DEFAULT_POLICY } from '../../lib/reminders/policy.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { type FakeResend, startFakeResend } from '../support/fake-resend.ts';
import { store, ZONE } from './due-office.ts';
import { tell } from './figures.ts';
import { sweeper } from './sweeping.ts';

const FRIDAY = localDate('2026-11-20');
const WEEK = 7;
const morningOf = (on: LocalDate): Date => instantIn(ZONE, on, wallTime('09:00'));

let database: TestDatabase;
let owner: Connection;
let resend: FakeResend;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = connect(database.ownerUrl, { max: 2 });
  resend = await startFakeResend();
});
afterAll(async () => {
  await resend.stop();
  await owner.pool.end();
  await database.drop();
});

type Row = {
  readonly id: string;
  readonly rung: string;
  readonly due_on: string;
  readonly recipient: string;
  readonly deadline: string;
  readonly kind: string;
};

test('a clock that jumps a week ahead and back sends the newest of each once, and no storm', async () => {
  const office = generateOffice({ cases: 400, caseworkers: 6 }, FRIDAY);
  await store(office, database.ownerUrl);
  const worker = sweeper({ workerUrl: database.workerUrl, officeId: office.id, resendUrl: resend.url });
  const sweep = async (on: LocalDate) => {
    const before = resend.sent().length;
    expect(await worker.sweep(morningOf(on))).toMatchObject({ errors: 0, failed: 0 });
    return resend.sent().slice(before);
  };
  const today = await sweep(FRIDAY);
  const ahead = await sweep(addDays(FRIDAY, WEEK));
  let back = 0;
  for (let day = 0; day <= WEEK; day += 1) back += (await sweep(addDays(FRIDAY, day))).length;
  const after = await sweep(addDays(FRIDAY, WEEK + 3));
  await worker.close();

  const { rows } = await owner.pool.query<Row>(
    `select id, rung, due_on, recipient_id as recipient, recipient_kind as kind, case_id || ' ' || rule || ' ' || due_on as deadline
     from reminders where office_id = $1 and state = 'sent'`,
    [office.id],
  );
  const jumped = rows.filter(({ id }) => ahead.some(({ message }) => message === id));
  const mostForOne = Math.max(
    ...[...new Set(jumped.map(({ recipient }) => recipient))].map(
      (one) => jumped.filter(({ recipient, rung }) => recipient === one && mayWait(rung)).length,
    ),
  );
  tell(
    `Clock a week ahead and back: sent ${today.length} before, ${ahead.length} at the jump (at most ${mostForOne} nudges to one person), ${back} in the week again, ${after.length} after; twice ${resend.duplicates().size}`,
  );
  expect(ahead.length).toBeGreaterThan(50);
  expect(after.length).toBeGreaterThan(0);
  expect(back).toBe(0);
  expect(resend.duplicates().size).toBe(0);
  expect(mostForOne).toBeLessThanOrEqual(DEFAULT_POLICY.mostAloneADay);
  // One message for a deadline and person, and none that counts down to a day gone by.
  expect(new Set(jumped.map(({ deadline, recipient }) => `${deadline} ${recipient}`)).size).toBe(
    jumped.length,
  );
  const late = jumped.filter(
    ({ rung, due_on }) => rung !== 'lapsed' && rung !== 'opened' && due_on < addDays(FRIDAY, WEEK),
  );
  expect(late).toEqual([]);
});

/** What the policy's limit holds for: the countdown to a day that is not near, and what is over. */
const mayWait = (rung: string): boolean => !['T-1', 'T-0', 'at-once', 'opened'].includes(rung);
