import { afterAll, beforeAll, expect, test } from 'vitest';
import { actInput } from '../../../lib/acts/input.ts';
import { takeAction } from '../../../lib/acts/take-action.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { changeClient } from '../../../lib/clients/change-client.ts';
import { clientInput } from '../../../lib/clients/input.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await neighbor.close();
  await database.drop();
});

// A Friday.
const ON = '2026-06-12';

const reachable = async (): Promise<string> => {
  const caseId = await aCase().denied('2026-06-01', 'medical-necessity').in(office);
  const client = {
    caseId,
    name: 'Ana Prueba',
    email: 'ana@example.org',
    emailConsentOn: '6/2/26',
    emailConsentHow: 'By phone',
    language: 'en',
    messageDetail: 'neutral',
    reason: 'She agreed.',
  };
  valueOf(await office.run(changeClient, clientInput, client, { on: '2026-06-02' }));
  return caseId;
};

const take = (caseId: string, typed: Record<string, unknown>) =>
  office.run(takeAction, actInput, { caseId, kind: 'note', happenedOn: '6/12/26', ...typed }, { on: ON });

const ALL = {
  kind: 'call',
  callDirection: 'outgoing',
  callResult: 'spoke',
  withWhom: 'provider',
  spokeWith: 'Dr. Sethi’s nurse',
  body: 'The letter comes on Tuesday.',
  waitsFor: 'provider',
  messageKind: 'still-waiting',
  title: 'Ask for the letter',
  dueOn: '6/16/26',
};

async function written(caseId: string) {
  const { rows } = await office.owner.pool.query<Record<string, unknown>>(
    `select (select count(*)::int from case_notes where case_id = $1) as notes,
      (select count(*)::int from client_messages where case_id = $1) as messages,
      (select count(*)::int from manual_deadlines where case_id = $1) as tasks,
      (select count(*)::int from audit_events where case_id = $1 and event <> 'case.viewed') as events,
      (select waiting_on from cases where id = $1) as waits`,
    [caseId],
  );
  return rows[0] ?? {};
}

async function eventsOf(caseId: string, sinceVersion: number): Promise<unknown[]> {
  const { rows } = await office.owner.pool.query<{ event: string; version: number }>(
    'select event, case_version as version from audit_events where case_id = $1 and case_version > $2 order by id',
    [caseId, sinceVersion],
  );
  return rows.map(({ event }) => event);
}

test('records a call, the waiting, a message and a task in one act, each by its own event', async () => {
  const caseId = await reachable();
  const version = (await office.read(caseId, ON))?.version ?? 0;
  valueOf(await take(caseId, { ...ALL, version: String(version) }));
  expect(await written(caseId)).toMatchObject({ notes: 1, messages: 1, tasks: 1, waits: 'provider' });
  const record = await office.read(caseId, ON);
  expect(record).toMatchObject({ version: version + 1, waitingOn: 'provider', waitingSinceOn: ON });
  expect(record?.manualDeadlines).toMatchObject([{ title: 'Ask for the letter', dueOn: '2026-06-16' }]);
  expect(await eventsOf(caseId, version)).toEqual([
    'call.logged',
    'case.waiting-changed',
    'message.planned',
    'manual-deadline.added',
  ]);
});

test.each([
  ['a note', { body: 'She asked for a copy.' }, { notes: 1, messages: 0, tasks: 0 }],
  ['the waiting', { waitsFor: 'client' }, { notes: 0, messages: 0, tasks: 0, waits: 'client' }],
  ['a message', { messageKind: 'call-us' }, { notes: 0, messages: 1, tasks: 0 }],
  ['a task', { title: 'Call back', dueOn: '6/15/26' }, { notes: 0, messages: 0, tasks: 1 }],
])('records %s alone', async (_name, typed, expected) => {
  const caseId = await reachable();
  valueOf(await take(caseId, { dueOn: '6/15/26', ...typed }));
  expect(await written(caseId)).toMatchObject(expected);
});

test('saves nothing where one part is refused, and says of each what is wrong with it', async () => {
  const caseId = await aCase().denied('2026-06-01', 'medical-necessity').in(office);
  const before = await written(caseId);
  const outcome = await take(caseId, { ...ALL, dueOn: '6/1/26', happenedOn: '6/20/26' });
  expect(outcome).toMatchObject({ ok: false, because: 'violations' });
  const fields = outcome.ok || outcome.because !== 'violations' ? [] : outcome.violations.map((v) => v.field);
  expect(fields).toEqual(['happenedOn', 'messageKind', 'dueOn']);
  expect(await written(caseId)).toEqual(before);
});

test.each([
  ['nothing', {}, [null]],
  ['a date alone', { dueOn: '6/15/26' }, [null]],
  ['a call without a word about it', { kind: 'call', callResult: 'voicemail' }, ['body']],
  ['a call of which only the direction is told', { kind: 'call', callDirection: 'incoming' }, ['body']],
  [
    'a call with somebody, beside the waiting',
    { kind: 'call', withWhom: 'plan', waitsFor: 'plan' },
    ['body'],
  ],
  ['a task without its date', { title: 'Call back', dueOn: '' }, ['dueOn']],
])('refuses %s', async (_name, typed, fields) => {
  const caseId = await reachable();
  const outcome = await take(caseId, typed);
  expect(outcome.ok || outcome.because !== 'violations' || outcome.violations.map((v) => v.field)).toEqual(
    fields,
  );
});

test('says once with whom a case waits, and leaves it to the clocks again', async () => {
  const caseId = await reachable();
  valueOf(await take(caseId, { waitsFor: 'plan' }));
  expect(await take(caseId, { waitsFor: 'plan' })).toMatchObject({
    ok: false,
    violations: [{ field: 'waitsFor' }],
  });
  valueOf(await take(caseId, { waitsFor: 'nobody' }));
  expect(await office.read(caseId, ON)).toMatchObject({ waitingOn: null, waitingSinceOn: null });
});

test('keeps of a note only what is asked of notes', async () => {
  const caseId = await reachable();
  valueOf(await take(caseId, { ...ALL, kind: 'note', waitsFor: '', messageKind: '', title: '' }));
  const { rows } = await office.owner.pool.query(
    'select kind, with_whom, spoke_with, call_result from case_notes where case_id = $1',
    [caseId],
  );
  expect(rows).toEqual([{ kind: 'note', with_whom: null, spoke_with: '', call_result: null }]);
});

test('refuses a closed case, a stale version and another office’s case', async () => {
  const caseId = await reachable();
  const version = (await office.read(caseId, ON))?.version ?? 0;
  const note = { caseId, kind: 'note', happenedOn: '6/12/26', body: 'Meanwhile.' };
  valueOf(await office.run(addNote, noteInput, note, { on: ON }));
  expect(await take(caseId, { body: 'x', version: String(version) })).toMatchObject({ because: 'conflict' });
  valueOf(await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: ON }));
  expect(await take(caseId, { body: 'x' })).toMatchObject({ because: 'violations' });
  const foreign = await aCase().in(neighbor);
  expect(await take(foreign, { body: 'x' })).toMatchObject({ because: 'not-found' });
});
