import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

/** What the database refuses the role that the scheduled work signs in with. That the work can do its part, its own tests show. */

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;
let caseId: string;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
  caseId = await aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02').in(office);
  client = new pg.Client({ connectionString: database.workerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await office.close();
  await neighbor.close();
  await database.drop();
});
beforeEach(async () => {
  await client.query('rollback');
});

async function inOfficeOf(id: string): Promise<void> {
  await client.query('begin');
  await client.query(`select set_config('app.office_id', $1, true), set_config('app.role', 'system', true)`, [
    id,
  ]);
}

/** "select users.email" for every privilege the role holds on a column, whoever granted it. */
async function privileges(): Promise<{ privilege: string; table: string; column: string }[]> {
  const { rows } = await client.query<{ privilege: string; table: string; column: string }>(
    `select p.name as privilege, c.relname as table, a.attname as column
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     cross join (values ('SELECT'), ('INSERT'), ('UPDATE')) p (name)
     where c.relkind = 'r' and has_column_privilege(current_user, c.oid, a.attnum, p.name)`,
  );
  return rows;
}

const tablesOf = (granted: { table: string }[]) => [...new Set(granted.map(({ table }) => table))].toSorted();

describe('the worker’s role', () => {
  test('lists the offices it works for, and looks nobody up beyond the one it is in', async () => {
    await client.query('begin');
    await client.query(`select set_config('app.purpose', 'sign-in', true)`);
    expect((await client.query('select id from users')).rowCount).toBe(0);
    expect((await client.query('select id from offices')).rowCount).toBe(0);
    await client.query(`select set_config('app.purpose', 'list-offices', true)`);
    expect((await client.query('select id from offices')).rowCount).toBe(2);
    expect((await client.query('select id from users')).rowCount).toBe(0);
  });

  test('owns nothing and cannot bypass row-level security', async () => {
    const { rows } = await client.query(
      `select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as owned,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        name: 'recourse_worker',
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owned: 0,
        memberships: 0,
      },
    ]);
  });

  test('writes deadlines, reminders and the record, and what is derived on a case', async () => {
    const granted = await privileges();
    const writing = (name: string) => granted.filter(({ privilege }) => privilege === name);
    expect(tablesOf(writing('INSERT'))).toEqual([
      'audit_events',
      'bulletins',
      'deadlines',
      'digest_preferences',
      'manual_deadlines',
      'named_people',
      'reconciliations',
      'reminders',
      'stored_files',
      'suppressions',
      'worker_runs',
    ]);
    expect(tablesOf(writing('UPDATE'))).toEqual([
      'bulletins',
      'cases',
      'client_messages',
      'deadlines',
      'digest_preferences',
      'document_versions',
      'documents',
      'mail_events',
      'named_people',
      'packets',
      'reminders',
      'stored_files',
      'suppressions',
      'uploads',
      'worker_runs',
    ]);
    const onCases = writing('UPDATE').filter(({ table }) => table === 'cases');
    expect(onCases.map(({ column }) => column).toSorted()).toEqual([
      'file_by',
      'last_reading_on',
      'next_due_on',
      'next_owed_by',
      'next_rule',
      'next_starts_on',
      'stage',
      'version',
    ]);
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where nspname = 'public' and relkind = 'r' and has_table_privilege(current_user, c.oid, 'DELETE') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'deadlines',
      'drafts',
      'files_to_discard',
      'saved_forms',
      'uploads',
    ]);
  });

  test('reads nothing that anybody signs in with, and no notes', async () => {
    const readable = new Set((await privileges()).map(({ table }) => table));
    for (const table of [
      'sessions',
      'second_factors',
      'recovery_codes',
      'access_links',
      'external_identities',
      'attempt_counts',
      'case_notes',
      'case_closures',
      'case_search_terms',
      'legal_holds',
      'erasure_proposals',
      'calendar_feeds',
      'calendar_entries',
    ])
      expect(readable, table).not.toContain(table);
  });

  test.each([
    'select password_hash from users',
    'select * from users',
    'select 1 from sessions',
    'select location from saved_forms',
    'select typed from drafts',
    'select 1 from pinned_facts',
    'insert into client_messages default values',
    'select reason from restrictions',
    'select note from covers',
    'select 1 from erased_cases',
    'update named_people set user_id = user_id',
    `update users set role = 'administrator'`,
    `update cases set member_number = 'x'`,
    `update clients set name = 'x'`,
    'update audit_events set reason = $$x$$',
    'update mail_events set event = $$delivered$$',
    'select 1 from calendar_feeds',
    'delete from bulletins',
    'delete from audit_events',
    'delete from reminders',
    'delete from cases',
    'truncate deadlines',
    `select erase_case(gen_random_uuid(), now(), '{}')`,
    'create table mine (a int)',
    'alter table cases disable row level security',
    'set role recourse_app',
    'set session_replication_role = replica',
  ])('is refused: %s', async (statement) => {
    await inOfficeOf(office.officeId);
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('is held to the office of its transaction', async () => {
    expect((await client.query('select 1 from cases')).rowCount).toBe(0);
    await inOfficeOf(neighbor.officeId);
    expect((await client.query('select 1 from cases where id = $1', [caseId])).rowCount).toBe(0);
    expect((await client.query(`update cases set stage = 'closed' where id = $1`, [caseId])).rowCount).toBe(
      0,
    );
    expect((await client.query('delete from deadlines where case_id = $1', [caseId])).rowCount).toBe(0);
    await expect(
      client.query(`insert into audit_events (office_id, at, event) values ($1, now(), 'case.opened')`, [
        office.officeId,
      ]),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the job queues', () => {
  test('are closed to the web server’s role', async () => {
    await expect(office.app.pool.query('select 1 from pgboss.job')).rejects.toMatchObject({ code: '42501' });
  });
});
