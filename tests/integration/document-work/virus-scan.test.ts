import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { pacificToday } from '../../../lib/calendar/clock.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { checkDocuments } from '../../../lib/document-work/check-documents.ts';
import { listDocuments } from '../../../lib/documents/queries.ts';
import { clamdScanner } from '../../../lib/inspection/clamd.ts';
import { createLogger } from '../../../lib/log.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestStore } from '../../support/document-store.ts';
import { startFakeClamd, VIRUS } from '../../support/fake-clamd.ts';
import { pdfOf } from '../../support/files/pdfs.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { addWaiting, documentWork, readDocument } from '../../support/waiting-document.ts';

const AT = new Date('2026-06-02T17:00:00Z');
const store = openTestStore();
const log = createLogger('test', 'silent');
let database: TestDatabase;
let office: TestOffice;
let caseId: string;
let clamd: Awaited<ReturnType<typeof startFakeClamd>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
beforeEach(async () => {
  office = await openTestOffice(database);
  caseId = await aCase('dmhc', '2026-05-01').in(office);
  clamd = await startFakeClamd();
  return () => office.close();
});
afterEach(() => clamd.stop());
afterAll(() => database.drop());

const add = (bytes: Buffer) => addWaiting(office, store, caseId, { bytes, mediaType: 'application/pdf' });
const check = (at: Date = AT) =>
  checkDocuments(
    documentWork(office, store, () => at, { scanner: clamdScanner(clamd.url, log, 500) }),
    office,
  );
const soon = () => new Date(AT.getTime() + 30_000);
/** How many documents the case's page shows as waiting for the scanner. */
const countShownWaiting = async () => {
  const actor = office.person('caseworker');
  const lines = await inOffice(office.app.db, actor, pacificToday(AT), (tx) => listDocuments(tx, caseId));
  return lines.filter(({ waitsForScanner }) => waitsForScanner).length;
};

test('a clean file is looked at, an infected one is refused before anything opens it', async () => {
  const clean = await add(await pdfOf('x'.repeat(200_000)));
  const infected = await add(Buffer.concat([await pdfOf('Words'), Buffer.from(VIRUS)]));
  expect(await check()).toEqual({ checked: 1, refused: 1, waiting: 0, errors: 0 });
  expect((await readDocument(office, clean)).document.state).toBe('ready');
  expect((await readDocument(office, infected)).document).toMatchObject({
    state: 'refused',
    refusal: 'infected',
  });
  expect(await countShownWaiting()).toBe(0);
});

test.each([
  ['hangs up', 1],
  ['is silent', 2],
  ['finds the file too large', 3],
] as const)(
  'where the scanner %s, documents wait, however long, and none passes unscanned',
  async (behavior, hour) => {
    clamd.behave(behavior);
    const ids = [await add(await pdfOf('x'.repeat(200_000))), await add(await pdfOf('Words'))];
    let at = new Date(AT.getTime() + hour * 3_600_000);
    for (let pass = 0; pass < 5; pass += 1) {
      expect(await check(at)).toEqual({ checked: 0, refused: 0, waiting: 2, errors: 0 });
      at = new Date(at.getTime() + 30_000);
    }
    for (const id of ids)
      expect((await readDocument(office, id)).document).toMatchObject({ state: 'checking', attemptCount: 0 });
    expect(await countShownWaiting()).toBe(2);
    clamd.behave('answers');
    expect(await check(at)).toMatchObject({ checked: 2, waiting: 0 });
    expect(await countShownWaiting()).toBe(0);
  },
);

test('where no scanner can be reached, documents wait', async () => {
  await clamd.stop();
  const documentId = await add(await pdfOf('Words'));
  expect(await check()).toMatchObject({ waiting: 1 });
  expect((await readDocument(office, documentId)).document.state).toBe('checking');
  expect(await check(new Date(soon().getTime() - 1))).toMatchObject({ waiting: 0 });
  expect(await check(soon())).toMatchObject({ waiting: 1 });
  clamd = await startFakeClamd();
});
