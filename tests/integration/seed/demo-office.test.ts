import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../../lib/access/actor.ts';
import { passwordMatches } from '../../../lib/access/password.ts';
import { pacificToday } from '../../../lib/calendar/clock.ts';
import { type Connection, connect } from '../../../lib/db/client.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { ROLES, STAGES } from '../../../lib/db/vocabulary.ts';
import { checkStoredDeadlines } from '../../../lib/deadlines/check-stored.ts';
import { noteLapses } from '../../../lib/deadlines/note-lapses.ts';
import { createLogger } from '../../../lib/log.ts';
import { listMailbox } from '../../../lib/mail/local-mailbox.ts';
import { listOffices } from '../../../lib/offices/queries.ts';
import { sweepReminders } from '../../../lib/reminders/sweep.ts';
import { AGENDA_GROUPS } from '../../../lib/worklist/agenda.ts';
import { readAgenda } from '../../../lib/worklist/queries.ts';
import { openDemoOffice } from '../../../scripts/seed/demo-office.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestStore } from '../../support/document-store.ts';
import { outbox } from '../../support/outbox.ts';

const aMinute = 60_000;

let database: TestDatabase;
let owner: Connection;
let app: Connection;
let folder: string;
beforeEach(async () => {
  database = await cloneDatabase();
  owner = connect(database.ownerUrl, { max: 2 });
  app = connect(database.appUrl, { max: 2 });
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-seed-'));
});
afterEach(async () => {
  await owner.pool.end();
  await app.pool.end();
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const open = (now: Date) =>
  openDemoOffice(
    owner.db,
    {
      dataDir: folder,
      mailbox: { folder: path.join(folder, 'mail'), from: 'Recourse <reminders@localhost>' },
      appUrl: 'http://localhost:3000',
      store: openTestStore(),
    },
    now,
  );
const rowsOf = async <T extends object>(query: string): Promise<T[]> =>
  (await owner.pool.query<T>(query)).rows;
const log = createLogger('test', 'silent');

describe('the demo office', () => {
  test('shows every stage to a sign-in of every role, with a history that reads as if it had happened', {
    timeout: 4 * aMinute,
  }, async () => {
    const now = new Date('2026-11-21T18:00:00Z');
    const { officeId, caseCount } = await open(now);

    expect(caseCount).toBeGreaterThanOrEqual(40);
    const stages = await rowsOf<{ stage: string }>('select distinct stage from cases');
    expect(stages.map(({ stage }) => stage).toSorted()).toEqual([...STAGES].toSorted());

    const papers = await rowsOf<{ kind: string; state: string }>(
      'select kind, state from documents order by kind',
    );
    expect(papers.map(({ kind }) => kind)).toEqual([
      'denial-letter',
      'dispute-statement',
      'medical-necessity-letter',
      'membership-card',
      'plan-response',
    ]);
    expect(new Set(papers.map(({ state }) => state))).toEqual(new Set(['checking']));

    const file = path.join(folder, 'demo-accounts.json');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    const accounts = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      role: string;
      email: string;
      password: string;
    }[];
    expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(ROLES));
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    for (const { email, password } of accounts) {
      const [user] = await rowsOf<{ hash: string }>(
        `select password_hash as hash from users where email = '${email}'`,
      );
      expect(await passwordMatches(user?.hash ?? null, password)).toBe(true);
    }

    const events = await rowsOf<{ at: Date }>('select at from audit_events order by id');
    const moments = events.map(({ at }) => at.getTime());
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(Math.max(...moments)).toBeLessThanOrEqual(now.getTime());
    const numbers = await rowsOf<{ number: string }>('select number from cases order by opened_at, number');
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map(({ number }) => number).toSorted());

    const context = { db: app.db, clock: () => now, log };
    expect(await checkStoredDeadlines(context, { officeId })).toMatchObject({ repaired: 0, errors: 0 });
    expect(await noteLapses(context, { officeId })).toEqual({ noted: 0, errors: 0 });
    const { transport, sent } = outbox();
    await sweepReminders(
      { ...context, transport, appUrl: 'http://localhost:3000', worker: 'test' },
      { officeId },
    );
    expect(sent).toEqual([]);
    const mail = await listMailbox(path.join(folder, 'mail'), officeId, 1_000);
    expect(new Set(mail.map(({ language }) => language))).toEqual(new Set(['en', 'es']));
  });

  test('fills every group of Today, on a leap day before sunrise too', { timeout: 4 * aMinute }, async () => {
    const now = new Date('2028-02-29T09:30:00Z');
    const { officeId } = await open(now);
    const [caseworker] = await rowsOf<{ id: string }>(`select id from users where email like 'ines@%'`);
    const today = pacificToday(now);
    const { groups } = await inOffice(app.db, systemActor(officeId), today, (tx) =>
      readAgenda(tx, [caseworker?.id ?? ''], today),
    );
    expect(AGENDA_GROUPS.filter((key) => groups[key].length === 0)).toEqual([]);
  });

  test('is there whole or not at all', { timeout: 4 * aMinute }, async () => {
    await owner.pool.query(`alter table case_closures add check (outcome <> 'lost-contact')`);
    await expect(open(new Date('2026-11-21T18:00:00Z'))).rejects.toThrow();
    expect(await listOffices(owner.db)).toEqual([]);
  });
});
