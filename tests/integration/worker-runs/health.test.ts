import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { createLogger } from '../../../lib/log.ts';
import { reconcileReminders } from '../../../lib/reconciliation/reconcile.ts';
import { listWorkerRuns } from '../../../lib/worker-runs/queries.ts';
import { readHealth } from '../../../lib/worker-runs/read-health.ts';
import { keepRun } from '../../../lib/worker-runs/repository.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice } from '../../support/office.ts';
import { outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  await office.owner.pool.query(`update offices set created_at = '2026-02-02T08:00:00Z'`);
  await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const at = (on: string) => (on.includes('T') ? new Date(on) : morningOf(localDate(on)));
const reasonsAt = async (moment: string) => (await readHealth(office.app.db, at(moment))).reasons;
const run = (job: string, on: string, work: () => Promise<unknown> = () => Promise.resolve()) =>
  keepRun({ db: office.worker.db, clock: () => at(on) }, job, work);
const compare = (on: string) =>
  run('reconcile', on, () =>
    reconcileReminders({ db: office.worker.db, clock: () => at(on), log: createLogger('test', 'silent') }),
  );
const send = (on: string, box = outbox()) => run('send-reminders', on, () => sweep(office, on, box));

describe('the health of reminders, as the web server sees it', () => {
  test('is good on the first day, before any job has run', async () => {
    await send('2026-02-02');
    await office.owner.pool.query('delete from worker_runs');
    expect(await readHealth(office.app.db, at('2026-02-02'))).toEqual({
      reasons: [],
      lastRunAt: null,
      lastComparisonAt: null,
    });
  });

  test('is bad once no job has finished for more than 26 hours', async () => {
    expect(await reasonsAt('2026-02-03T11:00:00Z')).toEqual([
      'The worker has not finished sending reminders at all.',
      'The worker has not finished comparing reminders at all.',
    ]);
    await send('2026-02-03');
    await compare('2026-02-03');
    expect(await readHealth(office.app.db, at('2026-02-03'))).toEqual({
      reasons: [],
      lastRunAt: at('2026-02-03'),
      lastComparisonAt: at('2026-02-03'),
    });
  });

  test('does not take a run that failed for one that finished', async () => {
    const broke = run('send-reminders', '2026-02-04', () => Promise.reject(new Error('broke')));
    await expect(broke).rejects.toThrow('broke');
    const [, sending] = await listWorkerRuns(office.app.db);
    expect(sending).toEqual({
      job: 'send-reminders',
      startedAt: at('2026-02-04'),
      finishedAt: at('2026-02-03'),
    });
  });

  test('is bad while something due is unsent for more than an hour, and good again once it went', async () => {
    await compare('2026-02-04T16:00:00Z');
    const mailIsDown = outbox(() => ({ outcome: 'refused', isRetryable: true, reason: 'Down.' }));
    await send('2026-02-04T16:00:00Z', mailIsDown);
    expect(await reasonsAt('2026-02-04T17:00:00Z')).toEqual([]);
    expect(await reasonsAt('2026-02-04T17:40:00Z')).toEqual([
      'What was due more than an hour ago has not gone out: 2 waiting, the oldest since Feb 4, 2026, 8:00 am, Pacific time.',
    ]);
    await send('2026-02-04T18:00:00Z');
    expect(await reasonsAt('2026-02-04T18:00:00Z')).toEqual([]);
  });

  test('is bad while the last comparison found differences', async () => {
    await office.owner.pool.query(`delete from reminders where rung = 'T-3'`);
    await compare('2026-02-05');
    await send('2026-02-05');
    expect(await reasonsAt('2026-02-05')).toEqual([
      'The last comparison found 1 difference between what should have gone out and what did.',
    ]);
  });

  test('names nobody and no case', async () => {
    const said = JSON.stringify(await readHealth(office.app.db, at('2026-04-05')));
    expect(said).not.toMatch(/2026-0000|Ana|Prueba|@/);
  });
});
