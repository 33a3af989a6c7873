import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import type { AuditEventName } from '../../../lib/audit/events.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { answerItem } from '../../../lib/filing-checklist/answer-item.ts';
import { answerWithdrawalInput, checklistAnswerInput } from '../../../lib/filing-checklist/input.ts';
import { readClientList, readFilingChecklist } from '../../../lib/filing-checklist/queries.ts';
import { withdrawChecklistAnswer } from '../../../lib/filing-checklist/withdraw-answer.ts';
import { editLetter } from '../../../lib/letters/edit-letter.ts';
import { editLetterInput, writeLetterInput } from '../../../lib/letters/input.ts';
import { writeLetter } from '../../../lib/letters/write-letter.ts';
import { listTimeline } from '../../../lib/timeline/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { addDocument } from '../../support/a-document.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

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

const on = '2026-06-20';
const upheld = () =>
  aCase().denied('2026-04-14', 'medical-necessity').withGrievance('2026-05-01').answered('2026-05-20');

const read = async (caseId: string, as: UserActor = office.person('caseworker')) =>
  inOffice(office.app.db, as, localDate(on), (tx) => readFilingChecklist(tx, caseId, localDate(on)));
async function itemOf(caseId: string, id: string) {
  const found = (await read(caseId))?.items.find(({ item }) => item === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}
const say = (
  caseId: string,
  item: string,
  answer: string,
  more: Record<string, unknown> = {},
  from = office,
) =>
  from.run(
    answerItem,
    checklistAnswerInput,
    { caseId, item, answer, reason: 'Signed on paper, in the file.', ...more },
    { on },
  );
const withdraw = (caseId: string, answerId: string, from = office) =>
  from.run(withdrawChecklistAnswer, answerWithdrawalInput, { caseId, answerId }, { on });

const told = async (caseId: string, event: AuditEventName) => {
  const { entries } = await inOffice(office.app.db, office.person('caseworker'), localDate(on), (tx) =>
    listTimeline(tx, caseId, { limit: 9, beforeId: null, events: [event] }),
  );
  return entries.length;
};

describe('an answer on the filing checklist', () => {
  test('stands beside its item with who gave it and why, and is told in the history', async () => {
    const caseId = await upheld().in(office);
    valueOf(await say(caseId, 'release-signature', 'done'));
    expect(await itemOf(caseId, 'release-signature')).toMatchObject({
      state: 'done',
      doneBy: 'answer',
      answer: { answer: 'done', reason: 'Signed on paper, in the file.', answeredBy: 'Test caseworker' },
    });
    expect(await told(caseId, 'checklist.answered')).toBe(1);
  });

  test('takes the place of the one before it', async () => {
    const caseId = await upheld().in(office);
    valueOf(await say(caseId, 'outside-records', 'not-needed'));
    valueOf(await say(caseId, 'outside-records', 'done', { reason: 'The clinic faxed them.' }));
    expect(await itemOf(caseId, 'outside-records')).toMatchObject({
      state: 'done',
      answer: { reason: 'The clinic faxed them.' },
    });
  });

  test('is withdrawn once, and the item is missing again', async () => {
    const caseId = await upheld().in(office);
    valueOf(await say(caseId, 'membership-card', 'not-needed'));
    const { answer } = await itemOf(caseId, 'membership-card');
    valueOf(await withdraw(caseId, answer?.id ?? ''));
    expect(await itemOf(caseId, 'membership-card')).toMatchObject({ state: 'missing', answer: null });
    expect(await told(caseId, 'checklist.answer-withdrawn')).toBe(1);
    expect(violationsOf(await withdraw(caseId, answer?.id ?? ''))[0]?.message).toContain('no longer stands');
  });

  test('needs its reason', async () => {
    const caseId = await upheld().in(office);
    await expect(say(caseId, 'bills', 'done', { reason: '  ' })).rejects.toThrow('The reason is missing.');
  });

  test.each([
    ['the denial of experimental care', 'denial-letter', 'done'],
    ['the certification of experimental care', 'experimental-certification', 'not-needed'],
  ])('is refused for %s: the law asks for the paper', async (_name, item, answer) => {
    const caseId = await aCase().denied('2026-04-14', 'experimental').in(office);
    const [violation] = violationsOf(await say(caseId, item, answer));
    expect(violation).toMatchObject({ field: 'answer', remedy: 'Add the paper to the case’s documents.' });
    expect(violation?.rule).toMatch(/28 CCR 1300\.70\.4\(c\)|H&S 1370\.4\(a\)\(2\)/);
    expect(await itemOf(caseId, item)).toMatchObject({ state: 'missing' });
  });

  test('is refused for what the case does not need', async () => {
    const caseId = await upheld().in(office);
    expect(violationsOf(await say(caseId, 'bills', 'done'))[0]?.message).toContain('does not need it');
  });

  test('is refused on a closed case', async () => {
    const caseId = await upheld().in(office);
    const closing = { caseId, outcome: 'referred-elsewhere', reason: 'Went to legal aid in Fresno.' };
    valueOf(await office.run(closeCase, closureInput, closing, { on }));
    expect(violationsOf(await say(caseId, 'release-signature', 'done'))[0]?.message).toContain('closed');
  });

  test('is nothing an outsider can give, see or withdraw', async () => {
    const caseId = await upheld().in(office);
    valueOf(await say(caseId, 'release-signature', 'done'));
    const { answer } = await itemOf(caseId, 'release-signature');
    const notThere = { ok: false, because: 'not-found' };
    expect(await say(caseId, 'release-signature', 'done', {}, other)).toEqual(notThere);
    expect(await withdraw(caseId, answer?.id ?? '', other)).toEqual(notThere);
    expect(await read(caseId, other.person('caseworker'))).toBeNull();
    const own = await upheld().in(office);
    expect(violationsOf(await withdraw(own, answer?.id ?? ''))).toHaveLength(1);
    expect((await itemOf(caseId, 'release-signature')).state).toBe('done');
  });
});

describe('the checklist of a case', () => {
  test('is done by its documents, as long as they are ready and not withdrawn', async () => {
    const caseId = await upheld().in(office);
    expect((await read(caseId))?.readiness).toMatchObject({ elsewhere: null });
    const letter = await addDocument(office, caseId, { kind: 'denial-letter', title: 'Letter of April 14' });
    expect(await itemOf(caseId, 'denial-letter')).toMatchObject({
      state: 'done',
      documents: [{ id: letter, title: 'Letter of April 14' }],
    });
    const checking = { kind: 'plan-response', state: 'checking', pageCount: 0, title: 'Answer' } as const;
    await addDocument(office, caseId, checking);
    expect(await itemOf(caseId, 'plan-response')).toMatchObject({
      state: 'missing',
      pending: '“Answer” is still being checked.',
    });
  });

  test('has no documents of another case', async () => {
    await addDocument(office, await upheld().in(office), { kind: 'denial-letter' });
    expect((await itemOf(await upheld().in(office), 'denial-letter')).state).toBe('missing');
  });

  test('is none for what is no case', async () => {
    expect(await read('not-an-id')).toBeNull();
    expect(await read('00000000-0000-4000-8000-000000000099')).toBeNull();
  });

  test('gives the client the list in their language, with the office’s phone', async () => {
    const caseId = await office.openCase({ on, line: 'dmhc', language: 'es' });
    const page = await inOffice(office.app.db, office.person('caseworker'), localDate(on), (tx) =>
      readClientList(tx, caseId, localDate(on), null),
    );
    expect(page).toMatchObject({
      chosen: 'es',
      list: { title: 'Papeles que necesitamos de usted', from: '' },
    });
    expect(page?.list.text).toContain('555-0100');
  });
});

test('a statement that was only started is not done', async () => {
  const caseId = await upheld().in(office);
  const typed = { caseId, template: 'dispute-statement', language: 'en' };
  const { documentId } = valueOf(await office.run(writeLetter, writeLetterInput, typed, { on }));
  const pagesAreMade = () =>
    office.owner.pool.query(`update documents set state = 'ready' where id = $1`, [documentId]);
  await pagesAreMade();
  expect(await itemOf(caseId, 'dispute-statement')).toMatchObject({
    state: 'missing',
    pending: expect.stringMatching(/still has \d+ blanks to fill in/) as string,
  });
  const edited = { caseId, documentId, body: 'The plan denied it on April 14.' };
  valueOf(await office.run(editLetter, editLetterInput, edited, { on }));
  await pagesAreMade();
  expect(await itemOf(caseId, 'dispute-statement')).toMatchObject({ state: 'done', pending: '' });
});

test('the list for the client says to the office where there is no application at all', async () => {
  const listOf = (caseId: string) =>
    inOffice(office.app.db, office.person('caseworker'), localDate(on), (tx) =>
      readClientList(tx, caseId, localDate(on), null),
    );
  const selfFunded = await listOf(await office.openCase({ on, line: 'selfFunded' }));
  expect(selfFunded?.elsewhere).toContain('self-funded');
  expect(await listOf(await upheld().in(office))).toMatchObject({ elsewhere: null });
});
