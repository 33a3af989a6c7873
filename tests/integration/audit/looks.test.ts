import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import type { Look } from '../../../lib/audit/events.ts';
import { readLookers } from '../../../lib/audit/looks/queries.ts';
import { readOnRecord } from '../../../lib/audit/looks/read-on-record.ts';
import { changesSince } from '../../../lib/audit/queries.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { readCasePage } from '../../../lib/cases/queries.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice } from '../../support/office.ts';

const TODAY = localDate('2026-06-01');
const NINE = morningOf(TODAY);
const MINUTE = 60_000;

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
});
afterEach(() => office.owner.pool.query('drop trigger if exists test_refusal on audit_events'));
afterAll(async () => {
  await office.close();
  await neighbor.close();
  await database.drop();
});

function look(caseId: string, options: { as?: UserActor; minutes?: number; look?: Look } = {}) {
  const { as = office.person('caseworker'), minutes = 0, look: what = 'case.viewed' } = options;
  return readOnRecord(
    office.app.db,
    { actor: as, now: new Date(NINE.getTime() + minutes * MINUTE), requestId: 'request-1' },
    what,
    () => caseId,
    (tx, today) => readCasePage(tx, caseId, today, { group: 'all', beforeId: null }),
  );
}

async function looksAt(caseId: string) {
  const { rows } = await office.owner.pool.query<{ event: string; actor_id: string; request_id: string }>(
    `select event, actor_id, request_id, subject_id from audit_events
      where case_id = $1 and event in ('case.viewed', 'client.viewed') order by seq`,
    [caseId],
  );
  return rows;
}

test('a look is on the record once for a quarter of an hour, for each person and each thing looked at', async () => {
  const caseId = await aCase().in(office);
  const worker = office.person('caseworker');
  expect((await look(caseId))?.assessed.record.id).toBe(caseId);
  for (const minutes of [1, 14]) await look(caseId, { minutes });
  expect(await looksAt(caseId)).toEqual([
    { event: 'case.viewed', actor_id: worker.userId, request_id: 'request-1', subject_id: null },
  ]);
  await look(caseId, { minutes: 15 });
  expect(await looksAt(caseId)).toHaveLength(2);
  await look(caseId, { as: office.person('supervisor') });
  expect(await looksAt(caseId)).toHaveLength(3);
  await look(caseId, { look: 'client.viewed' });
  const { rows } = await office.owner.pool.query<{ client_id: string }>(
    'select client_id from cases where id = $1',
    [caseId],
  );
  expect((await looksAt(caseId)).at(-1)).toMatchObject({
    event: 'client.viewed',
    subject_id: rows[0]?.client_id,
  });
});

test('pages opened at the same moment are one look', async () => {
  const caseId = await aCase().in(office);
  const seen = await Promise.all(Array.from({ length: 8 }, () => look(caseId)));
  expect(seen.every((page) => page !== null)).toBe(true);
  expect(await looksAt(caseId)).toHaveLength(1);
});

test('what cannot be recorded is not shown', async () => {
  const caseId = await aCase().in(office);
  await office.owner.pool.query(`
    create or replace function test_refusal() returns trigger language plpgsql as 'begin raise exception ''no''; end';
    create trigger test_refusal before insert on audit_events for each row execute function test_refusal()`);
  await expect(look(caseId)).rejects.toThrow();
  await office.owner.pool.query('drop trigger test_refusal on audit_events');
  expect(await look(caseId)).not.toBeNull();
});

test('what is not there is not looked at', async () => {
  const theirs = await aCase().in(neighbor);
  expect(await look(theirs)).toBeNull();
  expect(await look('nothing')).toBeNull();
  expect(await looksAt(theirs)).toEqual([]);
});

test('looking leaves the timeline and a colleague’s form as they were', async () => {
  const caseId = await aCase().withGrievance('2026-02-02').in(office);
  const before = await look(caseId);
  await look(caseId, { as: office.person('supervisor') });
  await look(caseId, { look: 'client.viewed' });
  const after = await look(caseId);
  expect(after?.timeline).toEqual(before?.timeline);
  expect(after?.timelineCounts).toEqual(before?.timelineCounts);
  const changed = await inOffice(office.app.db, office.person('caseworker'), TODAY, (tx) =>
    readCasePage(tx, caseId, TODAY, { group: 'changes', beforeId: null }),
  );
  expect(changed?.timeline.entries.filter(({ event }) => event.endsWith('viewed'))).toEqual([]);
  const conflicts = await inOffice(office.app.db, office.person('caseworker'), TODAY, (tx) =>
    changesSince(tx, caseId, before?.assessed.record.version ?? 0),
  );
  expect(conflicts).toEqual([]);
});

test('a further look costs one query more than reading', async () => {
  const caseId = await aCase().in(office);
  await look(caseId);
  const query = vi.spyOn(pg.Client.prototype, 'query');
  await look(caseId);
  const looking = query.mock.calls.length;
  query.mockClear();
  await inOffice(office.app.db, office.person('caseworker'), TODAY, (tx) =>
    readCasePage(tx, caseId, TODAY, { group: 'all', beforeId: null }),
  );
  const reading = query.mock.calls.length;
  query.mockRestore();
  expect(reading).toBeGreaterThan(8);
  expect(looking - reading).toBe(1);
});

test('tells who looked, newest first', async () => {
  const caseId = await aCase().in(office);
  await look(caseId);
  await look(caseId, { as: office.person('supervisor'), minutes: 5, look: 'client.viewed' });
  const lookers = (id: string) =>
    inOffice(office.app.db, office.person('supervisor'), TODAY, (tx) => readLookers(tx, id, null));
  expect((await lookers(caseId))?.looks.map(({ look: what, role }) => [what, role])).toEqual([
    ['client.viewed', 'supervisor'],
    ['case.viewed', 'caseworker'],
  ]);
  expect(await lookers(await aCase().in(neighbor))).toBeNull();
});

test('finds a recent look in the index made for it', async () => {
  const client = await office.owner.pool.connect();
  await client.query('begin; set local enable_seqscan = off');
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`
    explain select id from audit_events where case_id = gen_random_uuid() and actor_id = gen_random_uuid()
      and event = 'case.viewed' and at > now() and at <= now() limit 1`);
  await client.query('rollback');
  client.release();
  expect(rows.map((row) => row['QUERY PLAN']).join(' ')).toContain('audit_events_views');
});
