import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { proveRecords } from '../../../lib/audit/chain/prove-records.ts';
import { RecordPartlyHidden, verifyChain } from '../../../lib/audit/chain/verify-chain.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { connect } from '../../../lib/db/client.ts';
import { migrateDatabase } from '../../../lib/db/migrate.ts';
import { inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done } from '../../../lib/errors.ts';
import { createLogger } from '../../../lib/log.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { eraseCase } from '../../../lib/retention/erase-case.ts';
import { erasureInput, erasureProposalInput } from '../../../lib/retention/input.ts';
import { proposeErasure } from '../../../lib/retention/propose-erasure.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

const TODAY = localDate('2026-06-01');

let database: TestDatabase;
let office: TestOffice;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await office.close();
  await database.drop();
});

const verify = () => verifyChain(office.owner.db, office.officeId, TODAY);

describe('the role the app signs in with', () => {
  test.each([
    ['edit an event', `update audit_events set reason = 'x'`],
    ['delete an event', `delete from audit_events`],
    ['empty the record', `truncate audit_events`],
    ['disable a guard', `alter table audit_events disable trigger audit_events_chained`],
    ['drop a guard', `drop trigger audit_events_append_only on audit_events`],
    ['write as a replica does', `set session_replication_role = replica`],
    ['move the head', `update audit_heads set seq = 1`],
    ['make a head', `insert into audit_heads (office_id, seq, hash) values (gen_random_uuid(), 1, '')`],
    ['delete the head', `delete from audit_heads`],
    [
      'change how the chain is made',
      `create or replace function chain_audit_event() returns trigger language plpgsql as 'begin return new; end'`,
    ],
  ])('may not %s', async (_what, statement) => {
    await client.query('begin');
    await client.query(
      `select set_config('app.office_id', $1, true), set_config('app.role', 'administrator', true)`,
      [office.officeId],
    );
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    await client.query('rollback');
    expect((await verify()).broken).toBeNull();
  });

  test('does not choose where in the chain an event goes', async () => {
    const before = await verify();
    await client.query('begin');
    await client.query(
      `select set_config('app.office_id', $1, true), set_config('app.role', 'administrator', true)`,
      [office.officeId],
    );
    await client.query(
      `insert into audit_events (office_id, at, event, seq, previous_hash, hash, salt, content_digest, erased_at)
        values ($1, now(), 'note.added', 1, 'x', 'x', 'x', 'x', now())`,
      [office.officeId],
    );
    await client.query('commit');
    const after = await verify();
    expect(after).toMatchObject({ broken: null, head: { seq: (before.head?.seq ?? 0) + 1 } });
  });
});

test('twenty people writing at once make one unbroken chain', { timeout: 60_000 }, async () => {
  const cases = await Promise.all(Array.from({ length: 4 }, () => aCase().in(office)));
  const before = (await verify()).head?.seq ?? 0;
  const { db, pool } = connect(database.appUrl, { max: 20 });
  const written = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      inUnitOfWork(db, office.person('caseworker'), morningOf(TODAY), (unit) =>
        addNote(
          unit,
          noteInput(TODAY).parse({
            caseId: cases[index % cases.length],
            kind: 'note',
            happenedOn: '5/30/26',
            body: `Note ${index}`,
          }),
        ),
      ),
    ),
  );
  await pool.end();
  expect(written.filter(({ ok }) => !ok)).toEqual([]);
  expect(await verify()).toMatchObject({ broken: null, head: { seq: before + 20 } });
});

test('several events of one unit of work follow each other', async () => {
  const before = (await verify()).head?.seq ?? 0;
  valueOf(
    await inUnitOfWork(office.app.db, office.person('administrator'), morningOf(TODAY), async (unit) => {
      for (const reason of ['first', 'second', 'third']) unit.record({ event: 'office.changed', reason });
      return done(null);
    }),
  );
  const { rows } = await office.owner.pool.query<{ reason: string }>(
    'select reason from audit_events where office_id = $1 and seq > $2 order by seq',
    [office.officeId, before],
  );
  expect(rows.map(({ reason }) => reason)).toEqual(['first', 'second', 'third']);
  expect((await verify()).broken).toBeNull();
});

test('proves nothing to a role from which restricted cases are hidden', async () => {
  const restricted = await openTestOffice(database);
  const caseId = await aCase().in(restricted);
  await restricted.owner.pool.query(
    `insert into restrictions (case_id, office_id, ground, reason, restricted_by, restricted_at)
      values ($1, $2, 'other', 'x', $3, now())`,
    [caseId, restricted.officeId, restricted.person('supervisor').userId],
  );
  await expect(verifyChain(restricted.app.db, restricted.officeId, TODAY)).rejects.toThrow(
    RecordPartlyHidden,
  );
  expect((await verifyChain(restricted.owner.db, restricted.officeId, TODAY)).broken).toBeNull();
  await restricted.close();
});

test('an erasure leaves a whole record, and excuses no other event', async () => {
  const caseId = await office.openCase({ on: '2019-01-07', line: 'dmhc' });
  const supervisor = office.person('supervisor');
  valueOf(
    await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: '2019-02-01' }),
  );
  valueOf(
    await office.run(
      proposeErasure,
      erasureProposalInput,
      { caseId, reason: 'Over.' },
      { on: '2026-05-29', as: supervisor },
    ),
  );
  valueOf(
    await office.run(
      eraseCase,
      erasureInput,
      { caseId },
      { on: '2026-05-30', as: office.person('administrator') },
    ),
  );
  const { rows } = await office.owner.pool.query<{ seq: string }>(
    'select seq from audit_events where case_id = $1 and erased_at is not null',
    [caseId],
  );
  expect(rows.length).toBeGreaterThan(1);
  expect((await verify()).broken).toBeNull();

  const blank = (where: string, moment = 'now()') =>
    office.owner.pool.query(`
      begin;
      set local session_replication_role = replica;
      create table if not exists saved as select * from audit_events where ${where};
      update audit_events set changes = '[]', reason = '', salt = '', erased_at = ${moment} where ${where};
      commit;`);
  const restore = () =>
    office.owner.pool.query(`
      begin;
      set local session_replication_role = replica;
      delete from audit_events where id in (select id from saved);
      insert into audit_events overriding system value select * from saved;
      drop table saved;
      commit;`);
  await blank(`event = 'case.erased' and case_id = '${caseId}'`);
  expect((await verify()).broken).toMatchObject({ kind: 'content-erased' });
  await restore();
  await blank(`office_id = '${office.officeId}' and seq = 1`);
  expect((await verify()).broken).toMatchObject({ kind: 'content-erased', seq: 1 });
  await restore();
  // Under the very moment of that erasure: it was another case's.
  const moment = `(select at from audit_events where case_id = '${caseId}' and event = 'case.erased')`;
  await blank(`office_id = '${office.officeId}' and seq = 1`, moment);
  expect((await verify()).broken).toMatchObject({ kind: 'content-erased', seq: 1 });
  await restore();
  await blank(`case_id = '${caseId}' and event = 'case.closed'`, 'now()');
  expect((await verify()).broken).toMatchObject({ kind: 'content-erased' });
  await restore();
  expect((await verify()).broken).toBeNull();
});

test('an erasure that is only told excuses nothing: the case is still there', async () => {
  const told = await openTestOffice(database);
  const caseId = await told.openCase({ on: '2026-01-07', line: 'dmhc' });
  await told.owner.pool.query(
    `insert into audit_events (office_id, at, event, case_id) values ($1, now(), 'case.erased', $2)`,
    [told.officeId, caseId],
  );
  await told.owner.pool.query(`
    begin;
    set local session_replication_role = replica;
    update audit_events e set changes = '[]', reason = '', salt = '', erased_at = x.at from audit_events x
      where e.case_id = '${caseId}' and e.event = 'case.opened' and x.case_id = e.case_id and x.event = 'case.erased';
    commit;`);
  const { broken } = await verifyChain(told.owner.db, told.officeId, TODAY);
  expect(broken).toMatchObject({ kind: 'content-erased' });
  await told.close();
});

describe('the nightly proof', () => {
  const lines: Record<string, unknown>[] = [];
  const context = () => ({
    db: office.worker.db,
    clock: () => morningOf(TODAY),
    log: createLogger('worker', 'info', { write: (line) => void lines.push(JSON.parse(line)) }),
    formerHeads: new Map(),
  });

  test('writes the head to the log and the proof on the record', async () => {
    lines.length = 0;
    const before = (await verify()).head;
    const proof = context();
    expect(await proveRecords(proof, { officeId: office.officeId })).toEqual({ whole: 1, broken: 0 });
    expect(lines).toMatchObject([
      { level: 'info', officeId: office.officeId, seq: before?.seq, hash: before?.hash },
    ]);
    expect(proof.formerHeads.get(office.officeId)).toEqual(before);
    const { rows } = await office.owner.pool.query(
      `select event, actor_id, changes from audit_events where office_id = $1 order by seq desc limit 1`,
      [office.officeId],
    );
    expect(rows).toEqual([
      {
        event: 'audit.proved',
        actor_id: null,
        changes: [
          { field: 'seq', from: null, to: before?.seq },
          { field: 'hash', from: null, to: before?.hash },
        ],
      },
    ]);
  });

  test('logs an error when the end was cut off and the head put right since the last one', async () => {
    const proof = context();
    await proveRecords(proof, { officeId: office.officeId });
    lines.length = 0;
    const last = proof.formerHeads.get(office.officeId)?.seq ?? 0;
    await office.owner.pool.query('alter table audit_events disable trigger user');
    await office.owner.pool.query('delete from audit_events where office_id = $1 and seq >= $2', [
      office.officeId,
      last,
    ]);
    await office.owner.pool.query('alter table audit_events enable trigger user');
    await office.owner.pool.query(
      `update audit_heads h set seq = e.seq, hash = e.hash from audit_events e
        where h.office_id = $1 and e.office_id = $1 and e.seq = $2`,
      [office.officeId, last - 1],
    );
    expect((await verify()).broken).toBeNull();
    expect(await proveRecords(proof, { officeId: office.officeId })).toEqual({ whole: 0, broken: 1 });
    expect(lines).toMatchObject([
      { level: 'error', officeId: office.officeId, kind: 'end-cut-off', seq: last, lastSeq: last },
    ]);
  });
});

test('a database from before the chain gets one over what it holds', { timeout: 60_000 }, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-migrations-'));
  fs.cpSync(path.join(import.meta.dirname, '../../../drizzle'), folder, { recursive: true });
  const journalFile = path.join(folder, 'meta/_journal.json');
  const journal = JSON.parse(fs.readFileSync(journalFile, 'utf8')) as { entries: { idx: number }[] };
  const entries = journal.entries.filter(({ idx }) => idx <= 5);
  fs.writeFileSync(journalFile, JSON.stringify({ ...journal, entries }));

  const name = `migrate_${randomBytes(6).toString('hex')}`;
  const ownerUrl = Object.assign(new URL(inject('template').ownerUrl), { pathname: `/${name}` }).href;
  await office.owner.pool.query(`create database ${name}`);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    // Not by migrateDatabase: its grants are for this release's tables.
    await migrate(drizzle({ client: owner }), { migrationsFolder: folder });
    const offices = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
    for (const id of offices) await owner.query(`insert into offices (id, name) values ($1, 'Former')`, [id]);
    for (let index = 0; index < 40; index += 1)
      await owner.query(
        `insert into audit_events (office_id, at, event, changes, reason) values ($1, $2, 'note.added', $3, $4)`,
        [
          offices[index % 2],
          new Date(Date.UTC(2026, 0, 1) + index * 1000),
          JSON.stringify([{ field: 'body', from: null, to: `Zoë ${index}` }]),
          index % 3 === 0 ? 'A reason' : '',
        ],
      );
    const passwordOf = (url: string) => decodeURIComponent(new URL(url).password);
    const { appUrl, workerUrl } = inject('template');
    await migrateDatabase({
      ownerUrl,
      passwords: { app: passwordOf(appUrl), worker: passwordOf(workerUrl) },
    });
    const { db, pool } = connect(ownerUrl, { max: 1 });
    for (const id of offices)
      expect(await verifyChain(db, id, TODAY)).toMatchObject({ broken: null, head: { seq: 20 } });
    await pool.end();
  } finally {
    await owner.end();
    await office.owner.pool.query(`drop database ${name} with (force)`);
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
