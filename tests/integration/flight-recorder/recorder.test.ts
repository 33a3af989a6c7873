import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { exportReminders } from '../../../lib/flight-recorder/export-reminders.ts';
import { readFlightRecord } from '../../../lib/flight-recorder/queries.ts';
import {
  byPerson,
  type RecordedDeadline,
  recordedByHand,
  recordedDeadlines,
} from '../../../lib/flight-recorder/recorder.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { answerReminder } from '../../../lib/reminder-answers/answer-reminder.ts';
import { reminderAnswerInput } from '../../../lib/reminder-answers/input.ts';
import { aCase } from '../../support/a-case.ts';
import { consented, deliverOn, sendByHand } from '../../support/by-hand.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
let caseId: string;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

async function recordOn(
  on: string,
  actor: UserActor = office.person('caseworker'),
): Promise<RecordedDeadline[]> {
  const now = morningOf(localDate(on));
  const found = await inOffice(office.app.db, actor, localDate(on), (tx) =>
    readFlightRecord(tx, caseId, localDate(on), now),
  );
  return found ? recordedDeadlines(found) : [];
}
const linesOf = (deadline: RecordedDeadline | undefined) =>
  deadline?.messages.map(
    ({ rung, to, planned, happenings }) =>
      `${rung}, ${to}, ${planned}: ${happenings.map(({ text }) => text).join('; ')}`,
  );
const ofRule = (deadlines: readonly RecordedDeadline[], rule: string) =>
  deadlines.find((deadline) => deadline.rule === rule && deadline.state !== 'moved');

describe('the flight recorder', () => {
  test('shows what is ahead before anything went out', async () => {
    expect(linesOf(ofRule(await recordOn('2026-02-03'), 'ca.grv.ack'))).toEqual([
      '3 days before it is due, Test caseworker, Wed, Feb 4, 2026, 8:00 am: Ahead',
      '1 day before it is due, Test caseworker, Fri, Feb 6, 2026, 8:00 am: Ahead',
      'the day it is due, Test caseworker, Sat, Feb 7, 2026, 8:00 am: Ahead',
      'after it lapsed, Test caseworker, Mon, Feb 9, 2026, 8:00 am: Ahead',
      'after it lapsed, Test supervisor, Mon, Feb 9, 2026, 8:00 am: Ahead',
    ]);
  });

  test('shows what went out, what was answered, and what that will leave out', async () => {
    await sweep(office, '2026-02-04', outbox());
    await office.owner.pool.query(
      `update reminders set delivered_at = sent_at + interval '1 minute' where case_id = $1`,
      [caseId],
    );
    const answer = {
      caseId,
      rule: 'ca.grv.resolve',
      kind: 'snoozed',
      untilOn: '2026-03-02',
      reason: 'They promised it for March.',
    };
    valueOf(await office.run(answerReminder, reminderAnswerInput, answer, { on: '2026-02-04' }));
    const deadlines = await recordOn('2026-02-05');
    expect(linesOf(ofRule(deadlines, 'ca.grv.ack'))?.[0]).toBe(
      '3 days before it is due, Test caseworker, Wed, Feb 4, 2026, 8:00 am: Sent Wed, Feb 4, 2026, 9:00 am; Delivered Wed, Feb 4, 2026, 9:01 am',
    );
    const resolve = ofRule(deadlines, 'ca.grv.resolve');
    expect(resolve?.answers).toEqual([
      'Snoozed by Test caseworker, Wed, Feb 4, 2026, 9:00 am, until Mon, Mar 2, 2026: “They promised it for March.”',
    ]);
    expect(linesOf(resolve)).toContain(
      '7 days before it is due, Test caseworker, Wed, Feb 25, 2026: Left out, as things stand: snoozed by Test caseworker',
    );
    expect(linesOf(resolve)?.join()).toContain('on the day it was to come again');
  });

  test('keeps a date that has moved, with the correction, below the live ones', async () => {
    const { rows } = await office.owner.pool.query('select id from grievances where case_id = $1', [caseId]);
    const correction = {
      caseId,
      grievanceId: rows[0]?.id,
      receivedOn: '2026-02-03',
      reason: 'Stamped later.',
    };
    const as = office.person('supervisor');
    valueOf(await office.run(correctGrievance, grievanceInput, correction, { on: '2026-02-05', as }));
    await sweep(office, '2026-02-05', outbox());
    const deadlines = await recordOn('2026-02-05');
    const moved = deadlines.find(({ rule, state }) => rule === 'ca.grv.ack' && state === 'moved');
    expect(moved).toMatchObject({ due: 'Sat, Feb 7, 2026', stateText: 'the date is now Sun, Feb 8, 2026' });
    expect(linesOf(moved)?.at(-1)).toMatch(/^when the date moved, Test caseworker, .*: Sent/);
    expect(deadlines.findIndex(({ state }) => state === 'live')).toBe(0);
    expect(deadlines.findLastIndex(({ state }) => state === 'live')).toBeLessThan(deadlines.indexOf(moved!));
  });

  test('gives the same messages person by person', async () => {
    const deadlines = await recordOn('2026-02-05');
    const people = byPerson(deadlines, { about: 'Sent by hand', messages: [] });
    expect(people.map(({ name }) => name)).toEqual(['Test caseworker', 'Test supervisor', 'the client']);
    expect(people.flatMap(({ messages }) => messages)).toHaveLength(
      deadlines.flatMap(({ messages }) => messages).length,
    );
  });

  test('says of a reminder that is missing that the ledger has nothing of it', async () => {
    await office.owner.pool.query(
      `delete from reminders where case_id = $1 and due_on = '2026-02-08' and rung <> 'corrected'`,
      [caseId],
    );
    expect(linesOf(ofRule(await recordOn('2026-02-20'), 'ca.grv.ack'))?.[0]).toMatch(
      /Was due, and the ledger has nothing of it$/,
    );
  });

  test('is saved as a page, and that it was is on the case’s record', async () => {
    const actor = office.person('caseworker');
    const exported = valueOf(
      await inUnitOfWork(office.app.db, actor, morningOf(localDate('2026-02-20')), (unit) =>
        exportReminders(unit, { caseId }),
      ),
    );
    expect(exported.number).toBe('2026-000001');
    expect(exported.html).toContain('Saved Fri, Feb 20, 2026, 9:00 am by Test caseworker');
    expect(exported.html).not.toMatch(/Ana|Prueba/);
    const { rows } = await office.owner.pool.query(
      `select case_id, actor_id from audit_events where event = 'reminders.exported'`,
    );
    expect(rows).toEqual([{ case_id: caseId, actor_id: actor.userId }]);
  });

  test('is not found by another office', async () => {
    const neighbor = await openTestOffice(database);
    expect(await recordOn('2026-02-20', neighbor.person('administrator'))).toEqual([]);
    const refused = await inUnitOfWork(
      neighbor.app.db,
      neighbor.person('administrator'),
      morningOf(localDate('2026-02-20')),
      (unit) => exportReminders(unit, { caseId }),
    );
    expect(refused).toMatchObject({ ok: false, because: 'not-found' });
    await neighbor.close();
  });
});

test('shows what was sent to the client by hand, by whom, and what became of it, on the page and on the saved one', async () => {
  const told = await openTestOffice(database);
  const of = await consented(told);
  valueOf(await sendByHand(told, of, 'call-us', { on: '2026-02-04' }));
  valueOf(await sendByHand(told, of, 'news', { on: '2026-02-05' }));
  await deliverOn(told, '2026-02-04T17:01:00Z', outbox());
  const actor = told.person('caseworker');
  const on = localDate('2026-02-05');
  const record = await inOffice(told.app.db, actor, on, (tx) => readFlightRecord(tx, of, on, morningOf(on)));
  const messages = record ? recordedByHand(record) : [];
  expect(messages.map(({ rung, to, happenings }) => `${rung}, ${to}: ${happenings[0]?.text}`)).toEqual([
    'please call us, sent by Test caseworker, the client: Sent Wed, Feb 4, 2026, 9:01 am',
    'there is news, sent by Test caseworker, the client: Waits to be sent',
  ]);
  expect(byPerson([], { about: 'Sent by hand', messages })).toMatchObject([
    { name: 'the client', messages: [{ about: 'Sent by hand' }, { about: 'Sent by hand' }] },
  ]);
  const { html } = valueOf(
    await inUnitOfWork(told.app.db, actor, morningOf(on), (unit) => exportReminders(unit, { caseId: of })),
  );
  expect(html).toContain('Sent to the client by hand');
  expect(html).toContain('please call us, sent by Test caseworker');
  await told.close();
});
