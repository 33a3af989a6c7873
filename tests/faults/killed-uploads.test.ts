import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { documents, storedFiles } from '../../lib/db/schema-documents.ts';
import { diskBlobs } from '../../lib/document-store/disk-store.ts';
import { sealedStore } from '../../lib/document-store/document-store.ts';
import { masterKeys, newMasterKey } from '../../lib/document-store/file-keys.ts';
import { sweepOrphans } from '../../lib/document-store/sweep-orphans.ts';
import { createLogger } from '../../lib/log.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/document-store.ts';
import { openTestOffice, type TestOffice } from '../support/office.ts';

const NOW = new Date('2026-06-12T17:00:00Z');
const DAY = 86_400_000;
const PROGRAM = path.join(import.meta.dirname, 'programs/upload-desk.ts');
const DOCUMENT_KEY = newMasterKey();
const DATA_DIR = temporaryFolder();

let database: TestDatabase;
let office: TestOffice;
const started = new Set<ChildProcess>();
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

/** The part of the web server that takes files in, in a process of its own that dies where it is told to. */
async function startDesk(dies: string): Promise<{ url: string; ended: Promise<unknown> }> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      APP_URL: database.appUrl,
      DATA_DIR,
      DOCUMENT_KEY,
      ACTOR: JSON.stringify(office.person('caseworker')),
      NOW: NOW.toISOString(),
      DIES: dies,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.add(child);
  const ended = once(child, 'exit');
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${Number(port.toString())}`, ended };
}

const TUS = { 'tus-resumable': '1.0.0' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

async function begin(url: string, caseId: string, length: number): Promise<string> {
  const metadata = `caseId ${base64(caseId)},kind ${base64('other')},fileName ${base64('letter.txt')}`;
  const response = await fetch(`${url}/api/uploads`, {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(length), 'upload-metadata': metadata },
  });
  return response.headers.get('location') ?? '';
}

const send = (url: string, at: string, offset: number, bytes: Buffer) =>
  fetch(url + at, {
    method: 'PATCH',
    headers: { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body: new Uint8Array(bytes),
  });

const filesIn = (folder: string) =>
  fs
    .readdirSync(path.join(DATA_DIR, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());

test.each([
  ['while bytes are written down', 'staging'],
  ['before it is noted how many there are', 'staged'],
  ['while the whole file is put into the store', 'keeping'],
  ['before the file is recorded', 'kept'],
  ['before the uploader hears of it', 'recorded'],
])('a server killed %s records the file once and loses no byte that was said to be safe', async (_, dies) => {
  const caseId = await office.openCase({ on: '2026-06-01' });
  const file = Buffer.from(`Killed while ${dies}. The plan denied the request.\n`.repeat(16_000));
  const half = Math.floor(file.length / 2);

  const whole = await startDesk('never');
  const at = await begin(whole.url, caseId, file.length);
  expect((await send(whole.url, at, 0, file.subarray(0, half))).status).toBe(204);

  const killed = await startDesk(dies);
  await expect(send(killed.url, at, half, file.subarray(half))).rejects.toThrow();
  expect(await killed.ended).toEqual([null, 'SIGKILL']);

  const again = await startDesk('never');
  const asked = await fetch(again.url + at, { method: 'HEAD', headers: TUS });
  const offset = Number(asked.headers.get('upload-offset'));
  expect(offset).toBeGreaterThanOrEqual(half);
  const last = offset < file.length ? await send(again.url, at, offset, file.subarray(offset)) : asked;
  expect(last.headers.get('recourse-document')).toBe(at.split('/').at(-1));
  expect(last.headers.get('recourse-already-here')).toBeNull();

  const added = await office.owner.db.select().from(documents).where(eq(documents.caseId, caseId));
  expect(added).toHaveLength(1);
  const stored = await office.owner.db.select().from(storedFiles).where(eq(storedFiles.caseId, caseId));
  expect(stored).toHaveLength(1);
  const store = sealedStore(diskBlobs(path.join(DATA_DIR, 'documents')), masterKeys({ DOCUMENT_KEY }));
  expect(stored[0] && (await store.read(stored[0])).equals(file)).toBe(true);

  await sweepOrphans({
    db: office.worker.db,
    store,
    clock: () => new Date(Date.now() + 2 * DAY),
    worker: 'a test',
    log: createLogger('documents', 'silent'),
  });
  const recorded = await office.owner.db.select({ name: storedFiles.storageKey }).from(storedFiles);
  expect(new Set(filesIn('documents').map(({ name }) => name))).toEqual(
    new Set(recorded.map(({ name }) => name)),
  );
});
