import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { manualClockId } from '../../../lib/deadlines/clock-title.ts';
import { addDeadline } from '../../../lib/manual-deadlines/add-deadline.ts';
import { finishDeadline } from '../../../lib/manual-deadlines/finish-deadline.ts';
import {
  deadlineReopeningInput,
  finishInput,
  manualDeadlineInput,
} from '../../../lib/manual-deadlines/input.ts';
import { readDeadlineForm, readFinishForm } from '../../../lib/manual-deadlines/queries.ts';
import { reopenDeadline } from '../../../lib/manual-deadlines/reopen-deadline.ts';
import { sentenceOf } from '../../../lib/worklist/clock-sentence.ts';
import { readAgenda } from '../../../lib/worklist/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import {
  eachInNewOffice,
  openTestOffice,
  type TestOffice,
  valueOf,
  violationsOf,
} from '../../support/office.ts';
import { checkStoredOn, clockOfCase, eventsOf, noteLapsesOn, outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const inNewOffice = eachInNewOffice(
  () => database,
  (opened) => {
    office = opened;
  },
);

const ON = '2026-02-10';
const TITLE = 'Call back about the biopsy';
const denied = () => aCase().denied('2026-01-20', 'medical-necessity').in(office);
const add = (caseId: string, more: Record<string, unknown> = {}) =>
  office.run(
    addDeadline,
    manualDeadlineInput,
    { caseId, title: TITLE, owedBy: 'client', dueOn: '2/20/26', ...more },
    { on: ON },
  );
const idOf = async (caseId: string) => (await office.read(caseId, ON))?.manualDeadlines.at(-1)?.id ?? '';
const clockOf = async (caseId: string) => clockOfCase(office, caseId, manualClockId(await idOf(caseId)));
const finish = async (caseId: string, more: Record<string, unknown>, on = ON) =>
  office.run(
    finishDeadline,
    finishInput,
    { caseId, deadlineId: await idOf(caseId), ending: 'done', doneOn: 'today', ...more },
    { on },
  );

describe('a deadline that no rule sets', () => {
  test(
    'runs among the case’s clocks and in the worklist, under its own name',
    inNewOffice(async () => {
      const caseId = await denied();
      valueOf(await add(caseId));
      expect(await clockOf(caseId)).toMatchObject({
        title: TITLE,
        kind: 'limit',
        outcome: 'pending',
        startsOn: ON,
        dueOn: '2026-02-20',
        ownerId: office.person('caseworker').userId,
      });
      expect((await office.read(caseId, ON))?.nextDueOn).toBe('2026-02-20');
      expect((await eventsOf(office, caseId)).at(-1)?.event).toBe('manual-deadline.added');
      const today = localDate(ON);
      const { groups, boxes } = await inOffice(office.app.db, office.person('caseworker'), today, (tx) =>
        readAgenda(tx, null, today),
      );
      const row = Object.values(groups)
        .flat()
        .find(({ title }) => title === TITLE);
      if (!row) throw new Error('it is not in the worklist');
      expect(sentenceOf(row, today)).toMatchObject({
        rest: `: ${TITLE}.`,
        verb: { label: 'Mark done', noun: 'deadline', id: await idOf(caseId) },
      });
      expect(boxes.map(({ what }) => what)).toContain(TITLE);
      expect(await checkStoredOn(office, ON)).toMatchObject({ checked: 1, repaired: 0 });
    }),
  );

  test(
    'reminds the office and never the client, and does not travel by name',
    inNewOffice(async () => {
      const caseId = await denied();
      valueOf(await add(caseId));
      const box = outbox();
      await sweep(office, '2026-02-19', box);
      expect(box.sent.map(({ to }) => to).toSorted()).toEqual(
        [office.emailOf('caseworker'), office.emailOf('supervisor')].toSorted(),
      );
      for (const { subject, text } of box.sent) {
        expect(subject).toContain('date added by hand');
        expect(text.replaceAll(/\s+/g, ' ')).toContain('Friday, February 20, 2026');
        expect(`${subject} ${text}`).not.toContain('biopsy');
      }
    }),
  );

  test(
    'is noted on the case when it runs out',
    inNewOffice(async () => {
      const caseId = await denied();
      valueOf(await add(caseId, { owedBy: 'plan' }));
      expect(await noteLapsesOn(office, '2026-02-21')).toMatchObject({ noted: 1, errors: 0 });
      const lapsed = (await eventsOf(office, caseId)).at(-1);
      expect(lapsed?.changes[0]?.to).toBe(`${TITLE}: it was due Fri, Feb 20, 2026 and is not done.`);
      expect(await noteLapsesOn(office, '2026-02-22')).toMatchObject({ noted: 0 });
    }),
  );

  test.each([
    ['done in time', { doneOn: '2/20/26' }, '2026-02-21', { outcome: 'met', actedOn: '2026-02-20' }],
    ['done late', { doneOn: '2/21/26' }, '2026-02-21', { outcome: 'late', actedOn: '2026-02-21' }],
    ['no longer needed', { ending: 'canceled', reason: 'Moved.' }, ON, { outcome: 'moot', actedOn: null }],
  ])('ends when it is %s', async (_case, typed, on, clock) => {
    await inNewOffice(async () => {
      const caseId = await denied();
      valueOf(await add(caseId));
      valueOf(await finish(caseId, typed, on));
      expect(await clockOf(caseId)).toMatchObject({ ...clock, nextLookAt: null });
      const event = 'ending' in typed ? 'manual-deadline.canceled' : 'manual-deadline.finished';
      expect((await eventsOf(office, caseId)).at(-1)?.event).toBe(event);
      expect(violationsOf(await finish(caseId, {}, on))[0]?.field).toBeNull();
    })();
  });

  test.each([
    ['done', {}],
    ['canceled', { ending: 'canceled', reason: 'Moved.' }],
  ])('runs again when it is taken back that it was %s, once', async (_case, typed) => {
    await inNewOffice(async () => {
      const caseId = await denied();
      valueOf(await add(caseId));
      const before = await clockOf(caseId);
      const form = { caseId, deadlineId: await idOf(caseId) };
      const takeBack = () => office.run(reopenDeadline, deadlineReopeningInput, form, { on: ON });
      expect(violationsOf(await takeBack())[0]?.message).toContain('runs already');
      valueOf(await finish(caseId, typed));
      valueOf(await takeBack());
      const { outcome, actedOn, dueOn } = before ?? {};
      expect(await clockOf(caseId)).toMatchObject({ outcome, actedOn, dueOn });
      expect((await eventsOf(office, caseId)).at(-1)?.event).toBe('manual-deadline.reopened');
      expect(violationsOf(await takeBack())).toHaveLength(1);
    })();
  });

  test(
    'of Recourse’s own stays ended where a newer one of its kind is open',
    inNewOffice(async () => {
      const caseId = await denied();
      const tasks = await office.owner.pool.query<{ id: string }>(
        `insert into manual_deadlines (office_id, case_id, title, owed_by, due_on, created_at, created_on, made_for, done_on)
          select $1, $2, 'Reach the client', 'client', $3, now(), $3, 'reach-client', done_on
          from (values ($3::date), (null)) ended (done_on) returning id`,
        [office.officeId, caseId, ON],
      );
      const [deadlineId] = tasks.rows.map(({ id }) => id);
      const outcome = await office.run(
        reopenDeadline,
        deadlineReopeningInput,
        { caseId, deadlineId },
        { on: ON },
      );
      expect(violationsOf(outcome)[0]?.message).toContain('newer task');
    }),
  );

  test(
    'is refused in the past, when it is not done yet, and without a reason to cancel it',
    inNewOffice(async () => {
      const caseId = await denied();
      expect(violationsOf(await add(caseId, { dueOn: '2/9/26' }))[0]?.message).toContain('has passed');
      valueOf(await add(caseId));
      expect(violationsOf(await finish(caseId, { doneOn: '' }))[0]?.field).toBe('doneOn');
      expect(violationsOf(await finish(caseId, { doneOn: '2/11/2026' }))[0]?.message).toContain('lies ahead');
      expect(violationsOf(await finish(caseId, { ending: 'canceled' }))[0]?.field).toBe('reason');
      expect(violationsOf(await finish(caseId, { deadlineId: caseId }))[0]?.message).toContain(
        'no such deadline',
      );
    }),
  );

  test(
    'ends with its case, and is not found by another office',
    inNewOffice(async () => {
      const caseId = await denied();
      valueOf(await add(caseId));
      const elsewhere = await openTestOffice(database);
      const typed = { caseId, title: 'x', owedBy: 'client', dueOn: '2/20/26' };
      expect(await elsewhere.run(addDeadline, manualDeadlineInput, typed, { on: ON })).toEqual({
        ok: false,
        because: 'not-found',
      });
      const today = localDate(ON);
      const forms = await inOffice(elsewhere.app.db, elsewhere.person('caseworker'), today, async (tx) => [
        await readDeadlineForm(tx, caseId, today),
        await readFinishForm(tx, caseId, today, await idOf(caseId)),
      ]);
      expect(forms).toEqual([null, null]);
      await elsewhere.close();

      const mine = await inOffice(office.app.db, office.person('caseworker'), today, async (tx) =>
        readFinishForm(tx, caseId, today, await idOf(caseId)),
      );
      expect(mine?.lead).toContain(`${TITLE}: due Friday, February 20, 2026.`);
      valueOf(
        await office.run(closeCase, closureInput, { caseId, outcome: 'resolved-otherwise' }, { on: ON }),
      );
      expect((await clockOf(caseId))?.outcome).toBe('closed');
      expect(violationsOf(await add(caseId))[0]?.message).toContain('closed');
    }),
  );
});
