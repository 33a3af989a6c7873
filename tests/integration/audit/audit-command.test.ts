import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { runScript } from '../../support/program.ts';

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;
let folder: string;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-audit-'));
});
afterAll(async () => {
  await office.close();
  await neighbor.close();
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function audit(...args: string[]) {
  const program = runScript('audit.ts', args, {
    DATABASE_URL: database.ownerUrl,
    DATA_DIR: folder,
    APP_URL: 'http://localhost:3000',
  });
  const { code } = await program.ended;
  return { code, said: program.output() };
}

test('prints each office’s head, and proves later that it is still there', { timeout: 60_000 }, async () => {
  const { code, said } = await audit('verify');
  expect(code).toBe(0);
  expect(said).toContain(neighbor.officeId);
  const [head = ''] =
    new RegExp(`${office.officeId}[^]*?head (\\d+:[0-9a-f]{64})`).exec(said)?.slice(1) ?? [];
  const expected = await audit('verify', '--office', office.officeId, '--expect', head);
  expect(expected).toMatchObject({ code: 0, said: expect.stringContaining('the expected head among them') });
  const other = await audit('verify', '--office', neighbor.officeId, '--expect', head);
  expect(other).toMatchObject({ code: 1, said: expect.stringContaining('written-anew') });
});

test('names the break and ends with 1, and the other office’s record is still whole', {
  timeout: 60_000,
}, async () => {
  const { pool } = office.owner;
  await pool.query('alter table audit_events disable trigger user');
  await pool.query('update audit_events set actor_id = null, reason = $2 where office_id = $1 and seq = 3', [
    office.officeId,
    'x',
  ]);
  await pool.query('alter table audit_events enable trigger user');
  const { code, said } = await audit('verify');
  expect(code).toBe(1);
  expect(said).toContain('BROKEN at event 3, content-edited');
  expect(said.match(/whole: \d+ events/g)).toHaveLength(1);
});

test.each([
  ['nothing', [], 'Say what to do.'],
  ['another verb', ['fix'], 'fix is not understood.'],
  ['an unknown option', ['verify', '--fast'], '--fast'],
  ['a head that is none', ['verify', '--expect', '3:x'], 'is not a head'],
  ['an office that is none', ['verify', '--office', 'x'], 'There is no office x.'],
  ['a head of no one office', ['verify', '--expect', `3:${'a'.repeat(64)}`], '--expect needs --office'],
])('answers %s with a sentence and 2', { timeout: 60_000 }, async (_what, args, sentence) => {
  expect(await audit(...args)).toMatchObject({ code: 2, said: expect.stringContaining(sentence) });
});

test('explains itself', { timeout: 60_000 }, async () => {
  expect(await audit('--help')).toMatchObject({
    code: 0,
    said: expect.stringContaining('--expect SEQ:HASH'),
  });
});
