import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput, reopeningInput } from '../../../lib/cases/input.ts';
import { reopenCase } from '../../../lib/cases/reopen-case.ts';
import { dateAdjustmentInput } from '../../../lib/date-adjustments/input.ts';
import { recordExtension } from '../../../lib/date-adjustments/record-extension.ts';
import { setDateByHand } from '../../../lib/date-adjustments/set-date-by-hand.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { checkStoredOn, clockOfCase, eventsOf, noteLapsesOn } from '../../support/outbox.ts';

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

const adjust = async (caseId: string, date: Record<string, unknown>) =>
  valueOf(
    await office.run(
      date['kind'] === 'by-hand' ? setDateByHand : recordExtension,
      dateAdjustmentInput,
      { caseId, rule: 'ca.grv.resolve', reason: 'It was agreed in writing.', ...date },
      { on: '2026-02-10' },
    ),
  );

const sentences = async (caseId: string) =>
  (await eventsOf(office, caseId))
    .filter(({ event }) => event === 'deadline.lapsed')
    .map(({ changes }) => changes.find(({ field }) => field === 'sentence')?.to);

describe('the morning after', () => {
  test(
    'a plan’s silence moves the case to the open IMR, and the record says what changed',
    inNewOffice(async () => {
      const caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
      await noteLapsesOn(office, '2026-03-04');
      expect(await office.read(caseId, '2026-03-04')).toMatchObject({ stage: 'grievance' });
      const before = await office.read(caseId, '2026-03-04');
      expect(await noteLapsesOn(office, '2026-03-05')).toEqual({ noted: 1, errors: 0 });
      expect(await office.read(caseId, '2026-03-05')).toMatchObject({
        stage: 'imr-open',
        version: (before?.version ?? 0) + 1,
      });
      expect((await sentences(caseId)).at(-1)).toBe(
        'The plan did not answer by Wed, Mar 4, 2026. The IMR is open since Thu, Mar 5, 2026.',
      );
      expect((await eventsOf(office, caseId)).at(-1)).toMatchObject({
        event: 'deadline.lapsed',
        actorId: null,
        caseVersion: (before?.version ?? 0) + 1,
      });
      expect((await eventsOf(office, caseId)).at(-1)?.changes).toContainEqual({
        field: 'stage',
        from: 'grievance',
        to: 'imr-open',
      });
      expect(await clockOfCase(office, caseId, 'ca.grv.resolve')).toMatchObject({
        lapseNotedOn: '2026-03-05',
      });
    }),
  );

  test(
    'of an urgent grievance comes after three days',
    inNewOffice(async () => {
      const caseId = await aCase('dmhc', '2026-02-02').expedited('2026-02-02').in(office);
      await noteLapsesOn(office, '2026-02-05');
      expect(await sentences(caseId)).toEqual([]);
      await noteLapsesOn(office, '2026-02-06');
      expect(await sentences(caseId)).toEqual(['The plan did not answer by Thu, Feb 5, 2026.']);
      expect(await office.read(caseId, '2026-02-06')).toMatchObject({ stage: 'imr-open' });
    }),
  );

  test(
    'an insurer’s silence is noted though none of its clocks lapses, even when somebody worked on the case first',
    inNewOffice(async () => {
      const caseId = await aCase('cdi', '2026-02-02').withGrievance('2026-02-02').in(office);
      await noteLapsesOn(office, '2026-03-04');
      expect(await sentences(caseId)).toEqual([]);
      valueOf(
        await office.run(
          addNote,
          noteInput,
          { caseId, kind: 'note', happenedOn: 'today', body: 'She called at seven.' },
          { on: '2026-03-05' },
        ),
      );
      expect(await noteLapsesOn(office, '2026-03-05')).toMatchObject({ noted: 1 });
      expect(await noteLapsesOn(office, '2026-03-06')).toMatchObject({ noted: 0 });
      expect(await sentences(caseId)).toEqual([
        'The insurer did not answer by Wed, Mar 4, 2026. The IMR is open since Thu, Mar 5, 2026.',
      ]);
      expect(await office.read(caseId, '2026-03-05')).toMatchObject({ stage: 'imr-open' });
    }),
  );

  test.each([
    ['an extension', 'extension', '2026-03-18'],
    ['a pause', 'pause', '2026-03-18'],
  ] as const)(
    '%s of the plan’s time to answer does not hide what its silence opened',
    async (_what, kind, dueOn) =>
      inNewOffice(async () => {
        const caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
        const granted = { kind, grantedBy: 'regulator', source: 'Letter of February 9' };
        await adjust(caseId, { ...granted, dueOn });
        await noteLapsesOn(office, '2026-03-04');
        const before = await sentences(caseId);
        await noteLapsesOn(office, '2026-03-05');
        expect((await sentences(caseId)).slice(before.length)).toEqual([
          'The plan’s time to answer by the rule ended on Wed, Mar 4, 2026 without an answer. The IMR is open since Thu, Mar 5, 2026.',
        ]);
        expect(await office.read(caseId, '2026-03-05')).toMatchObject({ stage: 'imr-open' });
        expect(await noteLapsesOn(office, '2026-03-06')).toEqual({ noted: 0, errors: 0 });
        expect(await checkStoredOn(office, '2026-03-06')).toMatchObject({ repaired: 0, errors: 0 });
        await noteLapsesOn(office, '2026-03-19');
        expect((await sentences(caseId)).at(-1)).toBe('The plan did not answer by Wed, Mar 18, 2026.');
      })(),
  );

  test(
    'an earlier date set by hand opens nothing when it passes, and the rule’s own does on its day',
    inNewOffice(async () => {
      const caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
      await adjust(caseId, { kind: 'by-hand', dueOn: '2026-02-20' });
      await noteLapsesOn(office, '2026-02-21');
      expect((await sentences(caseId)).at(-1)).toBe('The plan did not answer by Fri, Feb 20, 2026.');
      expect(await office.read(caseId, '2026-02-21')).toMatchObject({ stage: 'grievance' });
      await noteLapsesOn(office, '2026-03-05');
      expect((await sentences(caseId)).at(-1)).toMatch(/The IMR is open since Thu, Mar 5, 2026\.$/);
      expect(await office.read(caseId, '2026-03-05')).toMatchObject({ stage: 'imr-open' });
      expect(await checkStoredOn(office, '2026-03-06')).toMatchObject({ repaired: 0, errors: 0 });
    }),
  );

  test(
    'a lapse that is on the record is not noted again when a closed case is reopened',
    inNewOffice(async () => {
      const caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
      await noteLapsesOn(office, '2026-03-05');
      const noted = await sentences(caseId);
      expect(noted).toHaveLength(2);
      const onThatDay = { on: '2026-03-06' };
      valueOf(await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, onThatDay));
      valueOf(await office.run(reopenCase, reopeningInput, { caseId, reason: 'She came back.' }, onThatDay));
      expect(await noteLapsesOn(office, '2026-03-07')).toEqual({ noted: 0, errors: 0 });
      expect(await sentences(caseId)).toEqual(noted);
    }),
  );

  test(
    'a late acknowledgment is noted and opens nothing',
    inNewOffice(async () => {
      const caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
      await noteLapsesOn(office, '2026-02-08');
      expect(await sentences(caseId)).toEqual([
        'The plan did not acknowledge the grievance by Sat, Feb 7, 2026.',
      ]);
    }),
  );

  test(
    'the client’s own last day is noted, with the reading that is still open',
    inNewOffice(async () => {
      const caseId = await aCase('dmhc', '2026-02-02')
        .withGrievance('2026-02-02')
        .answered('2026-03-20')
        .in(office);
      await noteLapsesOn(office, '2026-09-05');
      expect(await sentences(caseId)).toContain(
        'The last day to ask for the IMR was Fri, Sep 4, 2026. Another reading of the law runs through Sun, Sep 20, 2026.',
      );
    }),
  );

  test(
    'a Medi-Cal plan’s silence opens the State Hearing as well',
    inNewOffice(async () => {
      const caseId = await aCase('mediCal', '2026-02-02').withGrievance('2026-02-02').in(office);
      await noteLapsesOn(office, '2026-03-05');
      expect((await sentences(caseId)).at(-1)).toBe(
        'The plan did not answer by Wed, Mar 4, 2026. The IMR is open since Thu, Mar 5, 2026. A State Hearing can be asked for through Thu, Jul 2, 2026.',
      );
    }),
  );

  test(
    'is noted once by several workers at once, and late when the night was missed',
    inNewOffice(async () => {
      const caseIds: string[] = [];
      for (let index = 0; index < 5; index += 1)
        caseIds.push(await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office));
      const runs = await Promise.all([1, 2, 3].map(() => noteLapsesOn(office, '2026-03-09')));
      expect(runs.reduce((sum, { noted }) => sum + noted, 0)).toBe(10);
      expect(runs.every(({ errors }) => errors === 0)).toBe(true);
      for (const caseId of caseIds) expect(await sentences(caseId)).toHaveLength(2);
      expect(await noteLapsesOn(office, '2026-03-09')).toMatchObject({ noted: 0 });
    }),
  );
});

describe('the nightly check', () => {
  test(
    'finds nothing on cases that only commands have written',
    inNewOffice(async () => {
      await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
      await aCase('cdi', '2026-02-02').withGrievance('2026-02-02').answered('2026-02-20').in(office);
      await noteLapsesOn(office, '2026-03-05');
      expect(await checkStoredOn(office, '2026-03-05')).toEqual({ checked: 2, repaired: 0, errors: 0 });
    }),
  );

  test(
    'repairs what a hand in the database changed, and records what',
    inNewOffice(async () => {
      const caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
      const tamper = (statement: string) => office.owner.pool.query(statement, [caseId]);
      await tamper(
        `update deadlines set due_on = '2026-03-09' where case_id = $1 and rule = 'ca.grv.resolve'`,
      );
      await tamper(`delete from deadlines where case_id = $1 and rule = 'ca.grv.ack'`);
      await tamper(`update cases set stage = 'resolved' where id = $1`);
      expect(await checkStoredOn(office, '2026-02-03')).toEqual({ checked: 1, repaired: 1, errors: 0 });
      expect(await clockOfCase(office, caseId, 'ca.grv.resolve')).toMatchObject({ dueOn: '2026-03-04' });
      expect(await clockOfCase(office, caseId, 'ca.grv.ack')).toMatchObject({ dueOn: '2026-02-07' });
      const recorded = (await eventsOf(office, caseId)).at(-1);
      expect(recorded?.event).toBe('deadlines.recomputed');
      expect(recorded?.changes).toContainEqual({ field: 'stage', from: 'resolved', to: 'grievance' });
      expect(recorded?.changes).toContainEqual({
        field: 'ca.grv.resolve.dueOn',
        from: '2026-03-09',
        to: '2026-03-04',
      });
      expect(await checkStoredOn(office, '2026-02-03')).toMatchObject({ repaired: 0 });
    }),
  );
});
