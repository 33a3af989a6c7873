import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storedFiles } from '../../../lib/db/schema-documents.ts';
import { newMasterKey } from '../../../lib/document-store/file-keys.ts';
import { claimDataFolder } from '../../../scripts/launcher/claim.ts';
import {
  changeDocumentKey,
  documentKeys,
  forgetFormerKeys,
  readOrMakeSecrets,
} from '../../../scripts/launcher/secrets.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/document-store.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { runScript, scriptEnv } from '../../support/program.ts';
import { type Desk, openDesk, textFile } from '../uploads/sending.ts';

let database: TestDatabase;
let office: TestOffice;
let desk: Desk;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  desk = openDesk(office);
  const caseId = await office.openCase({ on: '2026-06-01' });
  for (let count = 0; count < 2; count += 1) await desk.sendWhole({ caseId }, textFile(400));
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

async function documents(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const { ended, output } = runScript(
    'documents.ts',
    args,
    scriptEnv(database.workerUrl, { DATA_DIR: path.dirname(desk.folders.documents), ...env }),
  );
  const { code } = await ended;
  return { code, said: output() };
}

test('says what is wrong after a restore, and whether the right key heals it', async () => {
  const whole = await documents(['check'], { DOCUMENT_KEY: desk.key });
  expect(whole).toMatchObject({
    code: 0,
    said: expect.stringContaining('2 files, each as it was recorded.'),
  });
  const otherKey = await documents(['check'], { DOCUMENT_KEY: newMasterKey() });
  expect(otherKey.code).toBe(1);
  expect(otherKey.said).toContain(`needs the master key ${desk.keys.current.id}, which is not set`);
  expect(otherKey.said).toContain('2 files broken');
  const elsewhere = await documents(['check'], { DOCUMENT_KEY: desk.key, DATA_DIR: temporaryFolder() });
  expect(elsewhere).toMatchObject({ code: 1, said: expect.stringContaining('is not in the store') });
});

test('puts everything under the new key, then says that the former one is needed no more', async () => {
  const DOCUMENT_KEY = newMasterKey();
  const withoutFormer = await documents(['rotate-key'], { DOCUMENT_KEY });
  expect(withoutFormer.code).toBe(1);
  expect(withoutFormer.said).toContain('put the key it was stored with into DOCUMENT_FORMER_KEYS');

  const done = await documents(['rotate-key'], { DOCUMENT_KEY, DOCUMENT_FORMER_KEYS: desk.key });
  expect(done.code).toBe(0);
  expect(done.said).toContain('2 files and 2 unfinished uploads put under the current key.');
  expect(done.said).toContain('DOCUMENT_FORMER_KEYS can be emptied');
  expect(done.said).not.toContain(DOCUMENT_KEY);
  expect((await documents(['check'], { DOCUMENT_KEY })).code).toBe(0);
  const ids = new Set(
    (await office.owner.db.select().from(storedFiles)).map(({ masterKeyId }) => masterKeyId),
  );
  expect(ids.size).toBe(1);
});

test('answers what it is asked wrongly with what it does', async () => {
  expect(await documents(['--help'], {})).toMatchObject({
    code: 0,
    said: expect.stringContaining('rotate-key'),
  });
  expect(await documents([], {})).toMatchObject({ code: 2 });
  expect(await documents(['check', 'all'], {})).toMatchObject({ code: 2 });
});

test('a key that Recourse keeps itself is changed in its file, and kept twice until the change is done', () => {
  const folder = temporaryFolder();
  const env = { DATA_DIR: folder } as Parameters<typeof documentKeys>[0];
  const before = documentKeys(env, readOrMakeSecrets(folder));
  expect(before.DOCUMENT_FORMER_KEYS).toEqual([]);
  changeDocumentKey(folder);
  const during = documentKeys(env, readOrMakeSecrets(folder));
  expect(during.DOCUMENT_KEY).not.toBe(before.DOCUMENT_KEY);
  expect(during.DOCUMENT_FORMER_KEYS).toEqual([before.DOCUMENT_KEY]);
  changeDocumentKey(folder);
  expect(documentKeys(env, readOrMakeSecrets(folder))).toEqual(during);
  forgetFormerKeys(folder);
  expect(documentKeys(env, readOrMakeSecrets(folder))).toEqual({ ...during, DOCUMENT_FORMER_KEYS: [] });
  expect(fs.statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);

  const set = { ...env, DOCUMENT_KEY: newMasterKey(), DOCUMENT_FORMER_KEYS: [newMasterKey()] };
  expect(documentKeys(set, readOrMakeSecrets(folder))).toEqual({
    DOCUMENT_KEY: set.DOCUMENT_KEY,
    DOCUMENT_FORMER_KEYS: [...set.DOCUMENT_FORMER_KEYS, during.DOCUMENT_KEY],
  });
});

test('a key that Recourse keeps itself is not changed while Recourse runs', async () => {
  const folder = temporaryFolder();
  readOrMakeSecrets(folder);
  const secrets = fs.readFileSync(path.join(folder, 'secrets.json'), 'utf8');
  const running = await claimDataFolder(folder, 'npm start', 'http://localhost:3000');
  try {
    const refused = await documents(['rotate-key'], { DATA_DIR: folder, DOCUMENT_KEY: '' });
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('is in use by "npm start"');
    expect(fs.readFileSync(path.join(folder, 'secrets.json'), 'utf8')).toBe(secrets);
  } finally {
    running.release();
  }
});
