import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { auditEvents } from '../../../lib/db/schema.ts';
import { documents, storedFiles } from '../../../lib/db/schema-documents.ts';
import { BrokenSeal } from '../../../lib/document-store/sealed-file.ts';
import { checkDocuments } from '../../../lib/document-work/check-documents.ts';
import { LEASE_MILLISECONDS } from '../../../lib/document-work/repository.ts';
import { workOnDocuments } from '../../../lib/document-work/work-on-documents.ts';
import { textOfPage } from '../../../lib/pages/read-pages.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestStore } from '../../support/document-store.ts';
import { encryptedPdf, pdfOf } from '../../support/files/pdfs.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { addWaiting, addWaitingLetter, documentWork, readDocument } from '../../support/waiting-document.ts';

const AT = '2026-06-02T17:00:00Z';
const PDF = 'application/pdf';
const store = openTestStore();
let database: TestDatabase;
let office: TestOffice;
let caseId: string;
beforeAll(async () => {
  database = await cloneDatabase();
});
beforeEach(async () => {
  office = await openTestOffice(database);
  caseId = await aCase('dmhc', '2026-05-01').in(office);
  return () => office.close();
});
afterAll(() => database.drop());

const add = (bytes: Buffer, title?: string) =>
  addWaiting(office, store, caseId, { bytes, mediaType: PDF, ...(title && { title }) });
const check = (at: string | Date = AT, more = {}) =>
  checkDocuments(
    documentWork(office, store, () => new Date(at), more),
    office,
  );
const writer = () => office.person('caseworker').userId;
const later = (milliseconds: number) => new Date(new Date(AT).getTime() + milliseconds);
const eventsOf = (documentId: string) =>
  office.owner.db
    .select({ event: auditEvents.event, actorId: auditEvents.actorId, changes: auditEvents.changes })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, documentId), eq(auditEvents.officeId, office.officeId)))
    .orderBy(auditEvents.id);

test('makes the pages of a document, and says so in the record', async () => {
  const documentId = await add(await pdfOf('First', 'Second'), 'Denial letter');
  expect(await check()).toEqual({ checked: 1, refused: 0, waiting: 0, errors: 0 });
  const { document, version } = await readDocument(office, documentId);
  expect(document).toMatchObject({ state: 'ready', pageCount: 2, claimedAt: null, attemptCount: 0 });
  expect(version.pageCount).toBe(2);
  const [file] = await office.owner.db
    .select()
    .from(storedFiles)
    .where(eq(storedFiles.id, version.pagesFileId ?? ''));
  if (!file) throw new Error('no pages');
  expect(await textOfPage(await store.read(file), 2)).toContain('Second');
  expect((await eventsOf(documentId)).at(-1)).toMatchObject({ event: 'document.checked', actorId: null });
  expect(await check()).toEqual({ checked: 0, refused: 0, waiting: 0, errors: 0 });
});

test('sets what was written here, and leaves it where it was written on in the meantime', async () => {
  const documentId = await addWaitingLetter(office, caseId, 'Dear plan, **answer** us.');
  const context = documentWork(office, store, AT);
  const overtaken = {
    ...context.store,
    keep: async (...kept: Parameters<typeof store.keep>) => {
      await office.owner.db
        .update(documents)
        .set({ versionNumber: 2, claimedAt: null, withdrawnAt: new Date(AT), withdrawnBy: writer() })
        .where(eq(documents.id, documentId));
      return store.keep(...kept);
    },
  };
  expect(await check(AT, { store: overtaken })).toMatchObject({ checked: 0, errors: 0 });
  expect((await readDocument(office, documentId)).document).toMatchObject({
    state: 'checking',
    pageCount: 0,
  });
  await office.owner.db
    .update(documents)
    .set({ versionNumber: 1, withdrawnAt: null, withdrawnBy: null })
    .where(eq(documents.id, documentId));
  expect(await check()).toMatchObject({ checked: 1, errors: 0 });
  expect((await readDocument(office, documentId)).document).toMatchObject({ state: 'ready', pageCount: 1 });
});

test('refuses what cannot be opened, keeps its original, and goes on with the next', async () => {
  const locked = await add(await encryptedPdf());
  const readable = await add(await pdfOf('Words'));
  expect(await check()).toMatchObject({ checked: 1, refused: 1, errors: 0 });
  const { document, version } = await readDocument(office, locked);
  expect(document).toMatchObject({ state: 'refused', refusal: 'encrypted' });
  expect(version).toMatchObject({ pagesFileId: null });
  expect(version.originalFileId).not.toBeNull();
  expect((await eventsOf(locked)).at(-1)?.event).toBe('document.refused');
  expect((await readDocument(office, readable)).document.state).toBe('ready');
});

test('two workers share the documents and look at none twice', async () => {
  const ids = [];
  for (let count = 0; count < 4; count += 1) ids.push(await add(await pdfOf(`Paper ${count}`)));
  const [one, two] = await Promise.all([check(), check()]);
  expect((one?.checked ?? 0) + (two?.checked ?? 0)).toBe(4);
  for (const id of ids) {
    const checked = (await eventsOf(id)).filter(({ event }) => event === 'document.checked');
    expect(checked).toHaveLength(1);
  }
});

test('takes over what a dead worker left, once its lease is out', async () => {
  const documentId = await add(await pdfOf('Words'));
  await office.owner.db
    .update(documents)
    .set({ claimedAt: new Date(AT), attemptCount: 1 })
    .where(eq(documents.id, documentId));
  expect(await check(later(LEASE_MILLISECONDS - 1))).toMatchObject({ checked: 0 });
  expect(await check(later(LEASE_MILLISECONDS))).toMatchObject({ checked: 1 });
});

test('gives a document up that broke off three attempts, with a sentence', async () => {
  const documentId = await add(await pdfOf('Words'));
  await office.owner.db.update(documents).set({ attemptCount: 3 }).where(eq(documents.id, documentId));
  expect(await check()).toMatchObject({ refused: 1 });
  const { document, version } = await readDocument(office, documentId);
  expect(document).toMatchObject({ state: 'refused', refusal: 'not-readable' });
  expect(version.originalFileId).not.toBeNull();
});

test('a file whose bytes are broken is tried again later, three times', async () => {
  const documentId = await add(await pdfOf('Words'));
  const broken = { ...store, open: () => Promise.reject(new BrokenSeal()) };
  let now = new Date(AT);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect(await check(now, { store: broken })).toMatchObject({ errors: 1, refused: 0 });
    expect(await check(now)).toMatchObject({ checked: 0 });
    now = new Date(now.getTime() + 30_000);
  }
  expect(await check(now, { store: broken })).toMatchObject({ errors: 0, refused: 1 });
  expect((await readDocument(office, documentId)).document.refusal).toBe('not-readable');
});

test('a store that does not answer costs no document an attempt, however long', async () => {
  const documentId = await add(await pdfOf('Words'));
  const silent = { ...store, open: () => Promise.reject(new Error('no store')) };
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect(await check(later(attempt * 30_000), { store: silent })).toMatchObject({ errors: 1, refused: 0 });
  expect(await check(later(5 * 30_000))).toMatchObject({ checked: 1, refused: 0 });
  expect((await readDocument(office, documentId)).document.state).toBe('ready');
});

test('a worker that is stopped gives its document back', async () => {
  const documentId = await add(await pdfOf('Words'));
  const stopping = new AbortController();
  const stoppingStore = {
    ...store,
    open: (file: Parameters<typeof store.open>[0]) => {
      stopping.abort();
      return store.open(file);
    },
  };
  expect(await check(AT, { store: stoppingStore, stopping: stopping.signal })).toMatchObject({ errors: 0 });
  expect((await readDocument(office, documentId)).document).toMatchObject({
    state: 'checking',
    attemptCount: 0,
  });
  expect(await check()).toMatchObject({ checked: 1 });
});

test('what another worker took over is left to it, and the pages made of it are not kept', async () => {
  const documentId = await add(await pdfOf('Words'));
  const discard = vi.fn<typeof store.discard>((key) => store.discard(key));
  const lateStore = {
    ...store,
    discard,
    open: async (file: Parameters<typeof store.open>[0]) => {
      await office.owner.db
        .update(documents)
        .set({ claimedAt: later(1) })
        .where(eq(documents.id, documentId));
      return store.open(file);
    },
  };
  expect(await check(AT, { store: lateStore })).toMatchObject({ checked: 0, errors: 0 });
  expect(discard).toHaveBeenCalledOnce();
  expect((await readDocument(office, documentId)).version.pagesFileId).toBeNull();
});

test('a withdrawn document is not looked at', async () => {
  const documentId = await add(await pdfOf('Words'));
  await office.owner.db
    .update(documents)
    .set({ withdrawnAt: new Date(AT), withdrawnBy: office.person('caseworker').userId })
    .where(eq(documents.id, documentId));
  expect(await check()).toMatchObject({ checked: 0 });
});

test('all the work on documents is done in one go where nothing listens', async () => {
  await add(await pdfOf('Words'));
  expect(await workOnDocuments(documentWork(office, store, AT))).toMatchObject({ checked: 1, errors: 0 });
});
