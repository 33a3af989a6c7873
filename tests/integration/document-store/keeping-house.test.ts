import fs from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEvents } from '../../../lib/db/schema.ts';
import { documentVersions, filesToDiscard, storedFiles, uploads } from '../../../lib/db/schema-documents.ts';
import { checkFiles } from '../../../lib/document-store/check-files.ts';
import { discardFiles } from '../../../lib/document-store/discard-files.ts';
import { diskBlobs } from '../../../lib/document-store/disk-store.ts';
import { sealedStore } from '../../../lib/document-store/document-store.ts';
import { masterKeys, newMasterKey } from '../../../lib/document-store/file-keys.ts';
import { countOtherwiseWrapped, rewrapKeys } from '../../../lib/document-store/rewrap-keys.ts';
import { sweepOrphans } from '../../../lib/document-store/sweep-orphans.ts';
import type { DocumentContext } from '../../../lib/document-work/context.ts';
import { createLogger } from '../../../lib/log.ts';
import { expireUploads } from '../../../lib/uploads/expire-uploads.ts';
import { openStaging } from '../../../lib/uploads/staging.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { type Desk, NOW, openDesk, textFile } from '../uploads/sending.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let office: TestOffice;
let elsewhere: TestOffice;
let caseId: string;
let desk: Desk;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  elsewhere = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await elsewhere.close();
  await database.drop();
});
beforeEach(async () => {
  await office.owner.pool.query(
    'truncate uploads, document_versions, documents, stored_files, files_to_discard cascade',
  );
  caseId = await office.openCase({ on: '2026-06-01' });
  desk = openDesk(office);
});

const contextAt = (daysLater: number, more: Partial<DocumentContext> = {}): DocumentContext => ({
  db: office.worker.db,
  store: desk.settings.store,
  staging: desk.settings.staging,
  clock: () => new Date(NOW.getTime() + daysLater * DAY),
  worker: 'a test',
  log: createLogger('documents', 'silent'),
  ...more,
});
const kept = () =>
  fs
    .readdirSync(desk.folders.documents, { recursive: true })
    .filter((name) => /[0-9a-f]{32}/.test(String(name)));
/** Files on disk carry the time of this machine: makes them as old as the story wants. */
function age(folder: string, daysBefore: number): void {
  const then = new Date(NOW.getTime() - daysBefore * DAY);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) fs.utimesSync(`${entry.parentPath}/${entry.name}`, then, then);
}
const storedRows = () => office.owner.db.select().from(storedFiles);
async function forgetOriginals(): Promise<void> {
  await office.owner.db.update(documentVersions).set({ originalFileId: null, destroyedAt: NOW });
  await office.owner.db.delete(storedFiles);
}

describe('a file whose row is gone', () => {
  test('is taken out of the store, and not twice', async () => {
    await desk.sendWhole({ caseId }, textFile(500));
    await desk.sendWhole({ caseId }, textFile(500));
    await forgetOriginals();
    expect(await office.owner.db.select().from(filesToDiscard)).toHaveLength(2);
    expect(await discardFiles(contextAt(0))).toEqual({ discarded: 2, errors: 0 });
    expect(kept()).toEqual([]);
    expect(await discardFiles(contextAt(0))).toEqual({ discarded: 0, errors: 0 });
  });

  test('is tried again where the store did not give it up', async () => {
    await desk.sendWhole({ caseId }, textFile(500));
    await forgetOriginals();
    const stuck = {
      ...desk.settings.store,
      discard: () => Promise.reject(new Error('the bucket does not answer')),
    };
    expect(await discardFiles(contextAt(0, { store: stuck }))).toEqual({ discarded: 0, errors: 1 });
    expect(await discardFiles(contextAt(0))).toEqual({ discarded: 1, errors: 0 });
  });
});

describe('what a crash left in the store', () => {
  test('is swept after a day, and nothing else is', async () => {
    await desk.sendWhole({ caseId }, textFile(500));
    const foreignCase = await elsewhere.openCase({ on: '2026-06-01' });
    await desk.sendWhole({ caseId: foreignCase }, textFile(500), { as: elsewhere.person('caseworker') });
    const orphan = await desk.settings.store.keep(textFile(500), 'text/plain');
    const prefix = orphan.storageKey.slice(0, 2);
    fs.writeFileSync(`${desk.folders.documents}/${prefix}/${prefix}${'0'.repeat(30)}.unfinished`, 'half');
    age(desk.folders.documents, 0);
    expect(await sweepOrphans(contextAt(0.9))).toEqual({ swept: 0 });
    expect(await sweepOrphans(contextAt(1.1))).toEqual({ swept: 2 });
    const recorded = (await storedRows()).map(({ storageKey }) => `${storageKey.slice(0, 2)}/${storageKey}`);
    expect(new Set(kept().map(String))).toEqual(new Set(recorded));
  });

  test('is left alone where the database knows nothing of the store', async () => {
    await desk.settings.store.keep(textFile(500), 'text/plain');
    age(desk.folders.documents, 30);
    expect(await sweepOrphans(contextAt(0))).toEqual({ swept: 0 });
    expect(kept()).toHaveLength(1);
  });

  test('is left alone where there is more of it than a crash leaves: the database may be of another day', async () => {
    await desk.sendWhole({ caseId }, textFile(500));
    for (let count = 0; count < 21; count += 1) await desk.settings.store.keep(textFile(9), 'text/plain');
    age(desk.folders.documents, 30);
    expect(await sweepOrphans(contextAt(0))).toEqual({ swept: 0 });
    expect(kept()).toHaveLength(22);
  });
});

describe('an upload nobody continued', () => {
  test('ends after three days with what was staged of it', async () => {
    const path = await desk.begin({ caseId, length: 1_000 });
    await desk.patch(path, 0, textFile(400));
    expect(await expireUploads(contextAt(2.9))).toEqual({ expired: 0 });
    expect(fs.readdirSync(desk.folders.uploads)).toHaveLength(1);
    expect(await expireUploads(contextAt(3))).toEqual({ expired: 1 });
    expect(fs.readdirSync(desk.folders.uploads)).toEqual([]);
    expect(await office.owner.db.select().from(uploads)).toEqual([]);
  });

  test('leaves nothing staged when its case was erased', async () => {
    const path = await desk.begin({ caseId, length: 1_000 });
    const going = await desk.begin({ caseId, length: 1_000 });
    for (const each of [path, going]) await desk.patch(each, 0, textFile(400));
    await office.owner.db.delete(uploads).where(eq(uploads.id, path.split('/').at(-1) ?? ''));
    age(desk.folders.uploads, 2);
    await expireUploads(contextAt(0));
    expect(fs.readdirSync(desk.folders.uploads)).toEqual([going.split('/').at(-1)]);
  });
});

describe('another master key', () => {
  test('opens every file and goes on with every upload once their keys are under it', async () => {
    const files = [textFile(70_000), textFile(300)];
    for (const file of files) await desk.sendWhole({ caseId }, file);
    const whole = textFile(90_000);
    const path = await desk.begin({ caseId, length: whole.length });
    await desk.patch(path, 0, whole.subarray(0, 50_000));

    const next = newMasterKey();
    const [nextKey, formerKey] = [next, desk.key];
    const both = masterKeys({ DOCUMENT_KEY: nextKey, DOCUMENT_FORMER_KEYS: [formerKey] });
    const context = contextAt(0, { store: sealedStore(diskBlobs(desk.folders.documents), both) });
    expect(await countOtherwiseWrapped(context)).toBe(5);
    expect(await rewrapKeys(context)).toEqual({ files: 2, uploads: 3 });
    expect(await countOtherwiseWrapped(context)).toBe(0);
    expect(await rewrapKeys(context)).toEqual({ files: 0, uploads: 0 });
    const events = await office.owner.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.event, 'files.rewrapped'));
    expect(events).toMatchObject([
      { officeId: office.officeId, changes: [{ field: 'fileCount', from: null, to: 5 }] },
    ]);

    const alone = masterKeys({ DOCUMENT_KEY: next });
    const store = sealedStore(diskBlobs(desk.folders.documents), alone);
    const replaced = { store, staging: openStaging(desk.folders.uploads, alone) };
    expect((await desk.patch(path, 50_000, whole.subarray(50_000), { replaced })).status).toBe(204);
    expect(await checkFiles(contextAt(0, { store }), { id: office.officeId })).toEqual({
      checked: 3,
      problems: [],
    });
  });

  test('goes on where it was broken off, and is refused where the former key is missing', async () => {
    await desk.sendWhole({ caseId }, textFile(300));
    const lost = masterKeys({ DOCUMENT_KEY: newMasterKey() });
    const context = contextAt(0, { store: sealedStore(diskBlobs(desk.folders.documents), lost) });
    await expect(rewrapKeys(context)).rejects.toThrow(
      /put the key it was stored with into DOCUMENT_FORMER_KEYS/,
    );
    expect(await checkFiles(contextAt(0), { id: office.officeId })).toEqual({ checked: 1, problems: [] });
    const { problems } = await checkFiles(context, { id: office.officeId });
    expect(problems).toMatchObject([
      { problem: expect.stringContaining(`master key ${desk.keys.current.id}`) },
    ]);
  });
});

test('a check finds what is missing, damaged or another file', async () => {
  for (let count = 0; count < 4; count += 1) await desk.sendWhole({ caseId }, textFile(300));
  const [missing, damaged, swapped, whole] = await storedRows();
  if (!missing || !damaged || !swapped || !whole) throw new Error('four files were sent');
  const fileOf = ({ storageKey }: { storageKey: string }) =>
    `${desk.folders.documents}/${storageKey.slice(0, 2)}/${storageKey}`;
  fs.rmSync(fileOf(missing));
  const bytes = fs.readFileSync(fileOf(damaged));
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  fs.writeFileSync(fileOf(damaged), bytes);
  fs.copyFileSync(fileOf(whole), fileOf(swapped));
  const { checked, problems } = await checkFiles(contextAt(0), { id: office.officeId });
  expect(checked).toBe(4);
  const problemOf = new Map(problems.map(({ fileId, problem }) => [fileId, problem]));
  expect(problemOf.get(missing.id)).toBe('is not in the store');
  expect(problemOf.get(damaged.id)).toContain('damaged or were changed');
  expect(problemOf.get(swapped.id)).toContain('cannot be opened');
  expect(problemOf.size).toBe(3);
});
