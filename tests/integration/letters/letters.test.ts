import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { dateDocuments, documents, documentVersions } from '../../../lib/db/schema-documents.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { LETTER_TEMPLATES } from '../../../lib/db/vocabulary.ts';
import type { DocumentStore } from '../../../lib/document-store/document-store.ts';
import { checkDocuments } from '../../../lib/document-work/check-documents.ts';
import { withdrawDocumentInput } from '../../../lib/documents/input.ts';
import { withdrawDocument } from '../../../lib/documents/withdraw-document.ts';
import { done } from '../../../lib/errors.ts';
import { editLetter } from '../../../lib/letters/edit-letter.ts';
import { editLetterInput, type LetterFormat, writeLetterInput } from '../../../lib/letters/input.ts';
import { previewTemplate, previewText } from '../../../lib/letters/preview-letter.ts';
import { readLetter, readLettersPage, readNewLetter } from '../../../lib/letters/queries.ts';
import { saveLetterCopy } from '../../../lib/letters/save-letter-copy.ts';
import { writeLetter } from '../../../lib/letters/write-letter.ts';
import { textOfPage } from '../../../lib/pages/read-pages.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestStore } from '../../support/document-store.ts';
import { momentOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { addPaper, pagesOfText } from '../../support/packets.ts';
import { checkPdf } from '../../support/qpdf.ts';
import { documentWork } from '../../support/waiting-document.ts';

const ON = '2026-06-10';
const today = localDate(ON);

let database: TestDatabase;
let office: TestOffice;
let store: DocumentStore;
let caseId: string;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  store = openTestStore();
});
beforeEach(async () => {
  caseId = await aCase().denied('2026-04-01', 'medical-necessity').withGrievance('2026-04-20').in(office);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const write = (typed: object = {}, as?: UserActor) =>
  office.run(
    writeLetter,
    writeLetterInput,
    { caseId, template: 'late-response-notice', language: 'en', ...typed },
    { on: ON, ...(as && { as }) },
  );
const edit = (documentId: string, typed: object = {}, as?: UserActor) =>
  office.run(
    editLetter,
    editLetterInput,
    { caseId, documentId, body: 'What it says now.', ...typed },
    { on: ON, ...(as && { as }) },
  );
const read = <T>(work: Parameters<typeof inOffice<T>>[3], as = office.person('caseworker')) =>
  inOffice(office.app.db, as, today, work);
const letter = (documentId: string, number: number | null = null, as?: UserActor) =>
  read((tx) => readLetter(tx, caseId, documentId, today, number), as);
const save = (documentId: string, format: LetterFormat, of = caseId, as = office.person('caseworker')) =>
  inUnitOfWork(office.app.db, as, momentOf(ON), (unit) =>
    saveLetterCopy(unit, { caseId: of, documentId, format }),
  );
const work = () =>
  checkDocuments(documentWork(office, store, `${ON}T18:00:00Z`), { officeId: office.officeId });
const started = async (typed: object = {}) => valueOf(await write(typed)).documentId;
const versionsOf = (documentId: string) =>
  office.owner.db.select().from(documentVersions).where(eq(documentVersions.documentId, documentId));
const eventsOf = async (event: string) =>
  (
    await office.owner.pool.query<{
      subject_id: string;
      changes: { field: string; from: unknown; to: unknown }[];
    }>('select * from audit_events where case_id = $1 and event = $2', [caseId, event])
  ).rows;

describe('a letter', () => {
  test('is filled from the case, is a document, and is on the record', async () => {
    const documentId = await started();
    const page = await letter(documentId);
    expect(page?.letter).toMatchObject({
      title: 'Notice of a late answer',
      state: 'checking',
      language: 'en',
    });
    expect(page?.letter.body).toContain('The last day for your answer was May 20, 2026');
    expect(page?.letter.body).toContain('Today, 21 days later, we have no answer.');
    expect(page?.letter.body).toContain('Test caseworker');
    const [row] = await office.owner.db.select().from(documents).where(eq(documents.id, documentId));
    expect(row).toMatchObject({ kind: 'correspondence', template: 'late-response-notice', versionNumber: 1 });
    const [event] = await eventsOf('letter.written');
    expect(event).toMatchObject({ subject_id: documentId });
    expect(JSON.stringify(event?.changes)).not.toContain('Ana Prueba');
  });

  test.each(LETTER_TEMPLATES)(
    'of %s becomes pages that can be searched and pass the check',
    async (template) => {
      const documentId = await started({ template, language: 'es' });
      expect(await work()).toMatchObject({ refused: 0, errors: 0 });
      const saved = valueOf(await save(documentId, 'pdf'));
      const pdf = saved.pages ? await store.read(saved.pages) : Buffer.alloc(0);
      expect(await textOfPage(pdf, 1)).toContain('Ana Prueba');
      expect(await checkPdf(pdf)).toMatchObject({ exitCode: 0 });
      expect(saved.fileName).toMatch(new RegExp(`^${template}-\\d{4}-\\d{6}\\.pdf$`));
    },
  );

  test('names the document behind a date', async () => {
    const receipt = await addPaper(office, store, caseId, {
      kind: 'grievance-receipt',
      title: 'The fax receipt',
      pages: await pagesOfText('one', 'two'),
    });
    const record = await office.read(caseId, ON);
    const as = office.person('caseworker');
    await inUnitOfWork(office.app.db, as, momentOf(ON), async (unit) => {
      await unit.tx.insert(dateDocuments).values({
        officeId: as.officeId,
        caseId,
        noun: 'grievance',
        recordId: record?.grievances[0]?.id ?? null,
        field: 'receivedOn',
        documentId: receipt,
        pageNumber: 2,
        linkedBy: as.userId,
        linkedAt: unit.now,
      });
      unit.record({ event: 'date.linked-to-document', caseId, subjectId: receipt });
      return done(null);
    });
    const body = (await letter(await started({ template: 'dispute-statement' })))?.letter.body;
    expect(body).toContain('| The plan received the grievance | The fax receipt, page 2 |');
  });

  test('spoils no other form of the case', async () => {
    const before = (await office.read(caseId, ON))?.version;
    await edit(await started());
    expect((await office.read(caseId, ON))?.version).toBe(before);
  });

  test('shows before it is written what it will say', async () => {
    const as = office.person('caseworker');
    const shown = await inUnitOfWork(
      office.app.db,
      as,
      momentOf(ON),
      (unit) => previewTemplate(unit, { caseId, template: 'grievance', language: 'en' }),
      { dryRun: true },
    );
    expect(valueOf(shown).blanks).toContain('member number');
    const page = await read((tx) =>
      readNewLetter(tx, caseId, today, as, { template: 'grievance', language: 'en' }),
    );
    expect(page?.choices).toHaveLength(LETTER_TEMPLATES.length);
    expect(page?.look?.blanks).toEqual(valueOf(shown).blanks);
  });
});

describe('an edit', () => {
  test('is a version of its own, whose pages are made anew; the one before stays', async () => {
    const documentId = await started();
    await work();
    valueOf(await edit(documentId, { body: '## New\n\nby [day]', version: 1 }));
    const page = await letter(documentId);
    expect(page).toMatchObject({ number: 2, latest: 2 });
    expect(page?.letter).toMatchObject({ body: '## New\n\nby [day]', state: 'checking' });
    expect(page?.look.blanks).toEqual(['day']);
    expect((await letter(documentId, 1))?.letter.body).toContain('Ana Prueba');
    expect(await save(documentId, 'pdf')).toMatchObject({ ok: false, because: 'not-found' });
    await work();
    const saved = valueOf(await save(documentId, 'pdf'));
    expect(saved.pages && (await textOfPage(await store.read(saved.pages), 1))).toContain('New');
    expect((await versionsOf(documentId)).map(({ change }) => change)).toEqual(['written', 'written']);
    expect(await eventsOf('letter.edited')).toHaveLength(1);
  });

  test('tells what somebody else saved meanwhile, and saves after that', async () => {
    const documentId = await started();
    valueOf(await edit(documentId, { body: 'Hers.', version: 1 }, office.person('supervisor')));
    const stale = await edit(documentId, { body: 'His.', version: 1 });
    expect(stale).toMatchObject({
      ok: false,
      because: 'conflict',
      version: 2,
      changes: [{ who: 'Test supervisor', what: 'Edited a letter: Notice of a late answer.' }],
    });
    expect((await letter(documentId))?.letter.body).toBe('Hers.');
    valueOf(await edit(documentId, { body: 'Both.', version: 2 }));
  });

  test('of two at once leaves two versions and one conflict, never a lost text', async () => {
    const documentId = await started();
    const both = await Promise.all([
      edit(documentId, { body: 'One.', version: 1 }),
      edit(documentId, { body: 'Two.', version: 1 }, office.person('supervisor')),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await versionsOf(documentId)).toHaveLength(2);
  });

  test('shows what was typed on the letter’s own paper', async () => {
    const documentId = await started();
    const shown = await read((tx) => previewText({ tx }, { caseId, documentId, body: '**a** [b]' }));
    expect(valueOf(shown)).toMatchObject({
      blanks: ['b'],
      paper: { title: 'Notice of a late answer', letterhead: { lines: ['555-0100'] } },
    });
  });

  test('refuses an empty letter, one that came from outside and one that was withdrawn', async () => {
    expect(editLetterInput().safeParse({ caseId, documentId: randomUUID(), body: ' \n ' }).success).toBe(
      false,
    );
    const paper = await addPaper(office, store, caseId, {
      kind: 'other',
      title: 'From outside',
      pages: await pagesOfText('x'),
    });
    expect(violationsOf(await edit(paper))[0]?.message).toMatch(/came from outside/);
    expect(await letter(paper)).toBeNull();
    const documentId = await started();
    valueOf(
      await office.run(
        withdrawDocument,
        withdrawDocumentInput,
        { caseId, documentId, reason: 'Not needed.' },
        { on: ON },
      ),
    );
    expect(violationsOf(await edit(documentId))[0]?.message).toMatch(/withdrawn/);
    expect((await letter(documentId))?.letter.isWithdrawn).toBe(true);
    expect((await read((tx) => readLettersPage(tx, caseId, today)))?.letters).toEqual([]);
  });

  test('of a text that holds anything at all still becomes pages', async () => {
    const documentId = await started();
    const body = '#panic() $x$ <b>\u202e \u0007 | | |\n|---|\n[a](b) ```\n![x](y)\n😀 محمد\n'.repeat(40);
    valueOf(await edit(documentId, { body }));
    expect(await work()).toMatchObject({ refused: 0, errors: 0 });
    expect((await letter(documentId))?.letter.state).toBe('ready');
  });
});

test('a copy that leaves is on the record, with its format', async () => {
  const documentId = await started();
  const saved = valueOf(await save(documentId, 'docx'));
  expect(saved).toMatchObject({ format: 'docx', letter: { template: 'late-response-notice' } });
  const [event] = await eventsOf('letter.saved');
  expect(event?.changes).toContainEqual({ field: 'format', from: null, to: 'docx' });
});

test('nothing is written on a closed case', async () => {
  const documentId = await started();
  valueOf(
    await office.run(
      closeCase,
      closureInput,
      { caseId, version: (await office.read(caseId, ON))?.version, outcome: 'client-withdrew' },
      { on: ON, as: office.person('supervisor') },
    ),
  );
  expect(violationsOf(await write())[0]?.message).toMatch(/closed/i);
  expect(violationsOf(await edit(documentId))[0]?.message).toMatch(/closed/i);
});

describe('what is not theirs', () => {
  const NOTHING = { ok: false, because: 'not-found' };

  test('is not found: made-up ids and another office’s', async () => {
    const documentId = await started();
    const elsewhere = await openTestOffice(database);
    const stranger = elsewhere.person('caseworker');
    expect(await write({}, stranger)).toEqual(NOTHING);
    expect(await edit(documentId, {}, stranger)).toEqual(NOTHING);
    expect(await save(documentId, 'docx', caseId, stranger)).toEqual(NOTHING);
    expect(await letter(documentId, null, stranger)).toBeNull();
    await elsewhere.close();
    expect(await edit(randomUUID())).toEqual(NOTHING);
    expect(await save(randomUUID(), 'docx')).toEqual(NOTHING);
    expect(await letter('no id')).toBeNull();
  });

  test('is not found: a letter of another case', async () => {
    const documentId = await started();
    const other = await aCase().in(office);
    expect(await edit(documentId, { caseId: other })).toEqual(NOTHING);
    expect(await save(documentId, 'docx', other)).toEqual(NOTHING);
  });

  test('is not found: a letter of a case that only others may know of', async () => {
    const documentId = await started();
    const outsider = await addColleague(office, 'Olga Outsider', 'caseworker');
    valueOf(
      await office.run(
        restrictCase,
        restrictionInput,
        {
          caseId,
          version: (await office.read(caseId, ON))?.version,
          ground: 'staff-conflict',
          reason: 'A colleague’s own case.',
          namedIds: [office.person('caseworker').userId, office.person('supervisor').userId],
        },
        { on: ON, as: office.person('supervisor') },
      ),
    );
    expect(await edit(documentId, {}, outsider)).toEqual(NOTHING);
    expect(await save(documentId, 'docx', caseId, outsider)).toEqual(NOTHING);
    expect(await letter(documentId, null, outsider)).toBeNull();
  });
});
