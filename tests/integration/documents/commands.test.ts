import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import {
  dateDocuments,
  documents,
  documentVersions,
  packets,
  storedFiles,
} from '../../../lib/db/schema-documents.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { discardFiles } from '../../../lib/document-store/discard-files.ts';
import type { DocumentStore } from '../../../lib/document-store/document-store.ts';
import { changePages } from '../../../lib/documents/change-pages.ts';
import { describeDocument } from '../../../lib/documents/describe-document.ts';
import { readPagesFile } from '../../../lib/documents/files/queries.ts';
import {
  changePagesInput,
  describeDocumentInput,
  redactDocumentInput,
  restoreDocumentInput,
  splitDocumentInput,
  withdrawDocumentInput,
} from '../../../lib/documents/input.ts';
import { makeChangedPages, makeRedactedPages, makeSplitPages } from '../../../lib/documents/make-pages.ts';
import { listDocuments, readDocument, readDocumentsAtHand } from '../../../lib/documents/queries.ts';
import { redactDocument } from '../../../lib/documents/redact-document.ts';
import { restoreDocument } from '../../../lib/documents/restore-document.ts';
import { saveDocument } from '../../../lib/documents/save-document.ts';
import { splitDocument } from '../../../lib/documents/split-document.ts';
import { withdrawDocument } from '../../../lib/documents/withdraw-document.ts';
import { pageCountOf, textOfPage } from '../../../lib/pages/read-pages.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestStore } from '../../support/document-store.ts';
import { runOnPages, workshopOf } from '../../support/documents.ts';
import { pdfOf } from '../../support/files/pdfs.ts';
import { momentOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { addPaper } from '../../support/packets.ts';
import { documentWork } from '../../support/waiting-document.ts';

const ON = '2026-06-10';
const today = localDate(ON);
const TURNS = { schema: changePagesInput, make: makeChangedPages, command: changePages };
const SPLIT = { schema: splitDocumentInput, make: makeSplitPages, command: splitDocument };
const REDACT = { schema: redactDocumentInput, make: makeRedactedPages, command: redactDocument };

let database: TestDatabase;
let office: TestOffice;
let store: DocumentStore;
let caseId: string;
let documentId: string;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  store = openTestStore();
});
beforeEach(async () => {
  caseId = await office.openCase({ on: '2026-06-01', line: 'dmhc' });
  documentId = await addLetter();
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const addLetter = async (of = caseId) =>
  addPaper(office, store, of, {
    kind: 'other',
    title: 'A letter',
    pages: await pdfOf('first page', 'second page', 'third page'),
  });
const shop = (as?: UserActor) => workshopOf(office, store, ON, as);
const ref = () => ({ caseId, documentId });
const read = <T>(work: Parameters<typeof inOffice<T>>[3], as = office.person('caseworker')) =>
  inOffice(office.app.db, as, today, work);
const page = (id = documentId) => read((tx) => readDocument(tx, caseId, id, today));
async function textsOf(id = documentId, number?: number): Promise<string[]> {
  const found = await read((tx) => readPagesFile(tx, caseId, id, number));
  if (!found?.file) return [];
  const pdf = await store.read(found.file);
  const texts: string[] = [];
  for (let at = 1; at <= (await pageCountOf(pdf)); at += 1) texts.push((await textOfPage(pdf, at)).trim());
  return texts;
}
const rowsOf = async () => ({
  documents: await office.owner.db.select().from(documents).where(eq(documents.caseId, caseId)),
  versions: await office.owner.db.select().from(documentVersions).where(eq(documentVersions.caseId, caseId)),
  files: await office.owner.db.select().from(storedFiles).where(eq(storedFiles.caseId, caseId)),
});
type Recorded = { subject_id: string; reason: string; changes: object[] };
const eventsOf = async (event: string): Promise<Recorded[]> => {
  const { rows } = await office.owner.pool.query<Recorded>(
    'select * from audit_events where case_id = $1 and event = $2',
    [caseId, event],
  );
  return rows;
};
const describeAs = (typed: object, as?: UserActor) =>
  office.run(
    describeDocument,
    describeDocumentInput,
    { ...ref(), kind: 'denial-letter', title: 'Denial', ...typed },
    { on: ON, ...(as && { as }) },
  );
const box = (more: object = {}) => ({
  boxPage: '2',
  boxLeft: '0',
  boxTop: '0',
  boxWidth: '100',
  boxHeight: '100',
  reason: 'Another patient.',
  confirmation: 'redact',
  pagesNumber: 1,
  ...more,
});

describe('a description', () => {
  test('says what a document is, and is on the record', async () => {
    valueOf(await describeAs({ letterOn: '6/1/26', receivedOn: '6/3/26', version: 1 }));
    expect((await page())?.document).toMatchObject({
      kind: 'denial-letter',
      title: 'Denial',
      letterOn: '2026-06-01',
      receivedOn: '2026-06-03',
    });
    const [event] = await eventsOf('document.described');
    expect(event).toMatchObject({ subject_id: documentId });
    expect(event?.changes).toContainEqual({ field: 'documentKind', from: 'other', to: 'denial-letter' });
  });

  test('refuses dates that cannot be, and a change of nothing', async () => {
    expect(violationsOf(await describeAs({ letterOn: '6/11/26' }))[0]?.field).toBe('letterOn');
    valueOf(await describeAs({}));
    expect(violationsOf(await describeAs({}))[0]?.message).toMatch(/Nothing was changed/);
  });

  test('tells who described it meanwhile', async () => {
    valueOf(await describeAs({ title: 'Hers', version: 1 }, office.person('supervisor')));
    const stale = await describeAs({ title: 'His', version: 1 });
    expect(stale).toMatchObject({ ok: false, because: 'conflict', version: 2 });
    expect(stale).toMatchObject({
      changes: [{ who: 'Test supervisor', what: 'Described a document: Hers.' }],
    });
    valueOf(await describeAs({ title: 'His', version: 2 }));
  });

  test('moves no clock and spoils no other form of the case', async () => {
    const before = (await office.read(caseId, ON))?.version;
    valueOf(await describeAs({}));
    expect((await office.read(caseId, ON))?.version).toBe(before);
  });
});

describe('work on pages', () => {
  test('turns and moves pages, and keeps the version before', async () => {
    valueOf(await runOnPages(TURNS, shop(), { ...ref(), pagesNumber: 1, order: '3, 1-2', right: '2' }));
    expect((await textsOf()).map((text) => text.slice(-10))).toEqual([
      'third page',
      'first page',
      'econd page',
    ]);
    expect(await textsOf(documentId, 1)).toEqual([
      expect.stringContaining('first page'),
      expect.anything(),
      expect.anything(),
    ]);
    expect((await page())?.versions.map(({ number, change }) => [number, change])).toEqual([
      [2, 'reordered'],
      [1, 'uploaded'],
    ]);
    expect(await eventsOf('document.pages-changed')).toHaveLength(1);
  });

  test('takes the dates that are read from a page along', async () => {
    await linkDate(3);
    valueOf(await runOnPages(TURNS, shop(), { ...ref(), pagesNumber: 1, order: '3, 1-2' }));
    expect((await page())?.uses.dates).toEqual([expect.objectContaining({ page: 1 })]);
    valueOf(
      await runOnPages(SPLIT, shop(), {
        ...ref(),
        pagesNumber: 2,
        fromPage: '1',
        toPage: '',
        kind: 'bill',
        title: 'B',
      }),
    );
    expect((await page())?.uses.dates).toEqual([]);
    const child = (await read((tx) => listDocuments(tx, caseId))).find(({ title }) => title === 'B');
    expect((await page(child?.id))?.uses.dates).toEqual([expect.objectContaining({ page: 1 })]);
  });

  test('is refused on pages that were changed meanwhile, and leaves nothing', async () => {
    const turn = { ...ref(), pagesNumber: 1, order: '', left: '1' };
    const late = await runOnPages(TURNS, shop(), turn, async () =>
      valueOf(await runOnPages(TURNS, shop(), { ...turn, left: '', right: '1' })),
    );
    expect(violationsOf(late)[0]?.message).toMatch(/were changed since you opened/);
    const again = await runOnPages(TURNS, shop(), turn);
    expect(violationsOf(again)[0]?.message).toMatch(/were changed since you opened/);
    const { versions, files } = await rowsOf();
    expect([versions.length, files.length]).toEqual([2, 2]);
    expect(await keptIn(store)).toEqual(expect.arrayContaining(files.map(({ storageKey }) => storageKey)));
  });

  test('keeps no file of what was refused', async () => {
    const before = await keptIn(store);
    const refused = await runOnPages(
      { ...TURNS, command: () => Promise.resolve({ ok: false, because: 'not-found' } as const) },
      shop(),
      { ...ref(), pagesNumber: 1, order: '3, 1-2' },
    );
    expect(refused.ok).toBe(false);
    expect(await keptIn(store)).toEqual(before);
  });

  test('splits a range off into a document of its own', async () => {
    const { documentId: child } = valueOf(
      await runOnPages(SPLIT, shop(), {
        ...ref(),
        pagesNumber: 1,
        fromPage: '2',
        toPage: '3',
        kind: 'medical-records',
        title: 'Records',
      }),
    );
    expect(await textsOf()).toEqual([expect.stringContaining('first page')]);
    expect(await textsOf(child)).toEqual([
      expect.stringContaining('second page'),
      expect.stringContaining('third page'),
    ]);
    expect((await page(child))?.document).toMatchObject({
      kind: 'medical-records',
      title: 'Records',
      pageCount: 2,
      state: 'ready',
      splitFrom: { id: documentId, title: 'A letter' },
    });
    expect((await page())?.splitOff).toEqual([{ id: child, title: 'Records' }]);
    expect(await eventsOf('document.split')).toHaveLength(2);
  });
});

describe('a redaction', () => {
  test('leaves no byte and no key of what was under the box', async () => {
    const former = (await rowsOf()).files.map(({ storageKey }) => storageKey);
    await office.owner.db
      .update(documents)
      .set({ sha256: 'f'.repeat(64) })
      .where(eq(documents.id, documentId));
    valueOf(await runOnPages(REDACT, shop(), { ...ref(), ...box() }));

    expect(await textsOf()).toEqual([expect.stringContaining('first'), '', expect.stringContaining('third')]);
    const {
      documents: [row],
      versions,
      files,
    } = await rowsOf();
    expect(row).toMatchObject({ versionNumber: 2, sha256: '' });
    expect(versions.find(({ number }) => number === 1)).toMatchObject({
      originalFileId: null,
      pagesFileId: null,
      body: null,
      destroyedAt: momentOf(ON),
    });
    expect(files.map(({ storageKey }) => storageKey)).not.toEqual(expect.arrayContaining(former));
    expect(files).toHaveLength(1);

    await discardFiles(documentWork(office, store, `${ON}T20:00:00Z`));
    const kept = await keptIn(store);
    for (const storageKey of former) expect(kept).not.toContain(storageKey);

    const [event] = await eventsOf('document.redacted');
    expect(event).toMatchObject({ reason: 'Another patient.', subject_id: documentId });
    expect(JSON.stringify(event?.changes)).not.toContain('second page');
  });

  test('reaches the document it was split from, as far as that shows the same pages', async () => {
    valueOf(await runOnPages(TURNS, shop(), { ...ref(), pagesNumber: 1, order: '', right: '1' }));
    const { documentId: child } = valueOf(
      await runOnPages(SPLIT, shop(), {
        ...ref(),
        pagesNumber: 2,
        fromPage: '2',
        toPage: '2',
        kind: 'bill',
        title: 'Bill',
      }),
    );
    valueOf(await runOnPages(REDACT, shop(), { caseId, documentId: child, ...box({ boxPage: '1' }) }));
    expect(
      (await page())?.versions.map(({ number, hasPages, destroyedAt }) => [
        number,
        hasPages,
        destroyedAt !== null,
      ]),
    ).toEqual([
      [3, true, false],
      [2, false, true],
      [1, false, true],
    ]);
    expect(await textsOf()).toEqual([expect.stringContaining('first'), expect.stringContaining('third')]);
    expect(await textsOf(child)).toEqual(['']);
  });

  test('needs the typed word and a reason, and destroys nothing without them', async () => {
    const refused = await runOnPages(REDACT, shop(), {
      ...ref(),
      ...box({ confirmation: 'yes', reason: '' }),
    });
    expect(violationsOf(refused).map(({ field }) => field)).toEqual(['reason', 'confirmation']);
    expect(await textsOf()).toHaveLength(3);
  });

  test('waits for a packet that is being put together with it', async () => {
    await addPacket('waiting');
    const refused = await runOnPages(REDACT, shop(), { ...ref(), ...box() });
    expect(violationsOf(refused)[0]?.message).toMatch(/Packet 1 holds this document/);
    expect((await page())?.uses.packets).toEqual([{ number: 1, isReady: false }]);
  });

  test('is undone whole where the record cannot be written', async () => {
    const input = redactDocumentInput().parse({ ...ref(), ...box() });
    const made = valueOf(await makeRedactedPages(shop(), input));
    await expect(
      inUnitOfWork(office.app.db, office.person('caseworker'), momentOf(ON), async (unit) => {
        valueOf(await redactDocument(unit, input, made));
        throw new Error('the power went');
      }),
    ).rejects.toThrow('the power went');
    expect(await textsOf()).toHaveLength(3);
    const { versions, files } = await rowsOf();
    expect([versions.length, files.length]).toEqual([1, 1]);
    expect(await eventsOf('document.redacted')).toEqual([]);
  });
});

describe('a withdrawal', () => {
  const withdraw = (typed: object) =>
    office.run(withdrawDocument, withdrawDocumentInput, { ...ref(), ...typed }, { on: ON });
  const restore = () => office.run(restoreDocument, restoreDocumentInput, ref(), { on: ON });

  test('leaves the record and takes no other change until it is undone', async () => {
    expect(violationsOf(await withdraw({ reason: '' }))[0]?.field).toBe('reason');
    valueOf(await withdraw({ reason: 'Another case’s.' }));
    expect((await read((tx) => readDocumentsAtHand(tx, caseId, 4))).count).toBe(0);
    expect((await page())?.document.withdrawnReason).toBe('Another case’s.');
    expect(violationsOf(await describeAs({}))[0]?.message).toMatch(/withdrawn/);
    expect(violationsOf(await withdraw({ reason: 'Twice.' }))[0]?.message).toMatch(/already/);
    valueOf(await restore());
    expect((await read((tx) => readDocumentsAtHand(tx, caseId, 4))).count).toBe(1);
    expect(violationsOf(await restore())[0]?.message).toMatch(/not withdrawn/);
    expect(await eventsOf('document.withdrawn')).toHaveLength(1);
    expect(await eventsOf('document.restored')).toHaveLength(1);
  });

  test('destroys the bytes of a file that could not be taken in', async () => {
    await office.owner.db
      .update(documents)
      .set({ state: 'refused', refusal: 'infected', sha256: 'a'.repeat(64) })
      .where(eq(documents.id, documentId));
    valueOf(await withdraw({}));
    const {
      files,
      documents: [row],
    } = await rowsOf();
    expect(files).toEqual([]);
    expect(row?.sha256).toBe('');
    expect(violationsOf(await restore())[0]?.message).toMatch(/nothing to bring back/);
  });
});

describe('saving a copy', () => {
  const save = (what: 'original' | 'pages', as = office.person('caseworker'), of = ref()) =>
    inUnitOfWork(office.app.db, as, momentOf(ON), (unit) => saveDocument(unit, { ...of, what }));

  test('is on the record, under a name that nobody typed', async () => {
    const number = (await office.read(caseId, ON))?.number ?? '';
    expect(valueOf(await save('pages')).fileName).toBe(`other-${number}.pdf`);
    expect(valueOf(await save('original')).fileName).toBe(`other-${number}-original.pdf`);
    expect(await eventsOf('document.saved')).toHaveLength(2);
  });

  test.each([
    { state: 'checking' as const, refusal: null },
    { state: 'refused' as const, refusal: 'infected' },
  ])('hands nothing out that is $state', async (standing) => {
    await office.owner.db.update(documents).set(standing).where(eq(documents.id, documentId));
    expect(await save('original')).toMatchObject({ because: 'not-found' });
    expect(await eventsOf('document.saved')).toEqual([]);
  });
});

describe('a document of a case', () => {
  type Attempt = (as: UserActor, of: { caseId: string; documentId: string }) => Promise<unknown>;
  const described = { kind: 'bill', title: 'Mine' };
  const attempts: [string, Attempt][] = [
    [
      'describe',
      (as, of) =>
        office.run(describeDocument, describeDocumentInput, { ...of, ...described }, { on: ON, as }),
    ],
    [
      'withdraw',
      (as, of) => office.run(withdrawDocument, withdrawDocumentInput, { ...of, reason: 'x' }, { on: ON, as }),
    ],
    ['restore', (as, of) => office.run(restoreDocument, restoreDocumentInput, of, { on: ON, as })],
    ['turn', (as, of) => runOnPages(TURNS, shop(as), { ...of, pagesNumber: 1, right: '1' })],
    [
      'split',
      (as, of) => runOnPages(SPLIT, shop(as), { ...of, pagesNumber: 1, fromPage: '1', ...described }),
    ],
    ['redact', (as, of) => runOnPages(REDACT, shop(as), { ...of, ...box() })],
    [
      'save',
      (as, of) =>
        inUnitOfWork(office.app.db, as, momentOf(ON), (unit) => saveDocument(unit, { ...of, what: 'pages' })),
    ],
  ];
  const NOT_FOUND = { ok: false, because: 'not-found' };

  test.each(attempts)('is not there for another office that would %s it', async (_, attempt) => {
    const neighbor = await openTestOffice(database);
    expect(await attempt(neighbor.person('administrator'), ref())).toEqual(NOT_FOUND);
    await neighbor.close();
  });

  test.each(attempts)(
    'is not there for people who are not named on a restricted case and would %s it',
    async (_, attempt) => {
      const unnamed = await addColleague(office, `Unnamed ${randomUUID()}`, 'administrator');
      const namedIds = (['caseworker', 'supervisor', 'administrator'] as const).map(
        (role) => office.person(role).userId,
      );
      valueOf(
        await office.run(
          restrictCase,
          restrictionInput,
          { caseId, ground: 'other', reason: 'A colleague’s relative.', namedIds },
          { on: ON, as: office.person('supervisor') },
        ),
      );
      expect(await attempt(unnamed, ref())).toEqual(NOT_FOUND);
    },
  );

  test.each(attempts)('is not there under another case, nor by a made-up id, to %s', async (_, attempt) => {
    const other = await office.openCase({ on: '2026-06-01', line: 'dmhc' });
    const as = office.person('caseworker');
    expect(await attempt(as, { caseId: other, documentId })).toEqual(NOT_FOUND);
    expect(await attempt(as, { caseId, documentId: randomUUID() })).toEqual(NOT_FOUND);
    expect(await read((tx) => readDocument(tx, other, documentId, today))).toBeNull();
    expect(await read((tx) => readDocument(tx, caseId, 'no-id', today))).toBeNull();
  });

  test.each(attempts.filter(([name]) => name !== 'save'))(
    'takes no change once its case is closed: %s',
    async (_, attempt) => {
      valueOf(await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: ON }));
      const answer = await attempt(office.person('caseworker'), ref());
      expect(violationsOf(answer as never)[0]?.message).toMatch(/case is closed/);
    },
  );
});

test('documents stand in the order of the checklist, and the same file is told', async () => {
  const bytes = 'c'.repeat(64);
  const denial = await addPaper(office, store, caseId, {
    kind: 'denial-letter',
    title: 'Denial',
    pages: await pdfOf('denied'),
  });
  await office.owner.db.update(documents).set({ sha256: bytes }).where(eq(documents.caseId, caseId));
  const lines = await read((tx) => listDocuments(tx, caseId));
  expect(lines.map(({ title }) => title)).toEqual(['Denial', 'A letter']);
  expect(lines.filter(({ sameAs }) => sameAs !== null)).toHaveLength(1);
  expect((await page(denial))?.twins).toEqual([{ id: documentId, title: 'A letter' }]);
  expect((await page())?.twins).toEqual([{ id: denial, title: 'Denial' }]);
});

async function linkDate(pageNumber: number): Promise<void> {
  const { officeId, userId } = office.person('caseworker');
  const link = { officeId, caseId, noun: 'denial', field: 'letterOn', documentId, pageNumber };
  await office.owner.db.insert(dateDocuments).values({ ...link, linkedBy: userId, linkedAt: momentOf(ON) });
}

async function addPacket(state: 'waiting'): Promise<void> {
  const { officeId, userId } = office.person('caseworker');
  const contents = { exhibits: [{ letter: 'A', document: { id: documentId, version: 1 } }] };
  const packet = { officeId, caseId, number: 1, regulator: 'DMHC', channel: 'fax', state, contents } as const;
  await office.owner.db.insert(packets).values({ ...packet, requestedBy: userId, requestedAt: momentOf(ON) });
}

async function keptIn(of: DocumentStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of of.keptBefore(new Date('2100-01-01'))) keys.push(key);
  return keys.toSorted();
}
