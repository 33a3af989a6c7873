import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { assignmentInput } from '../../../lib/cases/input.ts';
import type { Transaction } from '../../../lib/db/client.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { extensionInput } from '../../../lib/imr/input.ts';
import { requestExtension } from '../../../lib/imr/request-extension.ts';
import { parseListFilter, withFilter } from '../../../lib/worklist/list-filter.ts';
import { listCases, readAgenda } from '../../../lib/worklist/queries.ts';
import { readHandover } from '../../../lib/workload/form-queries.ts';
import { previewMove } from '../../../lib/workload/preview-move.ts';
import { reviewTeam } from '../../../lib/workload/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { writeBeforeTheRule } from '../../support/before-the-rule.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
const wed2026Dec9 = localDate('2026-12-09');
const ids = { silent: '', tooLate: '', ahead: '' };

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  ids.silent = await aCase('dmhc', '2026-11-01')
    .denied('2026-11-01', 'medical-necessity')
    .withGrievance('2026-11-05')
    .in(office);
  ids.tooLate = await aCase('dmhc', '2026-04-01')
    .denied('2026-04-01', 'medical-necessity')
    .withGrievance('2026-04-10')
    .answered('2026-05-01')
    .in(office);
  ids.ahead = await aCase('dmhc', '2026-12-01')
    .denied('2026-12-01', 'medical-necessity')
    .withGrievance('2026-12-08')
    .in(office);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const review = () =>
  inOffice(office.app.db, office.person('supervisor'), wed2026Dec9, (tx) => reviewTeam(tx, wed2026Dec9));
const handover = (personId: string, limit = 25) =>
  inOffice(office.app.db, office.person('supervisor'), wed2026Dec9, (tx) =>
    readHandover(tx, personId, wed2026Dec9, limit),
  );
const loadOf = async (name: string) => (await review()).people.find((person) => person.name === name);

test('shows what of ours ran out and what others are late with, whose it is and when it was touched', async () => {
  const { ours, oursCount, theirs, theirsCount } = await review();
  expect(ours).toMatchObject([
    {
      caseId: ids.tooLate,
      rule: 'ca.imr.deadline.decision',
      dueOn: '2026-11-01',
      ownerName: 'Test caseworker',
    },
  ]);
  expect(ours[0]?.touchedOn).toBe('2026-05-01');
  expect(theirs.map(({ caseId, rule }) => [caseId, rule])).toEqual([
    [ids.silent, 'ca.grv.resolve'],
    [ids.silent, 'ca.grv.ack'],
  ]);
  expect([oursCount, theirsCount]).toEqual([ours.length, theirs.length]);
});

test('counts each person’s open cases, and their clocks by the week they end in', async () => {
  const load = await loadOf('Test caseworker');
  expect(load).toMatchObject({ openCount: 3, pastCount: 3, soonCount: 1, isActive: true });
  expect(load?.weeks.map(({ startsOn }) => startsOn)).toEqual([
    '2026-12-06',
    '2026-12-13',
    '2026-12-20',
    '2026-12-27',
    '2027-01-03',
    '2027-01-10',
  ]);
  // The acknowledgment ends Sun Dec 13, the answer Thu Jan 7.
  expect(load?.weeks.map(({ owed }) => owed)).toEqual([0, 1, 0, 0, 1, 0]);
});

test('leaves out those who only read and have nothing', async () => {
  const { people } = await review();
  expect(people.map(({ name }) => name)).toEqual([
    'Test administrator',
    'Test caseworker',
    'Test supervisor',
  ]);
});

test('names a late filing that waits for approval', async () => {
  valueOf(
    await office.run(
      requestExtension,
      extensionInput,
      { caseId: ids.tooLate, statement: 'The client was in the hospital until November.' },
      { on: '2026-12-08' },
    ),
  );
  const { lateFilings } = await review();
  expect(lateFilings).toMatchObject([{ caseId: ids.tooLate, clientName: 'Ana Prueba' }]);
});

test('tries a move out without moving anything, and moves the clocks with the cases when it is meant', async () => {
  const supervisor = office.person('supervisor');
  const input = assignmentInput().parse({ caseIds: [ids.silent, ids.ahead], ownerId: supervisor.userId });
  const tried = await inUnitOfWork(
    office.app.db,
    supervisor,
    morningOf(wed2026Dec9),
    (unit) => previewMove(unit, input, () => assignCases(unit, input)),
    { dryRun: true },
  );
  expect(valueOf(tried)).toEqual({
    movedCount: 2,
    said: '2 cases and 6 clocks go, with their reminders and tasks.',
    people: [
      { name: 'Test caseworker', before: 3, after: 1, said: '3 to 1' },
      { name: 'Test supervisor', before: 0, after: 2, said: '0 to 2' },
    ],
    stays: [],
  });
  expect(await loadOf('Test supervisor')).toMatchObject({ openCount: 0 });

  valueOf(
    await inUnitOfWork(office.app.db, supervisor, morningOf(wed2026Dec9), (unit) => assignCases(unit, input)),
  );
  expect(await loadOf('Test supervisor')).toMatchObject({ openCount: 2, pastCount: 2 });
  expect(await loadOf('Test caseworker')).toMatchObject({ openCount: 1, pastCount: 1 });
});

test('says which plans are late, with how many clocks, and since when', async () => {
  const { latePlans } = await review();
  expect(latePlans).toMatchObject([
    { planName: 'Golden Valley Health Plan', clockCount: 2, oldestOn: '2026-11-10' },
  ]);
});

test('offers the soonest cases of the person whose work is moved, each with a caseworker who could take it', async () => {
  const { cases, takers } = await handover(office.person('supervisor').userId);
  expect(cases.map(({ caseId }) => caseId)).toEqual([ids.silent, ids.ahead]);
  expect(takers.map(({ name, openCount }) => [name, openCount])).toEqual([
    ['Test administrator', 0],
    ['Test caseworker', 1],
  ]);
  const { userId: caseworker } = office.person('caseworker');
  expect(cases.map(({ proposedId }) => proposedId)).toEqual([caseworker, caseworker]);
  expect(cases.map(({ clockCount }) => clockCount)).toEqual([3, 3]);
  expect((await handover(office.person('supervisor').userId, 1)).cases).toHaveLength(1);
});

test('counts for someone who left before the rule, and finds the case nobody has', async () => {
  await writeBeforeTheRule(office, 'update users set deactivated_at = now() where id = $1', [
    office.person('supervisor').userId,
  ]);
  expect(await loadOf('Test supervisor')).toMatchObject({ isActive: false, openCount: 2 });

  await writeBeforeTheRule(office, 'update cases set owner_id = null where id = $1', [ids.ahead]);
  const { unowned, unownedCount, people } = await review();
  expect([unowned.map(({ caseId }) => caseId), unownedCount]).toEqual([[ids.ahead], 1]);
  expect(people.some(({ id }) => id === '')).toBe(false);
});

test('asks the database at most three times for each list', async () => {
  const { userId } = office.person('caseworker');
  const screens = {
    today: (tx: Transaction) => readAgenda(tx, [userId], wed2026Dec9),
    cases: (tx: Transaction) => listCases(tx, parseListFilter({}, 'mine'), userId, wed2026Dec9),
    search: (tx: Transaction) =>
      listCases(
        tx,
        withFilter(parseListFilter({ who: 'everyone' }, 'mine'), { query: 'ana' }),
        userId,
        wed2026Dec9,
      ),
    team: (tx: Transaction) => reviewTeam(tx, wed2026Dec9),
  };
  for (const [screen, read] of Object.entries(screens)) {
    const asked = await inOffice(office.app.db, office.person('caseworker'), wed2026Dec9, async (tx) => {
      const queries = countingQueries(tx);
      await read(queries.tx);
      return queries.count();
    });
    expect([screen, asked]).toEqual([screen, 3]);
  }
});

/** A transaction that counts the statements sent through it. */
function countingQueries(tx: Transaction) {
  let count = 0;
  const counting = new Proxy(tx, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name === 'execute' || name === 'select') count += 1;
      return value.bind(target) as unknown;
    },
  });
  return { tx: counting, count: () => count };
}
