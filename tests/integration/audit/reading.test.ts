import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { noteExport, recordLines } from '../../../lib/audit/export-record.ts';
import { parseRecordFilter, recordParams } from '../../../lib/audit/list-filter.ts';
import { noteReading } from '../../../lib/audit/note-reading.ts';
import { listRecord, readLastProof } from '../../../lib/audit/queries.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done } from '../../../lib/errors.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

const TODAY = localDate('2026-06-01');
const NINE = morningOf(TODAY);

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;
let administrator: UserActor;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
  administrator = office.person('administrator');
});
afterAll(async () => {
  await office.close();
  await neighbor.close();
  await database.drop();
});

const list = (given: Record<string, string> = {}, limit = 500, as = administrator) =>
  inOffice(office.app.db, as, TODAY, (tx) =>
    listRecord(tx, office.officeId, parseRecordFilter(given), limit),
  );
const numberOf = async (caseId: string) =>
  (await office.owner.pool.query<{ number: string }>('select number from cases where id = $1', [caseId]))
    .rows[0]?.number ?? '';

test('shows the record newest first, page by page, without a gap', async () => {
  await aCase().withGrievance('2026-02-02').in(office);
  await aCase().in(neighbor);
  const all = await list();
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => all.length - index));
  expect(all.at(-1)).toMatchObject({ event: 'office.opened', who: 'Recourse' });
  const pages: number[] = [];
  for (let before = ''; ; ) {
    const page = await list(before ? { before } : {}, 3);
    pages.push(...page.map(({ seq }) => seq));
    if (page.length < 3) break;
    before = String(page.at(-1)?.seq);
  }
  expect(pages).toEqual(all.map(({ seq }) => seq));
});

test('narrows by person, event, case and day', async () => {
  const caseId = await aCase('dmhc', '2026-03-02').withGrievance('2026-03-03').in(office);
  const worker = office.person('caseworker');
  const number = await numberOf(caseId);
  const ofCase = await list({ case: number });
  expect(ofCase.map(({ event }) => event)).toEqual(['grievance.logged', 'case.opened']);
  expect(ofCase[0]).toMatchObject({ caseNumber: number, caseId, who: worker.name });
  expect(await list({ case: '1999-999999' })).toEqual([]);
  expect((await list({ who: worker.userId })).every(({ actorId }) => actorId === worker.userId)).toBe(true);
  expect((await list({ who: 'scheduled' })).every(({ actorId }) => actorId === null)).toBe(true);
  expect((await list({ event: 'plan.added' })).map(({ event }) => event)).toEqual(['plan.added']);
  expect((await list({ case: number, from: '2026-03-03' })).map(({ event }) => event)).toEqual([
    'grievance.logged',
  ]);
  expect((await list({ case: number, until: '2026-03-02' })).map(({ event }) => event)).toEqual([
    'case.opened',
  ]);
});

test('keeps the events of a restricted case for the people named for it', async () => {
  const caseId = await aCase().in(office);
  const number = await numberOf(caseId);
  const supervisor = office.person('supervisor');
  await office.owner.pool.query(
    `insert into restrictions (case_id, office_id, ground, reason, restricted_by, restricted_at)
      values ($1, $2, 'other', 'x', $3, now())`,
    [caseId, office.officeId, supervisor.userId],
  );
  await office.owner.pool.query(
    `insert into named_people (case_id, user_id, office_id, from_on, named_by, named_at)
      values ($1, $2, $3, '2026-01-01', $2, now())`,
    [caseId, supervisor.userId, office.officeId],
  );
  expect(await list({ case: number })).toEqual([]);
  expect((await list()).filter((event) => event.caseId === caseId)).toEqual([]);
  expect(await list({ case: number }, 500, supervisor)).toHaveLength(1);
});

test('reading it is on it, once for a quarter of an hour', async () => {
  const read = (minutes: number, as = administrator) =>
    inUnitOfWork(office.app.db, as, new Date(NINE.getTime() + minutes * 60_000), noteReading);
  const readings = async () => (await list({ event: 'audit.read' })).length;
  await read(0);
  await read(14);
  expect(await readings()).toBe(1);
  await read(16);
  expect(await readings()).toBe(2);
  await read(16, office.person('supervisor'));
  expect(await readings()).toBe(3);
});

test('the export is on it first, and gives every event in lines that run nothing', async () => {
  const caseId = await aCase().in(office);
  const body = '=HYPERLINK("https://elsewhere.example"), "quoted"\nand a second line';
  valueOf(
    await office.run(
      addNote,
      noteInput,
      { caseId, kind: 'note', happenedOn: '5/30/26', body },
      { on: '2026-06-01' },
    ),
  );
  const filter = parseRecordFilter({ case: await numberOf(caseId) });
  const exported = await inUnitOfWork(office.app.db, administrator, NINE, (unit) => noteExport(unit, filter));
  expect(exported.ok).toBe(true);
  expect((await list({ event: 'audit.exported' }))[0]?.changes).toEqual(
    [...recordParams(filter)].map(([field, to]) => ({ field, from: null, to })),
  );
  const lines: string[] = [];
  for await (const line of recordLines(office.app.db, administrator, NINE, filter)) lines.push(line);
  expect(lines[0]).toMatch(/^\uFEFF"seq","at","actor",/);
  expect(lines).toHaveLength(1 + (await list({ case: await numberOf(caseId) })).length);
  expect(lines[1]).toContain(`"'=HYPERLINK(""https://elsewhere.example"")`);

  const all: string[] = [];
  for await (const line of recordLines(office.app.db, administrator, NINE, parseRecordFilter({})))
    all.push(line);
  expect(all).toHaveLength(1 + (await list()).length);
});

test('tells what the last nightly proof came to', async () => {
  const last = () =>
    inOffice(office.app.db, administrator, TODAY, (tx) => readLastProof(tx, office.officeId));
  expect(await last()).toBeNull();
  const note = (event: 'audit.proved' | 'audit.found-broken', seq: number) =>
    inUnitOfWork(
      office.worker.db,
      { kind: 'system', officeId: office.officeId, name: 'x' },
      NINE,
      async (unit) => {
        unit.record({ event, changes: [{ field: 'seq', from: null, to: seq }] });
        return done(null);
      },
    );
  await note('audit.proved', 12);
  expect(await last()).toEqual({ at: NINE, isWhole: true, seq: 12 });
  await note('audit.found-broken', 7);
  expect(await last()).toEqual({ at: NINE, isWhole: false, seq: 7 });
});
