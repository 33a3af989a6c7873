import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../../lib/db/client.ts';
import { inheritEnv } from '../../../lib/env.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';

const patiently = { timeout: 240_000 };
const root = path.resolve(import.meta.dirname, '../../..');

let database: TestDatabase;
let dataDir: string;
beforeEach(async () => {
  database = await cloneDatabase();
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-seed-'));
});
afterEach(async () => {
  await database.drop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** Runs the command as a person does, in a folder of its own. */
function seed(...args: string[]): Promise<{ code: number; said: string }> {
  const env = inheritEnv({
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    DATABASE_WORKER_URL: database.workerUrl,
    DATA_DIR: dataDir,
    MAIL_DIR: path.join(dataDir, 'mail'),
    NODE_ENV: 'test',
  });
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'scripts/seed.ts'), ...args],
      { env },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
      },
    );
  });
}

test('opens the demo office once, and says so the second time', patiently, async () => {
  const first = await seed('--demo');
  expect(first).toMatchObject({
    code: 0,
    said: expect.stringContaining('Opened Golden Valley Health Advocates'),
  });
  const accounts = fs.readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8');
  const second = await seed('--demo');
  expect(second).toMatchObject({ code: 0, said: expect.stringContaining('is there already') });
  expect(fs.readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8')).toBe(accounts);
});

test(
  'opens a real office with its directory, and keeps the demo out of its database',
  patiently,
  async () => {
    const opened = await seed(
      '--office',
      'Valley Legal Aid',
      '--admin',
      'dana@example.org',
      '--phone',
      '555-0100',
    );
    expect(opened.code).toBe(0);
    expect(opened.said).toMatch(/^ {2}([a-z]+ ){4}[a-z]+$/m);
    const { pool } = connect(database.ownerUrl, { max: 1 });
    const { rows } = await pool.query<{ plans: number; email: string; role: string }>(
      `select u.email, u.role, (select count(*)::int from health_plans) as plans from users u`,
    );
    await pool.end();
    expect(rows).toEqual([{ email: 'dana@example.org', role: 'administrator', plans: expect.any(Number) }]);
    expect(rows[0]?.plans).toBeGreaterThan(10);

    expect(await seed('--demo')).toMatchObject({
      code: 1,
      said: expect.stringContaining('already holds an office, “Valley Legal Aid”'),
    });
    expect(await seed('--office', 'valley legal aid', '--admin', 'new@example.org')).toMatchObject({
      code: 1,
      said: expect.stringContaining('exists already'),
    });
    expect(await seed('--office', 'Another', '--admin', 'DANA@example.org')).toMatchObject({
      code: 1,
      said: expect.stringContaining('signs in already'),
    });
  },
);

test('says what it does and what it does not understand', patiently, async () => {
  expect(await seed('--help')).toMatchObject({ code: 0, said: expect.stringContaining('--demo') });
  expect(await seed()).toMatchObject({ code: 2, said: expect.stringContaining('Say what to open.') });
  for (const args of [['--demo', '--office', 'X'], ['--nonsense']])
    expect(await seed(...args)).toMatchObject({
      code: 2,
      said: expect.stringContaining('is not understood'),
    });
  expect(await seed('--office', 'X', '--admin', 'nobody')).toMatchObject({
    code: 1,
    said: expect.stringContaining('--admin must be'),
  });
});
