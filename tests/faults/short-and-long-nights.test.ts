import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, localDate } from '../../lib/calendar/local-date.ts';
import { instantIn, wallTime } from '../../lib/calendar/zoned-time.ts';
import { type Connection, connect } from '../../lib/db/client.ts';
import { DEFAULT_POLICY, type ReminderPolicy } from '../../lib/reminders/policy.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { startFakeResend } from '../support/fake-resend.ts';
import { dueOffice, store, ZONE } from './due-office.ts';
import { tell } from './figures.ts';
import { countStates } from './killing.ts';
import { inFigures, reckon } from './reckoning.ts';
import { sweeper } from './sweeping.ts';

const FIVE_MINUTES = 5 * 60_000;

let database: TestDatabase;
let owner: Connection;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = connect(database.ownerUrl, { max: 2 });
});
afterAll(async () => {
  await owner.pool.end();
  await database.drop();
});

test.each([
  // At half past two no clock shows half past two that night.
  { night: '2026-03-08', hours: 23, opensAt: '02:30', goesAt: '2026-03-08T10:30:00.000Z' },
  // At half past one they do twice, and the first counts.
  { night: '2026-11-01', hours: 25, opensAt: '01:30', goesAt: '2026-11-01T08:30:00.000Z' },
])('in the night of $night with its $hours hours everything goes once, and on time', async (given) => {
  const sunday = localDate(given.night);
  const office = dueOffice(25, { today: addDays(sunday, -1), dueOn: addDays(sunday, 1) });
  await store(office, database.ownerUrl);
  const policy: ReminderPolicy = {
    ...DEFAULT_POLICY,
    workingDays: [0, 1, 2, 3, 4, 5, 6],
    opensAt: wallTime(given.opensAt),
  };
  const begins = instantIn(ZONE, addDays(sunday, -1), wallTime('00:00'));
  await owner.pool.query(
    `insert into reminder_policies (office_id, policy, changed_by, changed_at) values ($1, $2, $3, $4)`,
    [office.id, JSON.stringify(policy), office.people[0]?.id, begins],
  );
  const resend = await startFakeResend();
  const worker = sweeper({ workerUrl: database.workerUrl, officeId: office.id, resendUrl: resend.url });
  try {
    const from = instantIn(ZONE, addDays(sunday, -1), wallTime('21:00'));
    const until = instantIn(ZONE, sunday, wallTime('08:00'));
    const sentAt: string[] = [];
    let sweeps = 0;
    for (let at = from; at < until; at = new Date(at.getTime() + FIVE_MINUTES)) {
      sweeps += 1;
      const { sent, errors } = await worker.sweep(at);
      expect(errors).toBe(0);
      if (sent > 0) sentAt.push(at.toISOString());
    }
    const reckoning = reckon(office, resend.sent());
    tell(`Night of ${given.night} (${given.hours} h), ${sweeps} sweeps: ${inFigures(reckoning)}`);
    expect(reckoning).toEqual({ due: 100, sent: 100, lost: 0, twice: 0, unowed: 0 });
    expect(sentAt).toEqual([given.goesAt]);
    expect(await countStates(owner.pool, office.id)).toEqual({ rows: 100, sent: 100, claimed: 0 });
  } finally {
    await worker.close();
    await resend.stop();
  }
});
