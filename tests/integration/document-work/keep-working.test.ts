import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepWorkingOnDocuments } from '../../../lib/document-work/keep-working.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestStore } from '../../support/document-store.ts';
import { pdfOf } from '../../support/files/pdfs.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { addWaiting, documentWork, readDocument } from '../../support/waiting-document.ts';

const store = openTestStore();
let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const readListeners = async () => {
  const { rows } = await office.owner.db.execute<{ pid: number }>(
    sql`select pid from pg_stat_activity where application_name = 'recourse-document-bell' and datname = current_database()`,
  );
  return rows.map(({ pid }) => pid);
};

async function until(holds: () => Promise<boolean>, withinMilliseconds: number): Promise<number> {
  const startedAt = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedAt > withinMilliseconds) throw new Error('it did not happen in time');
    await pause(50);
  }
  return performance.now() - startedAt;
}

test('looks at a document when it is told, listens again when it was cut off, and ends when asked', async () => {
  const caseId = await aCase('dmhc', '2026-05-01').in(office);
  const stopping = new AbortController();
  const context = documentWork(office, store, () => new Date(), { stopping: stopping.signal });
  const working = keepWorkingOnDocuments({ ...context, stopping: stopping.signal }, database.workerUrl);
  await until(async () => (await readListeners()).length === 1, 10_000);
  const [before] = await readListeners();
  await office.owner.db.execute(sql`select pg_terminate_backend(${before})`);
  await until(async () => (await readListeners()).some((pid) => pid !== before), 20_000);

  const documentId = await addWaiting(office, store, caseId, {
    bytes: await pdfOf('Words'),
    mediaType: 'application/pdf',
  });
  await office.owner.db.execute(sql`select pg_notify('document_work', '')`);
  await until(async () => (await readDocument(office, documentId)).document.state === 'ready', 20_000);
  stopping.abort();
  await working;
  expect(await readListeners()).toEqual([]);
});
