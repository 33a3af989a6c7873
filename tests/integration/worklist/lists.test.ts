import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { assignmentInput, closureInput } from '../../../lib/cases/input.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { agendaRanges, countGroups } from '../../../lib/worklist/agenda.ts';
import {
  type ListFilter,
  PAGE_SIZE,
  parseListFilter,
  SORTS,
  withFilter,
} from '../../../lib/worklist/list-filter.ts';
import { type CaseList, listCases, readAgenda } from '../../../lib/worklist/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { type Line, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const today = localDate('2026-06-10');

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

const everyone = (change: Partial<ListFilter> = {}) =>
  withFilter(parseListFilter({ who: 'everyone' }, 'mine'), change);

const list = (filter: ListFilter, as: UserActor = office.person('caseworker')): Promise<CaseList> =>
  inOffice(office.app.db, as, today, (tx) => listCases(tx, filter, as.userId, today));

const found = async (query: string, change: Partial<ListFilter> = {}) =>
  (await list(everyone({ query, ...change }))).rows.map(({ clientName }) => clientName).toSorted();

const grieved = (name: string, receivedOn: string, more: Record<string, unknown> = {}, line: Line = 'dmhc') =>
  office.openCase({
    on: receivedOn,
    line,
    name,
    denialLetterOn: '4/1/26',
    denialBases: ['medical-necessity'],
    grievanceReceivedOn: receivedOn,
    ...more,
  });

describe('search', () => {
  beforeAll(async () => {
    await grieved('Rosario Villaseñor', '2026-05-01', {
      phone: '(619) 555-0177',
      memberNumber: 'XEA 9901-22',
      grievancePlanReference: 'GR-7720-118',
    });
    await grieved('José Núñez', '2026-05-02', { representativeName: 'Ana Villa' });
    await grieved('Nguyễn Thị Mai', '2026-05-03');
    await office.openCase({ on: '2026-05-04', name: '王小明' });
    await other.openCase({ on: '2026-05-04', name: 'Rosario Elsewhere' });
  });

  test.each([
    ['villasenor', ['Rosario Villaseñor']],
    ['VILLASEÑOR', ['Rosario Villaseñor']],
    ['villa', ['José Núñez', 'Rosario Villaseñor']],
    ['villa rosa', ['Rosario Villaseñor']],
    ['nunez', ['José Núñez']],
    ['nguyen', ['Nguyễn Thị Mai']],
    ['王小', ['王小明']],
    ['(619) 555-0177', ['Rosario Villaseñor']],
    ['619555', ['Rosario Villaseñor']],
    ['619.555', ['Rosario Villaseñor']],
    ['gr-7720-118', ['Rosario Villaseñor']],
    ['xea 9901', ['Rosario Villaseñor']],
    ['2026-000002', ['José Núñez']],
    ['3', ['Nguyễn Thị Mai']],
    ['rosario nunez', []],
    ['elsewhere', []],
    ['%', []],
    ["o'; drop table cases", []],
  ])('finds under %j %j', async (typed, names) => {
    expect(await found(typed)).toEqual(names);
  });

  test('keeps to the rest of the filter', async () => {
    expect(await found('villa', { who: 'unassigned' })).toEqual([]);
    expect(await found('villa', { closed: true })).toEqual([]);
    expect(await found('villa', { stage: 'grievance' })).toEqual(['José Núñez', 'Rosario Villaseñor']);
  });
});

describe('filters', () => {
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    ids['late'] = await grieved('Filter Late', '2026-05-01', { language: 'es' });
    ids['soon'] = await grieved('Filter Soon', '2026-05-15', { urgent: 'on', grievanceSentOn: '5/14/26' });
    ids['later'] = await grieved('Filter Later', '2026-06-09', { language: 'vi' }, 'mediCal');
    ids['cdi'] = await grieved('Filter Insurance', '2026-06-01', {}, 'cdi');
    ids['noline'] = await office.openCase({ on: '2026-06-01', name: 'Filter Unknown' });
    ids['closed'] = await grieved('Filter Closed', '2026-05-01');
    valueOf(
      await office.run(
        closeCase,
        closureInput,
        { caseId: ids['closed'], outcome: 'resolved-otherwise' },
        { on: '2026-06-02' },
      ),
    );
    valueOf(
      await office.run(
        assignCases,
        assignmentInput,
        { caseIds: ids['later'], ownerId: office.person('supervisor').userId },
        { on: '2026-06-09', as: office.person('supervisor') },
      ),
    );
  });
  const named = (change: Partial<ListFilter>) => found('filter', change);

  test('narrow by owner', async () => {
    expect(await named({ who: office.person('supervisor').userId })).toEqual(['Filter Later']);
    expect(await named({ who: 'mine' })).not.toContain('Filter Later');
  });

  test('narrow by line, regulator, stage and language', async () => {
    expect(await named({ language: 'es' })).toEqual(['Filter Late']);
    expect(await named({ regulator: 'CDI' })).toEqual(['Filter Insurance']);
    expect(await named({ regulator: 'unknown' })).toEqual(['Filter Unknown']);
    expect(await named({ stage: 'intake' })).toEqual(['Filter Unknown']);
  });

  test('narrow by date and urgency', async () => {
    expect(await named({ due: 'past' })).toContain('Filter Late');
    expect(await named({ due: 'past' })).not.toContain('Filter Later');
    expect(await named({ due: 'week' })).toContain('Filter Later');
    expect(await named({ urgent: true })).toEqual(['Filter Soon']);
  });

  test('show closed cases apart from open ones, with their outcome', async () => {
    const { rows } = await list(everyone({ query: 'filter', closed: true }));
    expect(rows).toMatchObject([
      { clientName: 'Filter Closed', stage: 'closed', next: null, closed: { outcome: 'resolved-otherwise' } },
    ]);
    expect(await named({})).not.toContain('Filter Closed');
  });

  test('find what has no next step, and whose client was not reached', async () => {
    const { pool } = office.owner;
    expect(await named({ stuck: true })).toEqual(['Filter Unknown']);
    expect(await named({ stuck: true, closed: true })).toEqual([]);
    expect(await named({ unreached: true })).toEqual([]);
    await pool.query(
      `insert into manual_deadlines (office_id, case_id, title, owed_by, due_on, made_for, created_on)
        values ($1, $2, 'Reach the client', 'client', '2026-06-12', 'reach-client', '2026-06-09')`,
      [office.officeId, ids['cdi']],
    );
    expect(await named({ unreached: true })).toEqual(['Filter Insurance']);
    await pool.query(`update manual_deadlines set done_on = '2026-06-10' where case_id = $1`, [ids['cdi']]);
    expect(await named({ unreached: true })).toEqual([]);
  });

  test('count what each chip would leave, whichever is pressed', async () => {
    const all = await list(everyone({ query: 'filter' }));
    for (const change of [
      {},
      { due: 'past' },
      { due: 'week' },
      { stuck: true },
      { unreached: true },
      { urgent: true },
    ] as const) {
      const { counts, rows } = await list(everyone({ query: 'filter', ...change }));
      expect(counts).toEqual({ ...all.counts, total: rows.length, totalPast: counts.totalPast });
    }
    const past = await list(everyone({ query: 'filter', due: 'past' }));
    expect(past.counts).toMatchObject({ total: all.counts.past, totalPast: all.counts.past });
  });

  test('read the same row for the list as the case itself says', async () => {
    const { rows } = await list(everyone({ query: 'filter later' }));
    const record = await office.read(ids['later'] ?? '', '2026-06-10');
    expect(rows.find(({ id }) => id === ids['later'])).toMatchObject({
      id: record?.id,
      number: record?.number,
      ownerName: 'Test supervisor',
      planName: 'Golden Valley Health Plan',
      stage: record?.stage,
      next: {
        rule: record?.nextRule,
        owedBy: record?.nextOwedBy,
        startsOn: record?.nextStartsOn,
        dueOn: record?.nextDueOn,
      },
    });
  });
});

describe('a row', () => {
  test('is marked for its owner alone where somebody else changed it', async () => {
    const caseId = await grieved('Marked', '2026-06-01');
    const isUnread = async (as: UserActor) =>
      (await list(everyone({ query: 'marked' }), as)).rows.map((row) => row.isUnread);
    expect(await isUnread(office.person('caseworker'))).toEqual([false]);
    const call = { caseId, kind: 'note', happenedOn: '6/2/26', body: 'The plan called.' };
    valueOf(
      await office.run(addNote, noteInput, call, { on: '2026-06-02', as: office.person('supervisor') }),
    );
    expect(await isUnread(office.person('caseworker'))).toEqual([true]);
    expect(await isUnread(office.person('supervisor'))).toEqual([false]);
  });

  test('says with whom the case waits and since when, where somebody said so', async () => {
    const caseId = await grieved('Waiting', '2026-06-01');
    const row = async () => (await list(everyone({ query: 'waiting' }))).rows[0];
    expect((await row())?.waiting).toBeNull();
    await office.owner.pool.query(
      `update cases set waiting_on = 'provider', waiting_since_on = '2026-06-03' where id = $1`,
      [caseId],
    );
    expect((await row())?.waiting).toEqual({ on: 'provider', since: '2026-06-03' });
  });
});

describe('pages', () => {
  beforeAll(async () => {
    // All due on one day, so that only the tiebreak tells them apart.
    for (let index = 0; index < PAGE_SIZE + 7; index += 1) await grieved(`Page ${index}`, '2026-05-20');
  });

  test.each(SORTS.flatMap((sort) => [false, true].map((descending) => [sort, descending] as const)))(
    'hold every case exactly once when sorted by %s, descending: %s',
    async (sort, descending) => {
      const filter = everyone({ query: 'page', sort, descending });
      const first = await list(filter);
      const second = await list({ ...filter, page: 2 });
      const ids = [...first.rows, ...second.rows].map(({ id }) => id);
      expect(first.rows).toHaveLength(PAGE_SIZE);
      expect(first.counts.total).toBe(PAGE_SIZE + 7);
      expect(new Set(ids).size).toBe(PAGE_SIZE + 7);
      const again = await list({ ...filter, page: 2 });
      expect(again.rows.map(({ id }) => id)).toEqual(second.rows.map(({ id }) => id));
    },
  );

  test('are empty past the last one, and still know how many there are', async () => {
    const { rows, counts } = await list(everyone({ query: 'page', page: 9 }));
    expect(rows).toEqual([]);
    expect(counts.total).toBe(PAGE_SIZE + 7);
  });
});

describe('Today', () => {
  test('holds each clock of mine in its group, with counts that include what is cut off', async () => {
    const mine = await openTestOffice(database);
    await aCase('dmhc', '2026-05-01')
      .denied('2026-05-01', 'medical-necessity')
      .withGrievance('2026-05-08')
      .in(mine);
    await aCase('dmhc', '2026-05-20')
      .denied('2026-05-20', 'not-covered')
      .withGrievance('2026-05-27')
      .in(mine);
    const agenda = await inOffice(mine.app.db, mine.person('caseworker'), today, (tx) =>
      readAgenda(tx, [mine.person('caseworker').userId], today),
    );
    expect(countGroups(agenda.days, today)).toEqual({ overdue: 0, today: 0, week: 0, month: 1, late: 3 });
    expect(agenda.groups.month).toMatchObject([
      { rule: 'ca.grv.resolve', dueOn: '2026-06-26', mayGoToImr: false, clientName: 'Ana Prueba' },
    ]);
    expect(agenda.groups.late.map(({ rule, dueOn }) => [rule, dueOn])).toEqual([
      ['ca.grv.resolve', '2026-06-07'],
      ['ca.grv.ack', '2026-06-01'],
      ['ca.grv.ack', '2026-05-13'],
    ]);
    expect(agenda.boxes.every(({ on }) => on >= addDays(today, -14) && on <= addDays(today, 30))).toBe(true);
    expect(agenda.nextOn).toBe('2026-12-07');
    await mine.close();
  });

  test('shows a person without cases nothing, and everyone’s clocks to who asks for them', async () => {
    const administrator = office.person('administrator');
    const read = (ownerId: string | null) =>
      inOffice(office.app.db, administrator, today, (tx) =>
        readAgenda(tx, ownerId === null ? null : [ownerId], today),
      );
    const own = await read(administrator.userId);
    expect([own.days, own.boxes, own.nextOn]).toEqual([[], [], null]);
    const all = await read(null);
    expect(all.groups.late).toHaveLength(agendaRanges(today).late.cap);
    expect(countGroups(all.days, today).late).toBeGreaterThan(agendaRanges(today).late.cap);
  });
});

describe('another office', () => {
  test('finds nothing of this one’s in any list', async () => {
    const outsider = other.person('administrator');
    const seen = await inOffice(other.app.db, outsider, today, async (tx) => ({
      cases: await listCases(tx, everyone({ query: 'villasenor' }), outsider.userId, today),
      owned: await listCases(
        tx,
        everyone({ who: office.person('caseworker').userId }),
        outsider.userId,
        today,
      ),
      agenda: await readAgenda(tx, [office.person('caseworker').userId], today),
    }));
    expect([seen.cases.rows, seen.cases.counts.total, seen.owned.rows, seen.agenda.days]).toEqual([
      [],
      0,
      [],
      [],
    ]);
    expect(seen.cases.people.map(({ id }) => id)).not.toContain(office.person('caseworker').userId);
  });
});
