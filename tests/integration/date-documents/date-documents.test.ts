import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { readProofPage } from '../../../lib/cases/queries.ts';
import { listDateForms, listTies, readDatePapers } from '../../../lib/date-documents/queries.ts';
import { auditEvents } from '../../../lib/db/schema.ts';
import { dateDocuments, documents } from '../../../lib/db/schema-documents.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import type { DocumentKind } from '../../../lib/db/vocabulary.ts';
import { denialInput } from '../../../lib/denials/input.ts';
import { recordDenial } from '../../../lib/denials/record-denial.ts';
import { done } from '../../../lib/errors.ts';
import { acknowledgeGrievance } from '../../../lib/grievances/acknowledge-grievance.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { acknowledgmentInput, grievanceInput } from '../../../lib/grievances/input.ts';
import { logGrievance } from '../../../lib/grievances/log-grievance.ts';
import { imrAcceptanceInput } from '../../../lib/imr/input.ts';
import { recordAcceptance } from '../../../lib/imr/record-acceptance.ts';
import { correctPlanDecision } from '../../../lib/plan-decisions/correct-plan-decision.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
import { aCase } from '../../support/a-case.ts';
import { addDocument } from '../../support/a-document.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { momentOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const on = '2026-06-10';
const today = localDate(on);
const read = <T>(work: Parameters<typeof inOffice<T>>[3]) =>
  inOffice(office.app.db, office.person('caseworker'), today, work);
const tiesOf = (caseId: string) => read((tx) => listTies(tx, caseId));
const grieved = () =>
  aCase().denied('2026-04-14', 'medical-necessity').withGrievance('2026-05-01').in(office);
const denial = (caseId: string, more: Record<string, unknown>, as?: UserActor) =>
  office.run(
    recordDenial,
    denialInput,
    { caseId, letterOn: '2026-04-14', bases: ['medical-necessity'], ...more },
    { on, ...(as && { as }) },
  );

describe('a date read from a document', () => {
  test('is stored with its page beside the record, and told in the case’s history', async () => {
    const caseId = await grieved();
    const letter = await addDocument(office, caseId, { kind: 'plan-response', title: 'Answer of May 20' });
    const logged = {
      caseId,
      outcome: 'upheld',
      letterOn: '2026-05-20',
      letterOnDocument: letter,
      letterOnPage: '2',
    };
    valueOf(await office.run(logPlanDecision, planDecisionInput, logged, { on }));
    const decision = (await office.read(caseId, on))?.grievances.at(-1)?.decision;
    expect(await tiesOf(caseId)).toEqual([
      {
        noun: 'plan-decision',
        recordId: decision?.id,
        field: 'letterOn',
        documentId: letter,
        title: 'Answer of May 20',
        version: 1,
        pageNumber: 2,
        isWithdrawn: false,
      },
    ]);
    const [event] = await read((tx) =>
      tx.select().from(auditEvents).where(eq(auditEvents.event, 'date.linked-to-document')),
    );
    expect(event).toMatchObject({ caseId, subjectId: letter });
    expect(event?.changes).toContainEqual({ field: 'title', from: null, to: 'Answer of May 20' });
  });

  test('can be tied later, without a reason and without any other change, and untied again', async () => {
    const caseId = await grieved();
    const letter = await addDocument(office, caseId, { kind: 'denial-letter' });
    valueOf(await denial(caseId, { letterOnDocument: letter }));
    expect(await tiesOf(caseId)).toMatchObject([{ noun: 'denial', recordId: null, pageNumber: 1 }]);
    expect(violationsOf(await denial(caseId, { letterOnDocument: letter }))[0]?.message).toContain(
      'Nothing was changed',
    );
    valueOf(await denial(caseId, { letterOnDocument: letter, letterOnPage: '3' }));
    expect(await tiesOf(caseId)).toMatchObject([{ pageNumber: 3 }]);
    valueOf(await denial(caseId, {}));
    expect(await tiesOf(caseId)).toEqual([]);
  });

  test('loses its document when the date itself is taken away', async () => {
    const caseId = await grieved();
    const letter = await addDocument(office, caseId, { kind: 'denial-letter' });
    valueOf(await denial(caseId, { receivedOn: '2026-04-18', receivedOnDocument: letter }));
    valueOf(await denial(caseId, { receivedOnDocument: letter, reason: 'It was the sister’s letter.' }));
    expect(await tiesOf(caseId)).toEqual([]);
  });

  test('belongs to its own grievance', async () => {
    const caseId = await grieved();
    const fax = await addDocument(office, caseId, { kind: 'grievance-receipt' });
    const [first] = (await office.read(caseId, on))?.grievances ?? [];
    const correction = { caseId, grievanceId: first?.id, receivedOn: '2026-05-01', receivedOnDocument: fax };
    valueOf(await office.run(correctGrievance, grievanceInput, correction, { on }));
    valueOf(
      await office.run(
        acknowledgeGrievance,
        acknowledgmentInput,
        { caseId, acknowledgedOn: '2026-05-05', acknowledgedOnDocument: fax, acknowledgedOnPage: '2' },
        { on },
      ),
    );
    const decided = { caseId, outcome: 'upheld', letterOn: '2026-05-20' };
    valueOf(await office.run(logPlanDecision, planDecisionInput, decided, { on }));
    const second = { caseId, receivedOn: '2026-06-02', receivedOnDocument: fax, receivedOnPage: '3' };
    valueOf(await office.run(logGrievance, grievanceInput, second, { on }));
    const [, latest] = (await office.read(caseId, on))?.grievances ?? [];
    const ties = (await tiesOf(caseId)).toSorted((a, b) => a.pageNumber - b.pageNumber);
    expect(ties).toMatchObject([
      { noun: 'grievance', recordId: first?.id, pageNumber: 1 },
      { noun: 'acknowledgment', recordId: first?.id, pageNumber: 2 },
      { noun: 'grievance', recordId: latest?.id, pageNumber: 3 },
    ]);
    const papers = await read((tx) => readDatePapers(tx, caseId, 'grievance', latest?.id ?? ''));
    expect(papers.chosen).toEqual({ receivedOn: { documentId: fax, page: 3 } });
    const fresh = await read((tx) => readDatePapers(tx, caseId, 'grievance', ''));
    expect(fresh.chosen).toEqual({});
  });

  test('follows the department’s answer from acceptance to rejection', async () => {
    const caseId = await aCase()
      .denied('2026-04-14', 'medical-necessity')
      .withGrievance('2026-05-01')
      .answered('2026-05-20')
      .filed('2026-05-28')
      .in(office);
    const letter = await addDocument(office, caseId, { kind: 'department-letter' });
    const answer = (screening: string, more: Record<string, unknown> = {}) =>
      office.run(
        recordAcceptance,
        imrAcceptanceInput,
        { caseId, screening, screenedOn: '2026-06-03', screenedOnDocument: letter, ...more },
        { on },
      );
    valueOf(await answer('accepted'));
    expect(await tiesOf(caseId)).toMatchObject([{ noun: 'imr-acceptance', field: 'acceptedOn' }]);
    valueOf(await answer('rejected', { rejectionReason: 'Coverage.', reason: 'The letter was misread.' }));
    expect(await tiesOf(caseId)).toMatchObject([{ noun: 'imr-acceptance', field: 'rejectedOn' }]);
    const papers = await read((tx) => readDatePapers(tx, caseId, 'imr-acceptance', ''));
    expect(papers.chosen).toEqual({ screenedOn: { documentId: letter, page: 1 } });
  });

  test('keeps its document when that is withdrawn, and says so', async () => {
    const caseId = await grieved();
    const letter = await addDocument(office, caseId, { kind: 'denial-letter', title: 'Wrong scan' });
    valueOf(await denial(caseId, { letterOnDocument: letter }));
    await withdraw(letter);
    expect(await tiesOf(caseId)).toMatchObject([{ isWithdrawn: true }]);
    const papers = await read((tx) => readDatePapers(tx, caseId, 'denial', ''));
    expect(papers.choices).toMatchObject([{ title: 'Wrong scan (withdrawn)' }]);
    valueOf(await denial(caseId, { letterOnDocument: letter, service: 'Glucose monitor' }));
    expect(await tiesOf(caseId)).toHaveLength(1);
  });
});

describe('a document that cannot show a date', () => {
  test.each<[string, () => Promise<Record<string, unknown>>, RegExp]>([
    [
      'of another office',
      async () => {
        const foreign = await aCase().denied('2026-04-14', 'medical-necessity').in(other);
        return { letterOnDocument: await addDocument(other, foreign, { kind: 'denial-letter' }) };
      },
      /not one of this case’s/,
    ],
    [
      'of another case',
      async () => ({
        letterOnDocument: await addDocument(office, await grieved(), { kind: 'denial-letter' }),
      }),
      /not one of this case’s/,
    ],
    [
      'that nobody ever added',
      async () => ({ letterOnDocument: '00000000-0000-4000-8000-000000000099' }),
      /not one of this case’s/,
    ],
  ])('%s is refused as one that is not there, and nothing is stored', async (_name, more, message) => {
    const caseId = await grieved();
    const [violation] = violationsOf(await denial(caseId, { ...(await more()), service: 'Glucose monitor' }));
    expect(violation).toMatchObject({ field: 'letterOnDocument', message: expect.stringMatching(message) });
    expect((await office.read(caseId, on))?.denial?.service).toBe('');
  });

  test.each<[string, Parameters<typeof addDocument>[2], Record<string, string>, RegExp]>([
    ['withdrawn', { kind: 'denial-letter', withdrawnAt: momentOf(on) }, {}, /was withdrawn/],
    [
      'still being checked',
      { kind: 'denial-letter', state: 'checking', pageCount: 0 },
      {},
      /no pages to show/,
    ],
    [
      'too short',
      { kind: 'denial-letter', pageCount: 2 },
      { letterOnPage: '3' },
      /has 2 pages, and no page 3/,
    ],
  ])('is refused while %s', async (_name, row, more, message) => {
    const caseId = await grieved();
    const withdrawnBy = row.withdrawnAt ? { withdrawnBy: office.person('caseworker').userId } : {};
    const letter = await addDocument(office, caseId, { ...row, ...withdrawnBy });
    const [violation] = violationsOf(await denial(caseId, { letterOnDocument: letter, ...more }));
    expect(violation?.message).toMatch(message);
    expect(await tiesOf(caseId)).toEqual([]);
  });

  test('is refused by the database too, whatever a program sends', async () => {
    const caseId = await grieved();
    const elsewhere = await addDocument(office, await grieved(), { kind: 'denial-letter' });
    const actor = office.person('caseworker');
    const forged = inUnitOfWork(office.app.db, actor, momentOf(on), async (unit) => {
      await unit.tx.insert(dateDocuments).values({
        officeId: actor.officeId,
        caseId,
        noun: 'denial',
        field: 'letterOn',
        documentId: elsewhere,
        linkedBy: actor.userId,
        linkedAt: unit.now,
      });
      return done(null);
    });
    await expect(forged).rejects.toMatchObject({ code: '23503' });
  });
});

describe('what leads to a document', () => {
  test('is the proof of the date that it shows', async () => {
    const caseId = await grieved();
    const fax = await addDocument(office, caseId, { kind: 'grievance-receipt', title: 'Fax report' });
    const [grievance] = (await office.read(caseId, on))?.grievances ?? [];
    const tied = { caseId, grievanceId: grievance?.id, receivedOn: '2026-05-01', receivedOnDocument: fax };
    valueOf(await office.run(correctGrievance, grievanceInput, tied, { on }));
    const proof = await read((tx) => readProofPage(tx, caseId, 'ca.imr.deadline.silence', today));
    expect(proof?.source?.paper).toMatchObject({ documentId: fax, title: 'Fax report', pageNumber: 1 });
    const other = await read((tx) => readProofPage(tx, caseId, 'ca.grv.file', today));
    expect(other?.source?.paper).toBeNull();
  });

  test('stays on the last page where pages were taken out since', async () => {
    const caseId = await grieved();
    const letter = await addDocument(office, caseId, { kind: 'denial-letter' });
    valueOf(await denial(caseId, { letterOnDocument: letter, letterOnPage: '3' }));
    await office.owner.pool.query('update documents set page_count = 1 where id = $1', [letter]);
    expect(await tiesOf(caseId)).toMatchObject([{ pageNumber: 1 }]);
  });
});

test('a document leads to the forms of its dates, as far as the case has come', async () => {
  const forms = (caseId: string, kind: DocumentKind) => read((tx) => listDateForms(tx, caseId, kind));
  const fresh = await aCase().denied('2026-04-14', 'medical-necessity').in(office);
  expect(await forms(fresh, 'denial-letter')).toEqual([{ noun: 'denial', recordId: null }]);
  expect(await forms(fresh, 'plan-response')).toEqual([]);
  expect(await forms(fresh, 'department-letter')).toEqual([{ noun: 'complaint', recordId: null }]);
  expect(await forms(fresh, 'bill')).toEqual([]);
  const answered = await aCase()
    .denied('2026-04-14', 'medical-necessity')
    .withGrievance('2026-05-01')
    .answered('2026-05-20')
    .in(office);
  const decision = (await office.read(answered, on))?.grievances[0]?.decision;
  expect(await forms(answered, 'plan-response')).toEqual([
    { noun: 'plan-decision', recordId: decision?.id },
    { noun: 'acknowledgment', recordId: null },
  ]);
});

test('an outsider finds nothing to tie', async () => {
  const caseId = await grieved();
  const letter = await addDocument(office, caseId, { kind: 'denial-letter' });
  const outcome = await other.run(
    recordDenial,
    denialInput,
    { caseId, letterOn: '2026-04-14', letterOnDocument: letter },
    { on },
  );
  expect(outcome).toEqual({ ok: false, because: 'not-found' });
  const correction = { caseId, decisionId: '00000000-0000-4000-8000-000000000098', letterOn: '2026-04-14' };
  expect(
    await other.run(correctPlanDecision, planDecisionInput, { ...correction, outcome: 'upheld' }, { on }),
  ).toEqual({ ok: false, because: 'not-found' });
});

async function withdraw(documentId: string) {
  const actor = office.person('caseworker');
  await inUnitOfWork(office.app.db, actor, momentOf(on), async (unit) => {
    await unit.tx
      .update(documents)
      .set({ withdrawnAt: unit.now, withdrawnBy: actor.userId })
      .where(eq(documents.id, documentId));
    unit.record({ event: 'document.withdrawn', subjectId: documentId });
    return done(null);
  });
}
