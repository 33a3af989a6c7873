import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import type { DocumentKind, DocumentState } from '../../../lib/db/vocabulary.ts';
import { previewDeadlines } from '../../../lib/deadlines/preview.ts';
import { describeDocument } from '../../../lib/documents/describe-document.ts';
import { describeDocumentInput, withdrawDocumentInput } from '../../../lib/documents/input.ts';
import { withdrawDocument } from '../../../lib/documents/withdraw-document.ts';
import { correctImr } from '../../../lib/imr/correct-imr.ts';
import { fileImr } from '../../../lib/imr/file-imr.ts';
import { filingProofInput, imrAcceptanceInput, imrFilingInput } from '../../../lib/imr/input.ts';
import { readProofForm } from '../../../lib/imr/proof-form.ts';
import { recordAcceptance } from '../../../lib/imr/record-acceptance.ts';
import { recordProof } from '../../../lib/imr/record-proof.ts';
import { addTask } from '../../../lib/manual-deadlines/add-task.ts';
import { MOST_PACKET_PAGES } from '../../../lib/packets/order.ts';
import { aCase, filing } from '../../support/a-case.ts';
import { addDocument } from '../../support/a-document.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { outbox, sweep } from '../../support/outbox.ts';

const LIMIT = 'ca.imr.deadline.decision';
const UPHELD_ON = '2026-02-10';
const LAST_DAY = '2026-08-10';

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

const upheld = (at = office) =>
  aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02').answered(UPHELD_ON).in(at);

const file = (caseId: string, on: string, more: Record<string, unknown> = {}) =>
  office.run(
    fileImr,
    imrFilingInput,
    filing(caseId, on, { channel: 'fax', destination: '916-255-5241', confirmationNumber: '', ...more }),
    { on },
  );

const prove = (caseId: string, on: string, proof: Record<string, unknown>) =>
  office.run(recordProof, filingProofInput, { caseId, ...proof }, { on });

const unproved = async (sentOn: string, more: Record<string, unknown> = {}) => {
  const caseId = await upheld();
  valueOf(await file(caseId, sentOn, more));
  return caseId;
};

const clock = async (caseId: string) =>
  (
    await office.owner.pool.query<{ outcome: string; acted_on: string | null; due_on: string }>(
      'select outcome, acted_on::text, due_on::text from deadlines where case_id = $1 and rule = $2',
      [caseId, LIMIT],
    )
  ).rows[0];

const tasks = async (caseId: string) =>
  (
    await office.owner.pool.query<{ made_for: string; due_on: string; done_on: string; ended: boolean }>(
      `select made_for, due_on::text, done_on::text, canceled_at is not null as ended
       from manual_deadlines where case_id = $1 order by created_at, made_for`,
      [caseId],
    )
  ).rows;

const paper = (
  caseId: string,
  kind: DocumentKind = 'filing-receipt',
  state: DocumentState = 'ready',
  of = office,
) =>
  addDocument(of, caseId, {
    kind,
    state,
    title: 'Fax report',
    ...(state === 'refused' && { refusal: 'damaged' }),
  });

const applicationOf = async (caseId: string) => {
  const application = (await office.read(caseId, '2026-12-31'))?.imrApplications.at(-1);
  if (!application) throw new Error('nothing is on file');
  return application;
};

const correct = async (caseId: string, on: string, more: Record<string, unknown>) => {
  const { id, appliedOn } = await applicationOf(caseId);
  return office.run(
    correctImr,
    imrFilingInput,
    filing(caseId, appliedOn, {
      channel: 'fax',
      destination: '916-255-5241',
      applicationId: id,
      reason: 'The report says so.',
      ...more,
    }),
    { on },
  );
};

describe('sent without proof', () => {
  test('leaves the clock running and the case open to file, and asks for proof', async () => {
    const caseId = await unproved('2026-06-05');
    expect(await clock(caseId)).toEqual({ outcome: 'pending', acted_on: null, due_on: LAST_DAY });
    expect(await tasks(caseId)).toEqual([
      { made_for: 'prove-filing', due_on: '2026-06-08', done_on: null, ended: false },
    ]);
    const record = await office.read(caseId, '2026-06-05');
    expect(record).toMatchObject({ stage: 'imr-open', fileBy: LAST_DAY });
    const { rows } = await office.owner.pool.query<{ changes: { field: string; to: unknown }[] }>(
      `select changes from audit_events where case_id = $1 and event = 'imr.filed'`,
      [caseId],
    );
    expect(rows[0]?.changes).toContainEqual({ field: 'proof', from: null, to: 'none yet' });
  });

  test('keeps the reminders of the last day, beside those of the task', async () => {
    const caseId = await unproved('2026-08-05');
    const { number } = (await office.read(caseId, '2026-08-05')) ?? { number: '' };
    const told = async (at: string) => {
      const box = outbox();
      await sweep(office, at, box);
      return box.sent
        .filter(({ subject }) => subject.startsWith(number))
        .map(({ to, subject }) => `${to.split('-')[0]}: ${subject.slice(number.length + 1)}`);
    };
    await told('2026-08-05T17:00:00Z');
    expect(await told('2026-08-06T16:00:00Z')).toContain('caseworker: get proof that it arrived, today');
    const dayAfter = await told('2026-08-07T16:00:00Z');
    expect(dayAfter).toContain('caseworker: get proof that it arrived, 1 day over');
    expect(dayAfter).toContain('supervisor: get proof that it arrived, 1 day over');
    const lastDay = await told('2026-08-10T16:00:00Z');
    expect(lastDay.some((line) => line.startsWith('caseworker: ') && line.endsWith(', today'))).toBe(true);
  });

  test('has to be proved before the last day, while it can still be sent again', async () => {
    expect(await tasks(await unproved('2026-08-06', { channel: 'mail' }))).toMatchObject([
      { due_on: '2026-08-07' },
    ]);
    expect(await tasks(await unproved(LAST_DAY))).toMatchObject([{ due_on: LAST_DAY }]);
  });

  test('is told as such to whoever would file again', async () => {
    const caseId = await unproved('2026-06-05');
    const [violation] = violationsOf(await file(caseId, '2026-06-08'));
    expect(violation?.message).toContain('without proof that it arrived');
  });

  test('still has its dates judged', async () => {
    const caseId = await upheld();
    const [violation] = violationsOf(await file(caseId, '2026-01-10'));
    expect(violation?.field).toBe('appliedOn');
  });
});

describe('proof that comes later', () => {
  test.each([
    ['a number', async () => ({ confirmationNumber: 'FX-118' })],
    ['a receipt', async (caseId: string) => ({ receiptDocumentId: await paper(caseId) })],
    [
      'the department’s letter',
      async (caseId: string) => ({ receiptDocumentId: await paper(caseId, 'department-letter') }),
    ],
  ])('stops the clock by %s as of the day it was sent, though that day is long over', async (_, proofOf) => {
    const caseId = await unproved(LAST_DAY);
    valueOf(await prove(caseId, '2026-09-01', await proofOf(caseId)));
    expect(await clock(caseId)).toEqual({ outcome: 'met', acted_on: LAST_DAY, due_on: LAST_DAY });
    expect(await tasks(caseId)).toMatchObject([{ done_on: '2026-09-01', ended: false }]);
    expect(await office.read(caseId, '2026-09-01')).toMatchObject({ stage: 'imr-screening' });
  });

  test('is the department’s answer as well', async () => {
    const caseId = await unproved('2026-06-05');
    const answer = { caseId, screening: 'accepted', receivedOn: '6/8/26', screenedOn: '6/10/26' };
    valueOf(await office.run(recordAcceptance, imrAcceptanceInput, answer, { on: '2026-06-11' }));
    expect(await clock(caseId)).toMatchObject({ outcome: 'met', acted_on: '2026-06-05' });
    expect(await tasks(caseId)).toMatchObject([{ done_on: '2026-06-11' }]);
  });

  test('is not a guess of the day it was received', async () => {
    const caseId = await unproved('2026-06-05');
    const guess = { caseId, screening: 'none', receivedOn: '6/8/26', receivedOnKnown: 'estimated' };
    valueOf(await office.run(recordAcceptance, imrAcceptanceInput, guess, { on: '2026-06-11' }));
    expect(await clock(caseId)).toMatchObject({ outcome: 'pending' });
    expect(await tasks(caseId)).toMatchObject([{ done_on: null }]);
  });

  test('has to be a number or a receipt', async () => {
    const caseId = await unproved('2026-06-05');
    expect(violationsOf(await prove(caseId, '2026-06-08', {}))[0]?.message).toContain('Neither');
  });

  test('is nothing that this case does not have, or that is not checked, or is of another kind', async () => {
    const caseId = await unproved('2026-06-05');
    const [answer, ...others] = [
      await paper(await upheld()),
      await paper(await upheld(other), 'filing-receipt', 'ready', other),
      '00000000-0000-4000-8000-0000000000aa',
      await paper(caseId, 'filing-receipt', 'checking'),
      await paper(caseId, 'filing-receipt', 'refused'),
      await paper(caseId, 'denial-letter'),
    ].map((receiptDocumentId) => prove(caseId, '2026-06-08', { receiptDocumentId }).then(violationsOf));
    expect((await answer)?.[0]?.field).toBe('receiptDocumentId');
    for (const each of others) expect(await each).toEqual(await answer);
    const withdrawn = await paper(caseId);
    await office.owner.pool.query(
      'update documents set withdrawn_at = now(), withdrawn_by = added_by where id = $1',
      [withdrawn],
    );
    expect(violationsOf(await prove(caseId, '2026-06-08', { receiptDocumentId: withdrawn }))).toEqual(
      await answer,
    );
    expect(await clock(caseId)).toMatchObject({ outcome: 'pending' });
  });
});

test('a receipt stays what it is while a filing counts because of it', async () => {
  const caseId = await unproved('2026-06-05');
  const documentId = await paper(caseId);
  valueOf(await prove(caseId, '2026-06-08', { receiptDocumentId: documentId }));
  const describe = { caseId, documentId, title: 'Fax report', kind: 'correspondence' };
  const withdraw = { caseId, documentId, reason: 'Not ours.' };
  const on = { on: '2026-06-09' };
  const told = [
    violationsOf(await office.run(describeDocument, describeDocumentInput, describe, on)),
    violationsOf(await office.run(withdrawDocument, withdrawDocumentInput, withdraw, on)),
  ];
  for (const [violation] of told)
    expect(violation?.message).toContain('is the receipt of the IMR application');
  valueOf(await correct(caseId, '2026-06-10', { confirmationNumber: 'FX-118', receiptDocumentId: '' }));
  valueOf(await office.run(withdrawDocument, withdrawDocumentInput, withdraw, on));
  expect(await clock(caseId)).toMatchObject({ outcome: 'met' });
});

describe('a filing with its proof', () => {
  test('stops the clock at once and asks for nothing', async () => {
    const caseId = await unproved('2026-06-05', {
      confirmationNumber: 'FX-118',
      sentTime: '8:15 am',
      pageCount: '48',
    });
    expect(await clock(caseId)).toMatchObject({ outcome: 'met', acted_on: '2026-06-05' });
    expect(await tasks(caseId)).toEqual([]);
    expect(await applicationOf(caseId)).toMatchObject({
      pageCount: 48,
      sentAt: new Date('2026-06-05T15:15:00Z'),
    });
  });

  test('refuses an hour that has not come, and one that is none', async () => {
    const caseId = await upheld();
    expect(violationsOf(await file(caseId, '2026-06-05', { sentTime: '11:59 pm' }))[0]?.message).toContain(
      'not come yet',
    );
    expect(violationsOf(await file(caseId, '2026-06-05', { sentTime: 'noonish' }))[0]?.field).toBe(
      'sentTime',
    );
  });

  test('loses it to a correction, which starts the clock again and says so before it is saved', async () => {
    const caseId = await unproved('2026-06-05', { confirmationNumber: 'FX-118' });
    const { id } = await applicationOf(caseId);
    const typed = filing(caseId, '2026-06-05', {
      channel: 'fax',
      applicationId: id,
      confirmationNumber: '',
      reason: 'It is of another fax.',
    });
    const seen = await office.run(
      (unit, input: ReturnType<ReturnType<typeof imrFilingInput>['parse']>) =>
        previewDeadlines(unit, caseId, () => correctImr(unit, input)),
      imrFilingInput,
      typed,
      { on: '2026-06-09' },
    );
    const row = valueOf(seen).rows.find(({ rule }) => rule === LIMIT);
    expect([row?.before?.status, row?.after?.status]).toEqual(['met', 'open']);
    expect(await clock(caseId)).toMatchObject({ outcome: 'pending', acted_on: null });
    expect(await tasks(caseId)).toMatchObject([{ made_for: 'prove-filing', due_on: '2026-06-10' }]);
    valueOf(await correct(caseId, '2026-06-10', { confirmationNumber: 'FX-119' }));
    expect(await clock(caseId)).toMatchObject({ outcome: 'met', acted_on: '2026-06-05' });
  });

  test('keeps counting where an earlier release recorded it, and a correction of something else leaves it', async () => {
    const caseId = await unproved('2026-06-05');
    await office.owner.pool.query(
      'update imr_applications set recorded_before_proof = true where case_id = $1',
      [caseId],
    );
    valueOf(await correct(caseId, '2026-06-09', { confirmationNumber: '', destination: '916-255-0000' }));
    expect(await clock(caseId)).toMatchObject({ outcome: 'met', acted_on: '2026-06-05' });
  });
});

describe('a packet that waits to be sent', () => {
  const packet = async (caseId: string, state = 'ready') => {
    const { rows } = await office.owner.pool.query<{ id: string }>(
      `with file as (
         insert into stored_files (office_id, case_id, storage_key, media_type, byte_count, sha256, wrapped_key, master_key_id)
         values ($1, $2, gen_random_uuid()::text, 'application/pdf', 1, repeat('a', 64), 'k', 'm') returning id)
       insert into packets (office_id, case_id, number, regulator, channel, state, contents, file_id, sha256, page_count, requested_by, requested_at, finished_at)
       select $1, $2, 1, 'DMHC', 'fax', $4, '{}', case when $4 = 'ready' then file.id end, case when $4 = 'ready' then repeat('a', 64) else '' end, 31, $3, now(),
         case when $4 = 'ready' then now() end from file returning id`,
      [office.officeId, caseId, office.person('caseworker').userId, state],
    );
    return rows[0]?.id ?? '';
  };
  const prepared = async (caseId: string) => {
    const record = await office.read(caseId, '2026-06-04');
    if (!record) throw new Error('no case');
    await inUnitOfWork(
      office.app.db,
      office.person('caseworker'),
      new Date('2026-06-04T17:00:00Z'),
      async (unit) => ({
        ok: true as const,
        value: await addTask(unit, record, 'send-packet'),
      }),
    );
  };

  test('is sent by the filing that names it, which takes its pages', async () => {
    const caseId = await upheld();
    const packetId = await packet(caseId);
    await prepared(caseId);
    valueOf(await file(caseId, '2026-06-05', { packetId }));
    expect(await applicationOf(caseId)).toMatchObject({ packetId, pageCount: 31 });
    expect(await tasks(caseId)).toMatchObject([
      { made_for: 'send-packet', done_on: '2026-06-05', ended: false },
      { made_for: 'prove-filing', done_on: null },
    ]);
  });

  test('waits no more once the application went without it', async () => {
    const caseId = await upheld();
    await packet(caseId);
    await prepared(caseId);
    valueOf(await file(caseId, '2026-06-05', { channel: 'online', confirmationNumber: 'D-1' }));
    expect(await tasks(caseId)).toMatchObject([{ made_for: 'send-packet', done_on: null, ended: true }]);
  });

  test('is none of another case, and none that is not ready', async () => {
    const caseId = await upheld();
    const foreign = await packet(await upheld());
    const waiting = await packet(caseId, 'waiting');
    for (const packetId of [foreign, waiting, '00000000-0000-4000-8000-0000000000aa'])
      expect(violationsOf(await file(caseId, '2026-06-05', { packetId }))).toMatchObject([
        { field: 'packetId' },
      ]);
  });
});

test('a filing has as many pages as the longest packet', async () => {
  const pageCount = String(MOST_PACKET_PAGES);
  const caseId = await unproved('2026-06-05', { pageCount });
  expect(await applicationOf(caseId)).toMatchObject({ pageCount: MOST_PACKET_PAGES });
  valueOf(await correct(caseId, '2026-06-08', { pageCount, confirmationNumber: 'FX-118' }));
});

describe('a receipt', () => {
  test('of an application that was rejected proves none that follows', async () => {
    const caseId = await upheld();
    const receipt = await paper(caseId);
    valueOf(await file(caseId, '2026-06-05', { receiptDocumentId: receipt }));
    const rejected = { screening: 'rejected', screenedOn: '2026-06-12', rejectionReason: 'Not signed.' };
    valueOf(
      await office.run(recordAcceptance, imrAcceptanceInput, { caseId, ...rejected }, { on: '2026-06-12' }),
    );
    expect(violationsOf(await file(caseId, '2026-06-15', { receiptDocumentId: receipt }))).toMatchObject([
      { field: 'receiptDocumentId', message: 'This is the receipt of another application on this case.' },
    ]);
    valueOf(await file(caseId, '2026-06-15'));
    expect(violationsOf(await prove(caseId, '2026-06-15', { receiptDocumentId: receipt }))).toMatchObject([
      { field: 'receiptDocumentId' },
    ]);
    const form = await inOffice(office.app.db, office.person('caseworker'), localDate('2026-06-15'), (tx) =>
      readProofForm(tx, caseId, localDate('2026-06-15')),
    );
    expect(form?.values.receipts).toEqual([]);
  });

  test('is not dated before the application was sent', async () => {
    const caseId = await upheld();
    const dated = (letterOn: string) =>
      addDocument(office, caseId, { kind: 'department-letter', letterOn: localDate(letterOn) });
    const [before, same] = [await dated('2026-06-04'), await dated('2026-06-05')];
    expect(violationsOf(await file(caseId, '2026-06-05', { receiptDocumentId: before }))).toMatchObject([
      { field: 'receiptDocumentId' },
    ]);
    valueOf(await file(caseId, '2026-06-05', { receiptDocumentId: same }));
  });
});

test('a word in the place of the confirmation number stops no clock', async () => {
  const caseId = await upheld();
  for (const confirmationNumber of ['none', 'Pending', '-'])
    expect(violationsOf(await file(caseId, '2026-06-05', { confirmationNumber }))).toMatchObject([
      { field: 'confirmationNumber' },
    ]);
  valueOf(await file(caseId, '2026-06-05'));
  expect(violationsOf(await prove(caseId, '2026-06-05', { confirmationNumber: 'n/a' }))).toMatchObject([
    { field: 'confirmationNumber' },
  ]);
});

test('another office’s case is not found', async () => {
  const caseId = await upheld(other);
  expect(await prove(caseId, '2026-06-05', { confirmationNumber: 'C-1' })).toMatchObject({
    ok: false,
    because: 'not-found',
  });
});
