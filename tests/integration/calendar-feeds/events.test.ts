import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { assignmentInput, closureInput, reopeningInput } from '../../../lib/cases/input.ts';
import { reopenCase } from '../../../lib/cases/reopen-case.ts';
import { arrangeCover } from '../../../lib/covers/arrange-cover.ts';
import { coverInput } from '../../../lib/covers/input.ts';
import { dateAdjustmentInput } from '../../../lib/date-adjustments/input.ts';
import { setDateByHand } from '../../../lib/date-adjustments/set-date-by-hand.ts';
import { addDeadline } from '../../../lib/manual-deadlines/add-deadline.ts';
import { manualDeadlineInput } from '../../../lib/manual-deadlines/input.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
import { liftingInput, restrictionInput } from '../../../lib/restrictions/input.ts';
import { liftRestriction } from '../../../lib/restrictions/lift-restriction.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { aCase } from '../../support/a-case.ts';
import { APP_URL, fetchEvents, fetchFile, makeFeed } from '../../support/calendar-program.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let worker: UserActor;
let supervisor: UserActor;
let token: string;
const ON = '2026-01-12';

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  worker = office.person('caseworker');
  supervisor = office.person('supervisor');
  token = await makeFeed(office, worker, '2026-01-05');
  return () => office.close();
});

/** A grievance the plan has to answer by February 7. */
const waiting = () =>
  aCase().denied('2026-01-05', 'medical-necessity').withGrievance('2026-01-08').in(office);
const ANSWER = /: the plan to answer the grievance$/;
const answerOn = async (on: string | Date, of = token) =>
  (await fetchEvents(office, of, on)).filter(({ summary }) => ANSWER.test(summary));
const standingOn = async (on: string, of = token) =>
  (await fetchEvents(office, of, on)).filter(({ status }) => status === 'CONFIRMED');

describe('a deadline in a calendar', () => {
  test('is a whole day with the number, the initials and the act, and leads to its case', async () => {
    const caseId = await waiting();
    const { number = '' } = (await office.read(caseId, ON)) ?? {};
    const [event, ...others] = await answerOn(ON);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      on: '2026-02-07',
      until: '2026-02-08',
      summary: `${number} A. P.: the plan to answer the grievance`,
      status: 'CONFIRMED',
      sequence: 0,
    });
    expect(event?.description).toContain(`${APP_URL}/cases/${caseId}`);
  });

  test('moves under the same UID with the next number', async () => {
    const caseId = await waiting();
    const [before] = await answerOn(ON);
    const typed = { caseId, rule: 'ca.grv.resolve', kind: 'by-hand', dueOn: '2/4/26', reason: 'Agreed.' };
    valueOf(await office.run(setDateByHand, dateAdjustmentInput, typed, { on: '2026-01-13' }));
    const [after, ...others] = await answerOn('2026-01-14');
    expect(others).toEqual([]);
    expect(after).toMatchObject({ uid: before?.uid, on: '2026-02-04', until: '2026-02-05', sequence: 1 });
    expect([before?.modifiedAt, after?.modifiedAt]).toEqual(['2026-01-12T17:00:00Z', '2026-01-14T17:00:00Z']);
  });

  test('is canceled once it is met, for ninety days, and then gone', async () => {
    const caseId = await waiting();
    const [before] = await answerOn(ON);
    const decision = { caseId, outcome: 'upheld', letterOn: '1/20/26' };
    valueOf(await office.run(logPlanDecision, planDecisionInput, decision, { on: '2026-01-21' }));
    const [met] = await answerOn('2026-01-22');
    expect(met).toMatchObject({ uid: before?.uid, status: 'CANCELLED', sequence: 1, on: '2026-02-07' });
    expect(await answerOn('2026-04-21')).toEqual([met]);
    expect(await answerOn('2026-04-23')).toEqual([]);
  });

  test('is canceled with its case and comes back with it', async () => {
    const caseId = await waiting();
    expect(await standingOn(ON)).not.toEqual([]);
    valueOf(await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: ON }));
    expect(await standingOn('2026-01-13')).toEqual([]);
    valueOf(
      await office.run(
        reopenCase,
        reopeningInput,
        { caseId, reason: 'Too soon.' },
        { on: '2026-01-14', as: supervisor },
      ),
    );
    expect(await answerOn('2026-01-15')).toMatchObject([{ status: 'CONFIRMED', sequence: 2 }]);
  });

  test('goes with its case to the next owner', async () => {
    const caseId = await waiting();
    const other = await addColleague(office, 'Tom Other', 'caseworker');
    const theirs = await makeFeed(office, other, ON);
    expect(await fetchEvents(office, theirs, ON)).toEqual([]);
    expect(await standingOn(ON)).not.toEqual([]);
    const typed = { caseIds: [caseId], ownerId: other.userId, reason: 'A better fit.' };
    valueOf(await office.run(assignCases, assignmentInput, typed, { on: ON, as: supervisor }));
    expect(await answerOn('2026-01-13')).toMatchObject([{ status: 'CANCELLED', sequence: 1 }]);
    expect(await answerOn('2026-01-13', theirs)).toMatchObject([{ status: 'CONFIRMED', sequence: 0 }]);
  });

  test('keeps its date once it is overdue, and says so until it is over', async () => {
    const caseId = await waiting();
    expect((await answerOn('2026-02-07'))[0]?.summary).not.toContain('OVERDUE');
    const [late] = await answerOn('2026-02-08');
    expect(late).toMatchObject({ on: '2026-02-07', sequence: 1 });
    expect(late?.summary).toMatch(/^\[OVERDUE\] /);
    valueOf(
      await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: '2026-02-09' }),
    );
    expect((await answerOn('2026-02-10'))[0]).toMatchObject({ status: 'CANCELLED', sequence: 2 });
    expect((await answerOn('2026-02-10'))[0]?.summary).not.toContain('OVERDUE');
  });
});

test('a task that Recourse put on a case says what it is', async () => {
  const caseId = await waiting();
  const typed = { caseId, title: 'Reach the client', owedBy: 'client', dueOn: '1/30/26' };
  valueOf(await office.run(addDeadline, manualDeadlineInput, typed, { on: ON }));
  await office.owner.pool.query(
    `update manual_deadlines set created_by = null, made_for = 'reach-client' where case_id = $1`,
    [caseId],
  );
  const summaries = (await standingOn(ON)).map(({ summary }) => summary);
  expect(summaries).toContainEqual(expect.stringMatching(/ A\. P\.: reach the client another way$/));
});

describe('who sees a deadline in their calendar', () => {
  test('is the cover, for the days of the cover', async () => {
    await waiting();
    const cover = await addColleague(office, 'Tom Cover', 'caseworker');
    const theirs = await makeFeed(office, cover, ON);
    const days = { absentId: worker.userId, coverId: cover.userId, fromOn: '1/19/26', untilOn: '1/23/26' };
    valueOf(await office.run(arrangeCover, coverInput, days, { on: '2026-01-13', as: supervisor }));
    expect(await answerOn(new Date('2026-01-19T07:59:59Z'), theirs)).toEqual([]);
    expect(await answerOn(new Date('2026-01-19T08:00:00Z'), theirs)).toMatchObject([{ status: 'CONFIRMED' }]);
    expect(await answerOn('2026-01-24', theirs)).toMatchObject([{ status: 'CANCELLED' }]);
    expect(await answerOn('2026-01-24')).toMatchObject([{ status: 'CONFIRMED' }]);
  });

  test('is nobody whom the case is hidden from, in no form, until the restriction is lifted', async () => {
    const caseId = await waiting();
    const cover = await addColleague(office, 'Tom Cover', 'caseworker');
    const theirs = await makeFeed(office, cover, ON);
    const days = { absentId: worker.userId, coverId: cover.userId, fromOn: '1/12/26', untilOn: '1/30/26' };
    valueOf(await office.run(arrangeCover, coverInput, days, { on: ON, as: supervisor }));
    expect(await answerOn(ON, theirs)).toHaveLength(1);
    const { number = '' } = (await office.read(caseId, ON)) ?? {};
    const restriction = { caseId, ground: 'other', reason: 'Only these.', namedIds: [worker.userId] };
    valueOf(await office.run(restrictCase, restrictionInput, restriction, { on: ON, as: supervisor }));
    const hidden = (await fetchFile(office, theirs, '2026-01-13')) ?? '';
    expect(hidden).not.toContain(number);
    expect(hidden).not.toContain(caseId);
    expect(await answerOn('2026-01-13')).toMatchObject([{ status: 'CONFIRMED' }]);
    const lifting = { caseId, reason: 'Over.' };
    valueOf(await office.run(liftRestriction, liftingInput, lifting, { on: '2026-01-14', as: supervisor }));
    expect(await answerOn('2026-01-15', theirs)).toMatchObject([{ status: 'CONFIRMED', sequence: 0 }]);
  });

  test('is nobody who merely works in the same office', async () => {
    await waiting();
    const leader = await makeFeed(office, supervisor, ON);
    expect(await fetchEvents(office, leader, ON)).toEqual([]);
  });
});

test('a calendar holds no name, no plan, nothing about health and nothing that somebody typed', async () => {
  const seeded = {
    name: 'Zenobia Quillfeather',
    phone: '555-0177',
    email: 'zenobia@example.org',
    denialReason: 'chemotherapy for lymphoma is not medically necessary',
  };
  const caseId = await office.openCase({
    on: '2026-01-05',
    line: 'dmhc',
    ...seeded,
    denialLetterOn: '2026-01-05',
    denialBases: ['experimental'],
  });
  const typed = {
    caseId,
    title: 'Call the oncologist about chemotherapy',
    owedBy: 'client',
    dueOn: '1/30/26',
  };
  valueOf(await office.run(addDeadline, manualDeadlineInput, typed, { on: ON }));
  await aCase('mediCal').denied('2026-01-05', 'medical-necessity').expedited('2026-01-08').in(office);
  await aCase()
    .denied('2026-01-05', 'experimental')
    .withGrievance('2026-01-08')
    .answered('2026-01-12')
    .filed('2026-01-12')
    .in(office);
  const file = ((await fetchFile(office, token, ON)) ?? '').replaceAll('\r\n ', '');
  expect(file).toContain('Z. Q.: date added by hand');
  expect(file.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(5);
  expect(file).not.toMatch(
    /Zenobia|Quillfeather|Prueba|Golden Valley|555-|@example|oncolog|chemo|lymph|medical|experiment|necess|Sethi|HMO|Medi-Cal/i,
  );
});

test('a calendar holds as many clocks as a busy person has', async () => {
  const caseId = await waiting();
  const { rowCount } = await office.owner.pool.query(
    `insert into deadlines (office_id, case_id, rule, owed_by, kind, starts_on, due_on, outcome, owner_id, stands_since)
     select office_id, case_id, 'manual.' || gen_random_uuid(), owed_by, kind, starts_on, due_on, outcome, owner_id, stands_since
     from deadlines cross join generate_series(1, 7000) where case_id = $1 and rule = 'ca.grv.resolve'`,
    [caseId],
  );
  expect(rowCount).toBe(7_000);
  const file = (await fetchFile(office, token, ON)) ?? '';
  expect(file.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(7_000);
});

test('a calendar tells the same clocks as the page Today', async () => {
  await waiting();
  await aCase('mediCal').denied('2026-01-05', 'medical-necessity').withGrievance('2026-01-08').in(office);
  const { rows } = await office.owner.pool.query<{ count: number }>(
    `select count(*)::int as count from deadlines where office_id = $1 and outcome = 'pending' and kind <> 'information'`,
    [office.officeId],
  );
  expect(await standingOn(ON)).toHaveLength(rows[0]?.count ?? 0);
});
