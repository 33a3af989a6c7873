import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput, reopeningInput } from '../../../lib/cases/input.ts';
import { reopenCase } from '../../../lib/cases/reopen-case.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done } from '../../../lib/errors.ts';
import { listMailbox, localMailbox, removeMessages } from '../../../lib/mail/local-mailbox.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { eraseCase } from '../../../lib/retention/erase-case.ts';
import {
  erasureInput,
  erasureProposalInput,
  holdInput,
  holdReleaseInput,
} from '../../../lib/retention/input.ts';
import { placeHold } from '../../../lib/retention/place-hold.ts';
import { proposeErasure } from '../../../lib/retention/propose-erasure.ts';
import { readErased, readRetained, reviewRetention } from '../../../lib/retention/queries.ts';
import { releaseHold } from '../../../lib/retention/release-hold.ts';
import { withdrawErasure } from '../../../lib/retention/withdraw-erasure.ts';
import { aCase } from '../../support/a-case.ts';
import { deliverOn, mayBeWrittenTo, messagesOf, sendByHand } from '../../support/by-hand.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { ledgerOf, sweep } from '../../support/outbox.ts';
import { aSentReminder } from '../../support/told-mail.ts';

const CLOSED_ON = '2026-06-10';
const LAST_DAY = '2033-06-09';
const TIME_IS_OVER = '2033-06-10';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
let supervisor: UserActor;
let administrator: UserActor;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
  supervisor = office.person('supervisor');
  administrator = office.person('administrator');
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

async function closedCase(typed: Record<string, unknown> = {}): Promise<string> {
  const caseId = await office.openCase({
    on: '2026-05-01',
    line: 'dmhc',
    name: 'Erasmo Quintanilla',
    memberNumber: 'MEMBER-4471',
    denialLetterOn: '4/20/26',
    denialBases: ['medical-necessity'],
    denialService: 'Infusion of a rare drug',
    grievanceSentOn: '4/28/26',
    ...typed,
  });
  valueOf(
    await office.run(
      addNote,
      noteInput,
      { caseId, kind: 'note', happenedOn: '5/2/26', body: 'Spoke with the sister.' },
      { on: '2026-05-02' },
    ),
  );
  valueOf(
    await office.run(
      closeCase,
      closureInput,
      { caseId, outcome: 'client-withdrew', note: 'Moved away.' },
      { on: CLOSED_ON },
    ),
  );
  return caseId;
}

const propose = (caseId: string, on = TIME_IS_OVER, as = supervisor) =>
  office.run(proposeErasure, erasureProposalInput, { caseId, reason: 'Its time is over.' }, { on, as });
const erase = (caseId: string, on = TIME_IS_OVER, as = administrator) =>
  office.run(eraseCase, erasureInput, { caseId }, { on, as });
const hold = (caseId: string, on = CLOSED_ON) =>
  office.run(placeHold, holdInput, { caseId, reason: 'A lawsuit is pending.' }, { on, as: supervisor });
const release = (caseId: string, on = TIME_IS_OVER) =>
  office.run(releaseHold, holdReleaseInput, { caseId, reason: 'It was settled.' }, { on, as: supervisor });
const review = (on = TIME_IS_OVER, of = office) =>
  inOffice(of.app.db, of.person('supervisor'), localDate(on), (tx) => reviewRetention(tx, localDate(on)));
const retained = (caseId: string) =>
  inOffice(office.app.db, supervisor, localDate(CLOSED_ON), (tx) => readRetained(tx, caseId));

/** Asks the database itself, as the app's role and past every command. */
const eraseBySql = (caseId: string, as: UserActor, on = TIME_IS_OVER) =>
  inUnitOfWork(office.app.db, as, morningOf(localDate(on)), async (unit) => {
    await unit.tx.execute(sql`select erase_case(${caseId}, now(), '{}')`);
    return done(null);
  });

test('keeps a closed case for seven years, and stops counting when it is reopened', async () => {
  const caseId = await closedCase();
  expect((await retained(caseId))?.retainUntilOn).toBe(TIME_IS_OVER);
  valueOf(
    await office.run(reopenCase, reopeningInput, { caseId, reason: 'She came back.' }, { on: '2026-07-01' }),
  );
  expect((await retained(caseId))?.retainUntilOn).toBeNull();
  expect(violationsOf(await propose(caseId))).toMatchObject([
    { message: 'This case is open, so it is kept.' },
  ]);
});

test('lists a case for review on the day its time is over and not the day before', async () => {
  const caseId = await closedCase();
  expect((await review(LAST_DAY)).due.map(({ id }) => id)).not.toContain(caseId);
  expect((await review(TIME_IS_OVER)).due.map(({ id }) => id)).toContain(caseId);
  expect((await review(TIME_IS_OVER, other)).due).toEqual([]);
});

test('refuses to put a case forward before its time, twice, or in another office', async () => {
  const caseId = await closedCase();
  expect(violationsOf(await propose(caseId, LAST_DAY))).toMatchObject([
    { message: 'This case has to be kept until Friday, June 10, 2033.' },
  ]);
  valueOf(await propose(caseId));
  expect(violationsOf(await propose(caseId))).toHaveLength(1);
  const foreign = await other.run(
    proposeErasure,
    erasureProposalInput,
    { caseId, reason: '' },
    { on: TIME_IS_OVER, as: other.person('supervisor') },
  );
  expect(foreign).toMatchObject({ ok: false, because: 'not-found' });
});

test('keeps a case under hold past its time, and ends a proposal that stood', async () => {
  const caseId = await closedCase();
  valueOf(await propose(caseId));
  valueOf(await hold(caseId, TIME_IS_OVER));
  expect(violationsOf(await hold(caseId, TIME_IS_OVER))).toHaveLength(1);
  expect(violationsOf(await erase(caseId))).toMatchObject([
    { message: 'This case is under a legal hold, so it is kept.' },
  ]);
  const { due, held } = await review();
  expect(due.map(({ id }) => id)).not.toContain(caseId);
  expect(held.find(({ id }) => id === caseId)).toMatchObject({ holdReason: 'A lawsuit is pending.' });
  valueOf(await release(caseId));
  expect(violationsOf(await erase(caseId))).toMatchObject([
    { message: 'Nobody has put this case forward for erasure.' },
  ]);
  expect(violationsOf(await release(caseId))).toHaveLength(1);
});

test('asks two people anew about a case that was reopened since it was put forward', async () => {
  const caseId = await closedCase();
  valueOf(await propose(caseId));
  valueOf(
    await office.run(reopenCase, reopeningInput, { caseId, reason: 'She came back.' }, { on: TIME_IS_OVER }),
  );
  expect((await retained(caseId))?.proposedBy).toBeNull();
  valueOf(
    await office.run(
      closeCase,
      closureInput,
      { caseId, outcome: 'client-withdrew', note: '' },
      { on: TIME_IS_OVER },
    ),
  );
  expect(violationsOf(await erase(caseId, '2040-06-10'))).toMatchObject([
    { message: 'Nobody has put this case forward for erasure.' },
  ]);
  const { rows } = await office.owner.pool.query(
    `select event from audit_events where case_id = $1 and event in ('case.reopened', 'erasure.withdrawn') order by seq`,
    [caseId],
  );
  expect(rows).toEqual([{ event: 'case.reopened' }, { event: 'erasure.withdrawn' }]);
});

test('lets a leader withdraw a case from erasure', async () => {
  const caseId = await closedCase();
  valueOf(await propose(caseId));
  valueOf(
    await office.run(
      withdrawErasure,
      erasureProposalInput,
      { caseId, reason: 'A paper is still wanted.' },
      { on: TIME_IS_OVER, as: administrator },
    ),
  );
  expect((await retained(caseId))?.proposedBy).toBeNull();
  expect(violationsOf(await erase(caseId))).toHaveLength(1);
});

test('takes two people to erase a case', async () => {
  const caseId = await closedCase();
  valueOf(await propose(caseId));
  expect(violationsOf(await erase(caseId, TIME_IS_OVER, supervisor))).toMatchObject([
    { message: 'You put this case forward yourself, so another person has to erase it.' },
  ]);
});

test('has the database refuse what a command would, whoever asks it', async () => {
  const caseId = await closedCase();
  await expect(eraseBySql(caseId, administrator)).rejects.toMatchObject({ constraint: 'erasure_takes_two' });
  await expect(eraseBySql(caseId, administrator, LAST_DAY)).rejects.toMatchObject({
    constraint: 'case_may_be_erased',
  });
  valueOf(await propose(caseId));
  await expect(eraseBySql(caseId, supervisor)).rejects.toMatchObject({ constraint: 'erasure_takes_two' });
  await expect(eraseBySql(caseId, office.person('caseworker'))).rejects.toMatchObject({
    constraint: 'erasure_takes_two',
  });
  await expect(eraseBySql(caseId, other.person('administrator'))).rejects.toMatchObject({ code: 'P0002' });
  await office.owner.pool.query(`update cases set closed_at = '2033-06-10T18:00:00Z' where id = $1`, [
    caseId,
  ]);
  await expect(eraseBySql(caseId, administrator)).rejects.toMatchObject({ constraint: 'erasure_takes_two' });
  expect(await retained(caseId)).not.toBeNull();
});

test('leaves a tombstone and figures, and of the person nothing', async () => {
  const caseId = await closedCase();
  const before = await office.read(caseId, CLOSED_ON);
  valueOf(await propose(caseId));
  const { number } = valueOf(await erase(caseId));
  expect(await retained(caseId)).toBeNull();

  const { rows: tables } = await office.owner.pool.query<{ name: string; key: string }>(
    `select table_name as name, column_name as key from information_schema.columns
     where table_schema = 'public' and column_name = 'case_id' and table_name not in ('audit_events', 'erased_cases')
     union all values ('cases', 'id')`,
  );
  for (const { name, key } of tables) {
    const left = await office.owner.pool.query(`select 1 from ${name} where ${key} = $1`, [caseId]);
    expect(left.rowCount, name).toBe(0);
  }
  const client = await office.owner.pool.query('select 1 from clients where id = $1', [before?.client.id]);
  expect(client.rowCount).toBe(0);

  const { rows: events } = await office.owner.pool.query<{
    event: string;
    changes: unknown[];
    reason: string;
  }>('select event, changes, reason from audit_events where case_id = $1 order by seq', [caseId]);
  expect(events.length).toBeGreaterThan(3);
  expect(events.at(-1)).toMatchObject({ event: 'case.erased', changes: [{ field: 'number', from: number }] });
  for (const { changes, reason } of events.slice(0, -1))
    expect({ changes, reason }).toEqual({ changes: [], reason: '' });

  const { rows } = await office.owner.pool.query<{ statistics: Record<string, unknown>; number: string }>(
    'select statistics, number from erased_cases where case_id = $1',
    [caseId],
  );
  expect(rows[0]).toMatchObject({
    number,
    statistics: { openedYear: 2026, openDays: 40, regulator: 'DMHC', denialBases: 'medical-necessity' },
  });
  const told = JSON.stringify(rows[0]?.statistics);
  for (const secret of ['Erasmo', 'Quintanilla', 'MEMBER-4471', 'Infusion', '2026-0'])
    expect(told).not.toContain(secret);
  const tombstone = await inOffice(office.app.db, supervisor, localDate(TIME_IS_OVER), (tx) =>
    readErased(tx, caseId),
  );
  expect(tombstone).toMatchObject({ number, eraserName: administrator.name });
});

test('forgets every address of the client that mail did not reach, former ones too', async () => {
  const caseId = await closedCase({ email: 'now@example.org' });
  const { message } = await aSentReminder(office, caseId, { to: 'client', on: '2026-05-04' });
  const { rowCount: kept } = await office.owner.pool.query(
    `insert into suppressions (office_id, address, ground, scope, since, message_id) values
       ($1, 'former@example.org', 'bounced', 'all', now(), $2),
       ($1, 'now@example.org', 'unsubscribed', 'nudges', now(), null),
       ($1, 'somebody@example.org', 'bounced', 'all', now(), null)`,
    [office.officeId, message],
  );
  expect(kept).toBe(3);
  await office.owner.pool.query(
    `insert into mail_events (office_id, provider_event_id, message_id, event, address, happened_at, received_at)
     values ($1, 'msg-of-the-erased', $2, 'bounced', 'former@example.org', now(), now())`,
    [office.officeId, message],
  );
  valueOf(await propose(caseId));
  valueOf(await erase(caseId));
  const { rows } = await office.owner.pool.query(
    'select address from suppressions where office_id = $1 union all select address from mail_events where office_id = $1',
    [office.officeId],
  );
  expect(rows).toEqual([{ address: 'somebody@example.org' }]);
});

test('takes the letters about the case out of the local mailbox, and no other', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'recourse-mailbox-'));
  const box = { transport: localMailbox({ folder, from: 'office@example.org' }), sent: [] };
  const told = await openTestOffice(database);
  const open = () => aCase('dmhc', '2026-05-01').withGrievance('2026-05-01').in(told);
  const [erased, kept] = [await open(), await open()];
  for (const on of ['2026-05-05', '2026-05-31']) await sweep(told, on, box);
  await mayBeWrittenTo(told, erased);
  valueOf(await sendByHand(told, erased, 'news', { on: '2026-06-01' }));
  await deliverOn(told, '2026-06-01', box);
  const lettersOf = async (caseId: string) =>
    [...(await ledgerOf(told, caseId)), ...(await messagesOf(told, caseId))].map(({ id }) => id);
  const written = async () => (await listMailbox(folder, told.officeId, 100)).map(({ id }) => id);
  const [gone, stays] = [await lettersOf(erased), await lettersOf(kept)];
  const before = await written();
  expect(before.some((id) => gone.includes(id))).toBe(true);
  expect(before).toContain((await messagesOf(told, erased))[0]?.id);
  expect(before.some((id) => stays.includes(id))).toBe(true);

  const closure = { caseId: erased, outcome: 'client-withdrew', note: '' };
  valueOf(await told.run(closeCase, closureInput, closure, { on: CLOSED_ON }));
  const over = (role: 'supervisor' | 'administrator') => ({ on: TIME_IS_OVER, as: told.person(role) });
  const proposal = { caseId: erased, reason: '' };
  valueOf(await told.run(proposeErasure, erasureProposalInput, proposal, over('supervisor')));
  const { officeId, messageIds } = valueOf(
    await told.run(eraseCase, erasureInput, { caseId: erased }, over('administrator')),
  );
  await removeMessages(folder, officeId, messageIds);
  expect((await written()).toSorted()).toEqual(before.filter((id) => !gone.includes(id)).toSorted());
  await removeMessages(folder, officeId, messageIds);
  await told.close();
  await rm(folder, { recursive: true });
});

test('leaves the chain of the record whole', async () => {
  const caseId = await closedCase();
  valueOf(await propose(caseId));
  valueOf(await erase(caseId));
  const { rows } = await office.owner.pool.query<{ broken: number }>(
    `select count(*)::int as broken from audit_events e
     where e.hash <> audit_hash(e) or e.previous_hash <> coalesce(
       (select former.hash from audit_events former where former.office_id = e.office_id and former.seq = e.seq - 1), '')`,
  );
  expect(rows[0]?.broken).toBe(0);
});

test('keeps a client who has another case', async () => {
  const first = await closedCase({ name: 'Pilar Twocases' });
  const clientId = (await office.read(first, CLOSED_ON))?.client.id;
  const second = await office.openCase({ on: '2026-05-03', line: 'dmhc', name: 'Pilar Twocases' });
  await office.owner.pool.query('update cases set client_id = $1 where id = $2', [clientId, second]);
  valueOf(await propose(first));
  valueOf(await erase(first));
  expect((await office.read(second, TIME_IS_OVER))?.client.name).toBe('Pilar Twocases');
});

test('never gives an erased case’s number out again', async () => {
  const caseId = await closedCase();
  valueOf(await propose(caseId));
  const { number } = valueOf(await erase(caseId));
  const next = await office.openCase({ on: '2026-06-11' });
  expect((await office.read(next, '2026-06-11'))?.number).not.toBe(number);
});
