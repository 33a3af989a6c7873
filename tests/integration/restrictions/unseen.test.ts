import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import * as caseForms from '../../../lib/cases/form-queries.ts';
import { openCaseInput } from '../../../lib/cases/input.ts';
import { openCase } from '../../../lib/cases/open-case.ts';
import { readCasePage, readProofPage } from '../../../lib/cases/queries.ts';
import * as clientForms from '../../../lib/clients/queries.ts';
import * as complaintForms from '../../../lib/complaints/queries.ts';
import * as dateForms from '../../../lib/date-adjustments/queries.ts';
import type { Transaction } from '../../../lib/db/client.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import * as denialForms from '../../../lib/denials/queries.ts';
import { readDocumentsAtHand, readDocumentsPage } from '../../../lib/documents/queries.ts';
import { findDuplicates } from '../../../lib/duplicates/queries.ts';
import { findCases } from '../../../lib/find/queries.ts';
import * as grievanceForms from '../../../lib/grievances/queries.ts';
import * as hearingForms from '../../../lib/hearings/queries.ts';
import * as imrForms from '../../../lib/imr/queries.ts';
import * as deadlineForms from '../../../lib/manual-deadlines/queries.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import * as noteForms from '../../../lib/notes/queries.ts';
import { listPeople } from '../../../lib/people/queries.ts';
import * as decisionForms from '../../../lib/plan-decisions/queries.ts';
import { listPlans, readPlan } from '../../../lib/plans/queries.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { readRestriction, readRestrictionForm } from '../../../lib/restrictions/queries.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { simulateRuleVersion } from '../../../lib/rule-versions/simulate.ts';
import { parseTimelineFilter } from '../../../lib/timeline/list-filter.ts';
import { countTimeline, listTimeline } from '../../../lib/timeline/queries.ts';
import { parseListFilter, SORTS, withFilter } from '../../../lib/worklist/list-filter.ts';
import { listCases, readAgenda } from '../../../lib/worklist/queries.ts';
import { readHandover } from '../../../lib/workload/form-queries.ts';
import { countOpenCases, countPendingClocks, reviewTeam } from '../../../lib/workload/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { listCommands } from '../../support/commands.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { answerTo } from '../../support/outcomes.ts';

/** A restricted case as an oracle: what somebody unnamed can ask must answer as if the case had never been. */

let database: TestDatabase;
let office: TestOffice;
let unnamed: Readonly<Record<'caseworker' | 'supervisor' | 'administrator', UserActor>>;
let owner: UserActor;
let before: Readonly<Record<string, unknown>>;
let hidden: { caseId: string; ids: string[] };
const ON = '2026-07-20';
const today = localDate(ON);
const SECRET = 'Zenobia Quillfeather';

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  unnamed = {
    caseworker: await addColleague(office, 'Unnamed Caseworker', 'caseworker'),
    supervisor: await addColleague(office, 'Unnamed Supervisor', 'supervisor'),
    administrator: await addColleague(office, 'Unnamed Administrator', 'administrator'),
  };
  owner = office.person('caseworker');
  const open = (on: string, more: Record<string, unknown> = {}) =>
    office.openCase({
      on,
      line: 'dmhc',
      denialLetterOn: '2026-05-01',
      denialBases: ['medical-necessity'],
      grievanceReceivedOn: on,
      ...more,
    });
  await open('2026-06-01', { name: 'Walter Open' });
  await open('2026-06-20', { name: 'Zenaida Open' });
  before = await everythingSeen();
  const caseId = await open('2026-06-10', {
    name: SECRET,
    memberNumber: 'QX-77120',
    phone: '(555) 867-5309',
    urgent: 'on',
  });
  const note = { caseId, kind: 'note', happenedOn: '6/10/26', body: 'Asks about the marigold extract.' };
  valueOf(await office.run(addNote, noteInput, note, { on: '2026-06-10' }));
  valueOf(
    await office.run(
      restrictCase,
      restrictionInput,
      { caseId, ground: 'well-known-person', reason: 'She is on television.' },
      { on: '2026-06-10', as: office.person('supervisor') },
    ),
  );
  const { rows } = await office.owner.pool.query<{ id: string }>(
    `select client_id as id from cases where id = $1 union select id from grievances where case_id = $1`,
    [caseId],
  );
  hidden = { caseId, ids: [caseId, ...rows.map(({ id }) => id)] };
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const reading = <T>(as: UserActor, read: (tx: Transaction) => Promise<T>): Promise<T> =>
  inOffice(office.app.db, as, today, read);

const SEARCHES = [
  'z',
  'ze',
  'zenobia',
  'quill',
  'quillfeather zenobia',
  'qx',
  'qx-77120',
  '867-5309',
  '2026-00000',
  'quilfeather',
  'quillfeahter',
  'marigold',
  'marigodl',
];

/** Every list, count, search, order and figure that a person of the office can ask for, by what it is. */
async function everythingSeen(): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  for (const [role, actor] of Object.entries(unnamed)) {
    const { userId } = actor;
    const list = (change: Parameters<typeof withFilter>[1]) =>
      reading(actor, (tx) =>
        listCases(tx, withFilter(parseListFilter({ who: 'everyone' }, 'mine'), change), userId, today),
      );
    for (const sort of SORTS)
      for (const descending of [false, true])
        seen[`${role}: cases by ${sort} ${descending}`] = await list({ sort, descending });
    for (const query of SEARCHES) {
      seen[`${role}: search ${query}`] = await list({ query });
      seen[`${role}: find ${query}`] = await reading(actor, (tx) => findCases(tx, query));
    }
    seen[`${role}: the owner's cases`] = await list({ who: owner.userId });
    seen[`${role}: urgent cases`] = await list({ urgent: true });
    seen[`${role}: cases past their date`] = await list({ due: 'past' });
    seen[`${role}: closed cases`] = await list({ closed: true });
    seen[`${role}: Today`] = await reading(actor, (tx) => readAgenda(tx, null, today));
    seen[`${role}: the owner's Today`] = await reading(actor, (tx) => readAgenda(tx, [owner.userId], today));
    seen[`${role}: team`] = await reading(actor, (tx) => reviewTeam(tx, today));
    seen[`${role}: handover`] = await reading(actor, (tx) => readHandover(tx, owner.userId, today, 200));
    seen[`${role}: open cases`] = await reading(actor, countOpenCases);
    seen[`${role}: people`] = await reading(actor, listPeople);
    seen[`${role}: plan`] = await reading(actor, async (tx) => readPlan(tx, await planOf(tx)));
    seen[`${role}: duplicates`] = await reading(actor, (tx) =>
      findDuplicates(tx, { name: SECRET, birthOn: null, phone: '555-867-5309', memberNumber: 'QX-77120' }),
    );
    seen[`${role}: simulation`] = await reading(actor, (tx) => simulateRuleVersion(tx, TWENTY_DAYS, today));
  }
  return seen;
}

const planOf = async (tx: Transaction) => (await listPlans(tx))[0]?.id ?? '';

const TWENTY_DAYS = {
  id: randomUUID(),
  rule: 'ca.grv.resolve',
  periodCount: 20,
  periodUnit: 'calendar days',
  inForceFrom: localDate('2026-06-01'),
  inForceTo: null,
  source: 'AB 1 (2026)',
  approvedAt: null,
} as const;

describe('whoever is not named', () => {
  test('sees the same lists, counts, searches, orders and figures as before the case was', async () => {
    const after = await everythingSeen();
    expect(Object.keys(after).length).toBeGreaterThan(60);
    for (const [what, seen] of Object.entries(after)) expect(seen, what).toEqual(before[what]);
  });

  test('finds no page of it, as little as of a case that never was', async () => {
    const forms = [
      caseForms,
      clientForms,
      complaintForms,
      dateForms,
      denialForms,
      grievanceForms,
      hearingForms,
      imrForms,
      deadlineForms,
      noteForms,
      decisionForms,
    ].flatMap((module) =>
      Object.entries(module).filter(([name]) => /^read.*(Form|Source|Standing)$/.test(name)),
    );
    expect(forms.length).toBeGreaterThan(12);
    for (const actor of Object.values(unnamed)) {
      const filter = parseTimelineFilter({});
      const { caseId } = hidden;
      expect(await reading(actor, (tx) => readCasePage(tx, caseId, today, filter))).toBeNull();
      expect(await reading(actor, (tx) => readProofPage(tx, caseId, 'ca.grv.resolve', today))).toBeNull();
      expect(await reading(actor, (tx) => readRestriction(tx, caseId))).toBeNull();
      expect(await reading(actor, (tx) => readRestrictionForm(tx, caseId, actor, today))).toBeNull();
      expect((await reading(actor, (tx) => countTimeline(tx, caseId))).size).toBe(0);
      const timeline = await reading(actor, (tx) =>
        listTimeline(tx, caseId, { limit: 20, beforeId: null, events: null }),
      );
      expect(timeline.entries).toEqual([]);
      expect(await reading(actor, (tx) => countPendingClocks(tx, [caseId]))).toBe(0);
      expect(await reading(actor, (tx) => readDocumentsPage(tx, caseId, today))).toBeNull();
      expect(await reading(actor, (tx) => readDocumentsAtHand(tx, caseId, 4))).toEqual({
        count: 0,
        latest: [],
      });
      for (const [name, read] of forms) {
        const form = read as (...given: unknown[]) => Promise<unknown>;
        // Forms about one of a case's records take its id between; a date in that place is an id of nothing.
        const found = await reading(actor, (tx) => form(tx, caseId, today, today, actor));
        expect(found, name).toBeNull();
      }
    }
  });

  test('gets from every command the answer that an id of nothing gets', async () => {
    const now = morningOf(today);
    for (const named of await listCommands())
      for (const as of Object.values(unnamed))
        for (const id of hidden.ids)
          expect(
            await answerTo(named, id, { db: office.app.db, as, now }),
            `${named.name} by a ${as.role}`,
          ).toEqual(await answerTo(named, randomUUID(), { db: office.app.db, as, now }));
  });

  test('sees a gap in the case numbers and nothing else', async () => {
    const caseId = await office.openCase({ on: ON, name: 'After the Gap', as: unnamed.caseworker });
    const { rows } = await office.owner.pool.query<{ number: string }>(
      'select number from cases where id = any ($1) order by number',
      [[hidden.caseId, caseId]],
    );
    expect(rows.map(({ number }) => number)).toEqual(['2026-000003', '2026-000004']);
  });

  // Whoever knows the id has seen the case before it was restricted: that it is taken tells them nothing new.
  test('cannot open a case under its id', async () => {
    const sent = office.run(
      openCase,
      openCaseInput,
      { name: 'Forged', intakeId: hidden.caseId },
      { on: ON, as: unnamed.caseworker },
    );
    await expect(sent).rejects.toMatchObject({ name: 'DatabaseError', code: '42501' });
  });
});

describe('the people named', () => {
  test.each([
    ['owner', () => owner],
    ['supervisor', () => office.person('supervisor')],
  ] as const)('the %s sees it everywhere', async (_, actorOf) => {
    const actor = actorOf();
    const filter = withFilter(parseListFilter({ who: 'everyone' }, 'mine'), { query: 'quillf' });
    const list = await reading(actor, (tx) => listCases(tx, filter, actor.userId, today));
    expect(list.rows.map(({ clientName }) => clientName)).toEqual([SECRET]);
    expect(list.counts.total).toBe(1);
    const page = await reading(actor, (tx) =>
      readCasePage(tx, hidden.caseId, today, parseTimelineFilter({})),
    );
    expect(page?.assessed.record.client.name).toBe(SECRET);
    expect(await reading(actor, (tx) => readRestriction(tx, hidden.caseId))).toMatchObject({
      ground: 'well-known-person',
      restrictedBy: 'Test supervisor',
    });
  });
});

test('a client with an open case beside the restricted one stays known for that one', async () => {
  const { rows } = await office.owner.pool.query<{ client_id: string }>(
    'select client_id from cases where id = $1',
    [hidden.caseId],
  );
  const hiddenClient = rows[0]?.client_id;
  const sees = (as: UserActor) =>
    reading(as, async (tx) => {
      const found = await tx.execute(`select 1 from clients where id = '${hiddenClient}'`);
      return found.rows.length === 1;
    });
  expect(await sees(unnamed.administrator)).toBe(false);
  expect(await sees(owner)).toBe(true);
  const other = await aCase().in(office);
  await office.owner.pool.query('update cases set client_id = $1 where id = $2', [hiddenClient, other]);
  expect(await sees(unnamed.administrator)).toBe(true);
});
