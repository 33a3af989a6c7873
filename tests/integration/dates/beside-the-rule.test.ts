import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { readProofPage } from '../../../lib/cases/queries.ts';
import { dateAdjustmentInput, withdrawalInput } from '../../../lib/date-adjustments/input.ts';
import { adjustmentText, readDateForm, readWithdrawalForm } from '../../../lib/date-adjustments/queries.ts';
import { recordExtension } from '../../../lib/date-adjustments/record-extension.ts';
import { setDateByHand } from '../../../lib/date-adjustments/set-date-by-hand.ts';
import { withdrawAdjustment } from '../../../lib/date-adjustments/withdraw-adjustment.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { previewDeadlines } from '../../../lib/deadlines/preview.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { readAgenda } from '../../../lib/worklist/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { checkStoredOn, clockOfCase, eventsOf, outbox, sweep } from '../../support/outbox.ts';

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

const ANSWER = 'ca.grv.resolve';
const ON = '2026-02-10';
const RULE_DATE = '2026-03-04';

const inGrievance = () =>
  aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02').in(office);
const byHand = (caseId: string, more: Record<string, unknown> = {}, on = ON) =>
  office.run(
    setDateByHand,
    dateAdjustmentInput,
    { caseId, rule: ANSWER, kind: 'by-hand', dueOn: '2/20/26', reason: 'The plan agreed to it.', ...more },
    { on },
  );
const grant = (caseId: string, more: Record<string, unknown> = {}, on = ON) =>
  office.run(
    recordExtension,
    dateAdjustmentInput,
    {
      caseId,
      rule: ANSWER,
      kind: 'extension',
      grantedBy: 'regulator',
      dueOn: '3/18/26',
      source: 'Letter of February 9',
      reason: 'The department gave two more weeks.',
      ...more,
    },
    { on },
  );
const withdraw = async (caseId: string, more: Record<string, unknown> = {}) => {
  const record = await office.read(caseId, ON);
  return office.run(
    withdrawAdjustment,
    withdrawalInput,
    { caseId, adjustmentId: record?.adjustments.at(-1)?.id, reason: 'It was taken back.', ...more },
    { on: ON },
  );
};
const answerClock = (caseId: string) => clockOfCase(office, caseId, ANSWER);

describe('a date set by hand', () => {
  test('is worked to where it is the earlier, beside the rule’s, with who set it and why', async () => {
    const caseId = await inGrievance();
    valueOf(await byHand(caseId));
    expect(await answerClock(caseId)).toMatchObject({ dueOn: '2026-02-20', ruleDueOn: RULE_DATE });
    const event = (await eventsOf(office, caseId)).at(-1);
    expect(event).toMatchObject({
      event: 'date.set-by-hand',
      actorId: office.person('caseworker').userId,
      reason: 'The plan agreed to it.',
    });
    expect(event?.changes).toContainEqual({ field: 'dueOn', from: RULE_DATE, to: '2026-02-20' });
  });

  test('gives way to the rule’s where it is the later, and is kept', async () => {
    const caseId = await inGrievance();
    valueOf(await byHand(caseId, { dueOn: '3/20/26' }));
    expect(await answerClock(caseId)).toMatchObject({ dueOn: RULE_DATE, ruleDueOn: null });
    expect((await office.read(caseId, ON))?.adjustments).toHaveLength(1);
  });

  test('stays when the date that started the clock is corrected', async () => {
    const caseId = await inGrievance();
    valueOf(await byHand(caseId));
    const grievanceId = (await office.read(caseId, ON))?.grievances[0]?.id;
    valueOf(
      await office.run(
        correctGrievance,
        grievanceInput,
        { caseId, grievanceId, receivedOn: '2/3/26', reason: 'The postmark says February 3.' },
        { on: ON },
      ),
    );
    expect(await answerClock(caseId)).toMatchObject({ dueOn: '2026-02-20', ruleDueOn: '2026-03-05' });
    expect(await checkStoredOn(office, ON)).toMatchObject({ repaired: 0 });
  });

  test.each([
    ['without a reason', { reason: ' ' }, 'reason', 'Say why'],
    ['in the past', { dueOn: '2/9/26' }, 'dueOn', 'has passed'],
    ['that is the date already worked to', { dueOn: '3/4/26' }, 'dueOn', 'already this clock’s date'],
    ['for a clock the case does not have', { rule: 'mc.hearing.file' }, null, 'no such clock'],
    ['for a rule there is not', { rule: 'ca.none' }, null, 'no such clock'],
    ['for a clock that was met', { rule: 'ca.grv.file' }, null, 'is done'],
    ['for a date added by hand', { rule: 'manual.1' }, null, 'added by hand'],
  ])('is refused %s', async (_case, typed, field, message) => {
    const refused = violationsOf(await byHand(await inGrievance(), typed));
    expect(refused[0]?.field).toBe(field);
    expect(refused[0]?.message).toContain(message);
  });

  test('is not found by another office, nor set by whoever saw an older version', async () => {
    const caseId = await inGrievance();
    const elsewhere = await openTestOffice(database);
    const outsider = await elsewhere.run(
      setDateByHand,
      dateAdjustmentInput,
      { caseId, rule: ANSWER, kind: 'by-hand', dueOn: '2/20/26', reason: 'Curious' },
      { on: ON },
    );
    expect(outsider).toEqual({ ok: false, because: 'not-found' });
    const today = localDate(ON);
    const form = await inOffice(elsewhere.app.db, elsewhere.person('caseworker'), today, (tx) =>
      readDateForm(tx, caseId, today, ANSWER),
    );
    expect(form).toBeNull();
    await elsewhere.close();
    expect(await byHand(caseId, { version: '1' })).toMatchObject({ ok: false, because: 'conflict' });
  });
});

describe('an extension or a pause', () => {
  test('takes the place of the rule’s date, with who granted it and where that is written', async () => {
    const caseId = await inGrievance();
    valueOf(await grant(caseId));
    expect(await answerClock(caseId)).toMatchObject({ dueOn: '2026-03-18', ruleDueOn: RULE_DATE });
    const record = await office.read(caseId, ON);
    expect(record?.adjustments[0]).toMatchObject({ formerDueOn: RULE_DATE, grantedBy: 'regulator' });
    expect((await eventsOf(office, caseId)).at(-1)?.event).toBe('date.extended');
    valueOf(await grant(caseId, { kind: 'pause', dueOn: '3/25/26' }, '2026-02-11'));
    expect((await eventsOf(office, caseId)).at(-1)?.event).toBe('date.paused');
    expect(await answerClock(caseId)).toMatchObject({ dueOn: '2026-03-25', ruleDueOn: RULE_DATE });
  });

  test('moves the date that held before it, whatever was set by hand beside it', async () => {
    const caseId = await inGrievance();
    valueOf(await byHand(caseId));
    valueOf(await grant(caseId));
    expect((await eventsOf(office, caseId)).at(-1)?.changes).toContainEqual({
      field: 'dueOn',
      from: RULE_DATE,
      to: '2026-03-18',
    });
    expect(await answerClock(caseId)).toMatchObject({ dueOn: '2026-02-20', ruleDueOn: RULE_DATE });
  });

  test.each([
    ['without who granted it', { grantedBy: '' }, 'grantedBy'],
    ['without its source', { source: '' }, 'source'],
    ['without a reason', { reason: '' }, 'reason'],
    ['in the past', { dueOn: '2/1/26' }, 'dueOn'],
  ])('is refused %s', async (_case, typed, field) => {
    const refused = violationsOf(await grant(await inGrievance(), typed));
    expect(refused.map((each) => each.field)).toEqual([field]);
  });

  test('is refused for a clock of the case that was met', async () => {
    const refused = violationsOf(await grant(await inGrievance(), { rule: 'ca.grv.file' }));
    expect(refused[0]?.message).toContain('is done');
  });
});

describe('a date that is withdrawn', () => {
  test('leaves the clock to what else holds, and stays on the record', async () => {
    const caseId = await inGrievance();
    valueOf(await grant(caseId));
    valueOf(await byHand(caseId));
    valueOf(await withdraw(caseId));
    expect(await answerClock(caseId)).toMatchObject({ dueOn: '2026-03-18' });
    const event = (await eventsOf(office, caseId)).at(-1);
    expect(event).toMatchObject({ event: 'date.withdrawn', reason: 'It was taken back.' });
    expect(event?.changes).toContainEqual({ field: 'dueOn', from: '2026-02-20', to: '2026-03-18' });
    expect((await office.read(caseId, ON))?.adjustments).toHaveLength(2);
    const again = await withdraw(caseId);
    expect(violationsOf(again)[0]?.message).toContain('withdrawn already');
  });

  test('is refused without a reason, and for a date of another case', async () => {
    const caseId = await inGrievance();
    valueOf(await byHand(caseId));
    expect(violationsOf(await withdraw(caseId, { reason: '' }))[0]?.field).toBe('reason');
    const adjustmentId = (await office.read(caseId, ON))?.adjustments[0]?.id;
    const other = await withdraw(await inGrievance(), { adjustmentId });
    expect(violationsOf(other)[0]?.message).toContain('never on this case');
  });
});

test('the worklist and the reminders go by the earlier date', async () => {
  const own = await openTestOffice(database);
  try {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .in(own);
    valueOf(
      await own.run(
        setDateByHand,
        dateAdjustmentInput,
        { caseId, rule: ANSWER, kind: 'by-hand', dueOn: '2/20/26', reason: 'Agreed.' },
        { on: ON },
      ),
    );
    const today = localDate(ON);
    const agenda = await inOffice(own.app.db, own.person('caseworker'), today, (tx) =>
      readAgenda(tx, null, today),
    );
    const rows = Object.values(agenda.groups).flat();
    expect(rows.find(({ rule }) => rule === ANSWER)?.dueOn).toBe('2026-02-20');
    const box = outbox();
    await sweep(own, '2026-02-17', box);
    const reminder = box.sent.find(({ subject }) => subject.includes('answer the grievance'));
    const text = reminder?.text.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Friday, February 20, 2026');
    expect(text).toContain('The rule’s own date is Wednesday, March 4, 2026');
  } finally {
    await own.close();
  }
});

test('is shown before it is saved, with the reminders it moves', async () => {
  const caseId = await inGrievance();
  const typed = { caseId, rule: ANSWER, kind: 'by-hand', dueOn: '2/20/26', reason: 'Agreed.' };
  const preview = await inUnitOfWork(
    office.app.db,
    office.person('caseworker'),
    morningOf(localDate(ON)),
    (unit) =>
      previewDeadlines(unit, caseId, () => setDateByHand(unit, dateAdjustmentInput(unit.today).parse(typed))),
    { dryRun: true },
  );
  const { rows, remindersAdded, remindersCanceled } = valueOf(preview);
  const row = rows.find(({ rule }) => rule === ANSWER);
  expect([row?.before?.dueOn, row?.after?.dueOn]).toEqual([RULE_DATE, '2026-02-20']);
  expect(remindersAdded.map(({ on }) => on)).toContain('2026-02-13');
  expect(remindersCanceled.map(({ on }) => on)).toContain('2026-03-03');
  expect((await office.read(caseId, ON))?.adjustments).toEqual([]);
});

test('a correction shows old and new dates, and says that a clock it moves into the past speaks at once', async () => {
  const caseId = await inGrievance();
  const grievanceId = (await office.read(caseId, ON))?.grievances[0]?.id;
  const typed = { caseId, grievanceId, receivedOn: '1/21/26', reason: 'The postmark says so.' };
  const on = localDate('2026-03-02');
  const preview = await inUnitOfWork(
    office.app.db,
    office.person('caseworker'),
    morningOf(on),
    (unit) =>
      previewDeadlines(unit, caseId, () => correctGrievance(unit, grievanceInput(unit.today).parse(typed))),
    { dryRun: true },
  );
  const { rows, remindersAdded, remindersCanceled } = valueOf(preview);
  const row = rows.find(({ rule }) => rule === ANSWER);
  expect([row?.before?.dueOn, row?.after?.dueOn, row?.after?.status]).toEqual([
    RULE_DATE,
    '2026-02-20',
    'overdue',
  ]);
  expect(remindersAdded).toContainEqual({ on, rung: 'overdue', title: 'Answer the grievance' });
  expect(remindersCanceled.filter(({ title }) => title === 'Answer the grievance')).toHaveLength(3);
});

test('its forms and its proof say both dates and who set the second', async () => {
  const caseId = await inGrievance();
  valueOf(await byHand(caseId));
  const today = localDate(ON);
  const read = <T>(work: Parameters<typeof inOffice<T>>[3]) =>
    inOffice(office.app.db, office.person('caseworker'), today, work);
  const form = await read((tx) => readDateForm(tx, caseId, today, ANSWER));
  expect(form?.lead).toBe(
    'Answer the grievance: the rule says Wednesday, March 4, 2026, and the date worked to is Friday, February 20, 2026.',
  );
  expect((await read((tx) => readDateForm(tx, caseId, today, 'ca.grv.file')))?.barred).not.toBeNull();
  expect((await read((tx) => readDateForm(tx, caseId, today, null)))?.values.clocks.length).toBeGreaterThan(
    0,
  );

  const page = await read((tx) => readProofPage(tx, caseId, ANSWER, today));
  const [adjustment] = page?.assessed.record.adjustments ?? [];
  if (!page || !adjustment) throw new Error('the date was not kept');
  expect(page.proof.deadline.dueOn).toBe(RULE_DATE);
  expect(adjustmentText(adjustment, page.recorders)).toBe('Test caseworker set Fri, Feb 20, 2026 by hand');
  expect(assessCase(page.assessed.record, today).assessment.imr.fileBy).toBe('2026-09-04');
  const withdrawal = await read((tx) => readWithdrawalForm(tx, caseId, today, adjustment.id));
  expect(withdrawal?.barred).toBeNull();
  expect((await read((tx) => readWithdrawalForm(tx, caseId, today, caseId)))?.barred).not.toBeNull();
});
