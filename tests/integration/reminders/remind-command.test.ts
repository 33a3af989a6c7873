import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMailbox } from '../../../lib/mail/local-mailbox.ts';
import { CaseStory } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { eventsOf, ledgerOf } from '../../support/outbox.ts';
import { runScript, scriptEnv } from '../../support/program.ts';

let database: TestDatabase;
let office: TestOffice;
let folder: string;
let caseId: string;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  folder = await mkdtemp(path.join(os.tmpdir(), 'recourse-remind-'));
  const consent = { email: 'ana@example.org', emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };
  caseId = await new CaseStory({ on: '2026-02-02', line: 'dmhc', ...consent })
    .withGrievance('2026-02-02')
    .in(office);
});
afterAll(async () => {
  await office.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function remind(args: string[], more: Record<string, string> = {}) {
  const program = runScript('remind.ts', args, scriptEnv(database.workerUrl, { MAIL_DIR: folder, ...more }));
  const { code } = await program.ended;
  return { code, output: program.output() };
}

// A process takes seconds to start on a busy machine.
describe('npm run remind', { timeout: 60_000 }, () => {
  test('with --dry-run says what it would do and why, names no client, and changes nothing', async () => {
    const before = await eventsOf(office, caseId);
    const { code, output } = await remind(['--dry-run', '--as-of', '2026-03-05']);
    expect(code).toBe(0);
    expect(output).toContain('As of Mar 5, 2026, 9:00 am, Pacific time. Nothing is sent or written.');
    expect(output).toContain(
      '2026-000001  The plan did not answer by Wed, Mar 4, 2026. The IMR is open since Thu, Mar 5, 2026.',
    );
    expect(output).toContain('2026-000001  Answer the grievance, due Wed, Mar 4, 2026');
    expect(output).toContain('to Test caseworker (owner): after it lapsed');
    expect(output).toContain('to the client: after it lapsed');
    expect(output).toMatch(/2 lapses, 5 messages\./);
    expect(output).not.toMatch(/Ana|Prueba|ana@/);
    expect(await eventsOf(office, caseId)).toEqual(before);
    expect(await ledgerOf(office, caseId)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test('sends as of another day only where the clock is a test’s', async () => {
    const refused = await remind(['--as-of', '2026-03-05']);
    expect(refused).toMatchObject({
      code: 2,
      output: expect.stringContaining('--as-of needs --dry-run') as string,
    });
    const { code, output } = await remind(['--as-of', '2026-03-05'], { TEST_CLOCK: 'on' });
    expect(output).toContain('2 lapses noted.\n5 messages sent through the local mailbox, 0 failed');
    expect(code).toBe(0);
    const received = await listMailbox(folder, office.officeId, 10);
    // Beside them lies the owner's morning digest.
    const reminders = received.filter(
      ({ subject, to }) => subject.startsWith('2026-000001') || to === 'ana@example.org',
    );
    expect(reminders).toHaveLength(5);
    const again = await remind(['--as-of', '2026-03-05'], { TEST_CLOCK: 'on' });
    expect(again.output).toContain('0 messages sent');
  });

  test.each([
    [['--as-of', '2026-02-30', '--dry-run'], '--as-of 2026-02-30 is not a day'],
    [['--office', '3fa85f64-5717-4562-b3fc-2c963f66afa6', '--dry-run'], 'There is no office 3fa85f64'],
    [['--everything'], "Unknown option '--everything'"],
    [['compare'], 'compare is not understood.'],
    [['reconcile', '--as-of', '2026-03-05'], '--as-of does not go with reconcile.'],
    [['drill', '--days', '3'], '--days 3 is not a whole number from 10 to 365.'],
  ])('asked with %o says what is wrong and ends with 2', async (args, sentence) => {
    const { code, output } = await remind(args);
    expect(output).toContain(sentence);
    expect(code).toBe(2);
  });

  test('ends with 1 when mail could not be handed over', async () => {
    const { code, output } = await remind(['--as-of', '2026-09-03'], {
      TEST_CLOCK: 'on',
      SMTP_URL: 'smtp://127.0.0.1:9',
    });
    expect(output).toMatch(/0 messages sent through SMTP, [1-9]\d* failed/);
    expect(code).toBe(1);
  });

  test('reconcile lists each difference without a name, and ends with 1 where there is any', async () => {
    const { rows } = await office.owner.pool.query<{ id: string }>(
      `delete from reminders where case_id = $1 and recipient_kind = 'client' and rung = 'lapsed' returning id`,
      [caseId],
    );
    expect(rows.length).toBeGreaterThan(0);
    const { code, output } = await remind(['reconcile']);
    expect(output).toMatch(
      /2026-000001  Answer the grievance, due Wed, Mar 4, 2026: A reminder that was due is not in the ledger. To the client, after it lapsed, Mar 5, 2026/,
    );
    expect(output).toMatch(
      /live deadlines? looked at, \d+ reminders? had come due, [1-9]\d* differences? found\./,
    );
    expect(output).not.toMatch(/Ana|Prueba|ana@/);
    expect(code).toBe(1);
    const { rows: runs } = await office.owner.pool.query<{ job: string }>(
      'select job from worker_runs where finished_at is not null order by job',
    );
    expect(runs.map(({ job }) => job)).toEqual(['reconcile', 'send-reminders']);
  });
});
