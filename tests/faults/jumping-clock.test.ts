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

test('a clock that jumps a week ahead and back sends the newest of each once, and no storm', async () => {
  const office = generateOffice({ cases: 400, caseworkers: 2 }, FRIDAY);
  await store(office, database.ownerUrl);
  const worker = sweeper({ workerUrl: database.workerUrl, officeId: office.id, resendUrl: resend.url });
  const sweep = async (on: LocalDate) => {
    const before = resend.sent().length;
    expect(await worker.sweep(morningOf(on))).toMatchObject({ errors: 0, failed: 0 });
    return resend.sent().slice(before);
  };
  const before = await sweep(FRIDAY);
  const jumped = await sweep(addDays(FRIDAY, WEEK));
  let again = 0;
  for (let day = 0; day <= WEEK; day += 1) again += (await sweep(addDays(FRIDAY, day))).length;
  const after = await sweep(addDays(FRIDAY, WEEK + 3));
  await worker.close();

  const seen = await lookBack(jumped.map(({ message }) => message));
  tell(
    `Clock a week ahead and back: sent ${before.length} before, ${jumped.length} at the jump (at most ${seen.nudges} nudges to one person, ${seen.gathered} left to the digest), ${again} in the same week again, ${after.length} after it; twice ${resend.duplicates().size}`,
  );
  expect(jumped.length).toBeGreaterThan(50);
  expect(again).toBe(0);
  expect(after.length).toBeGreaterThan(0);
  expect(resend.duplicates().size).toBe(0);
  expect(seen).toMatchObject({ severalOfOne: 0, passedOverNewer: 0, forDaysGoneBy: 0 });
  expect(seen.gathered).toBeGreaterThan(0);
  expect(seen.nudges).toBeLessThanOrEqual(DEFAULT_POLICY.mostAloneADay);
});

/** What the ledger knows of the messages that went out at the jump. */
async function lookBack(ids: readonly string[]) {
  const { rows } = await owner.pool.query<
    Record<'nudges' | 'gathered' | 'severalOfOne' | 'passedOverNewer' | 'forDaysGoneBy', number>
  >(
    `with jumped as (select * from reminders where id = any($1::uuid[]))
     select
       (select count(*)::int from jumped
          where recipient_kind <> 'client' and rung not in ('T-1', 'T-0', 'at-once', 'opened')
          group by recipient_id order by 1 desc limit 1) as nudges,
       (select count(*)::int from reminders where state = 'gathered' and reason <> '') as gathered,
       (select count(*)::int from
          (select from jumped group by case_id, rule, due_on, recipient_id having count(*) > 1) s) as "severalOfOne",
       (select count(*)::int from jumped j
          join reminders o using (case_id, rule, due_on, recipient_id)
          where o.planned_at > j.planned_at and o.created_at <= $2) as "passedOverNewer",
       (select count(*)::int from jumped where rung not in ('lapsed', 'opened') and due_on < $3) as "forDaysGoneBy"`,
    [ids, morningOf(addDays(FRIDAY, WEEK)), addDays(FRIDAY, WEEK)],
  );
  return rows[0] ?? expect.fail('there is always a row');
}
