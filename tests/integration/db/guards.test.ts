import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

/** What the database refuses by itself, asked in plain SQL as the role the app signs in with. */

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
  client = new pg.Client({ connectionString: database.appUrl });
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

async function inOfficeOf(id: string, today = '2026-06-01'): Promise<void> {
  await client.query('begin');
  await client.query(
    `select set_config('app.office_id', $1, true), set_config('app.today', $2, true), set_config('app.role', 'caseworker', true)`,
    [id, today],
  );
}

/** The constraint or the error code with which a statement was refused; the transaction ends with it. */
async function refusalOf(statement: string, values: unknown[] = []): Promise<string> {
  try {
    await client.query(statement, values);
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code: string };
    return constraint ?? code;
  }
  throw new Error('the database let it through');
}

/**
 * Counts of sign-in attempts are kept under hashed keys before anybody is in an office; the runs of the one worker serve
 * them all. Neither belongs to an office.
 */
const TABLES_OF_AN_OFFICE = `
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('attempt_counts', 'worker_runs')`;

test('a next look is kept in milliseconds, as programs compare it, whoever sets it', async () => {
  const { rows } = await client.query<{ precision: number }>(
    `select datetime_precision as precision from information_schema.columns
     where table_name = 'deadlines' and column_name = 'next_look_at'`,
  );
  expect(rows).toEqual([{ precision: 3 }]);
});

describe('offices are sealed from each other', () => {
  test('has forced row-level security on every table', async () => {
    const { rows } = await client.query<{ name: string; enabled: boolean; forced: boolean }>(
      TABLES_OF_AN_OFFICE,
    );
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([]);
  });

  test('lets the app’s role neither open an office nor make one a demo, which needs no second factor', async () => {
    await expect(client.query(`insert into offices (name) values ('Another')`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(client.query('update offices set is_demo = true')).rejects.toMatchObject({ code: '42501' });
  });

  test('asks its own tables, whatever temporary ones a writer has made', async () => {
    await office.owner.pool.query('update cases set closed_at = now(), outcome = $2 where id = $1', [
      caseId,
      'client-withdrew',
    ]);
    await inOfficeOf(office.officeId);
    await client.query('create temp table cases (id uuid, closed_at timestamptz) on commit drop');
    expect(
      await refusalOf(
        `insert into public.case_notes (office_id, case_id, kind, happened_on, body, author_id) values ($1, $2, 'note', '2026-02-03', 'x', $3)`,
        [office.officeId, caseId, office.person('caseworker').userId],
      ),
    ).toBe('case_is_open');
    await client.query('rollback');
    await office.owner.pool.query('update cases set closed_at = null, outcome = null where id = $1', [
      caseId,
    ]);
  });

  test('shows the app’s role nothing when no office is set', async () => {
    const { rows } = await client.query<{ name: string }>(TABLES_OF_AN_OFFICE);
    for (const { name } of rows) {
      const seen = await client.query(`select 1 from ${name} limit 1`);
      expect(seen.rowCount, name).toBe(0);
    }
  });

  test('hides, and refuses to change, a neighbor’s rows', async () => {
    await inOfficeOf(neighbor.officeId);
    expect((await client.query('select 1 from cases where id = $1', [caseId])).rowCount).toBe(0);
    expect(
      (await client.query(`update cases set member_number = 'x' where id = $1`, [caseId])).rowCount,
    ).toBe(0);
    expect((await client.query('delete from deadlines where case_id = $1', [caseId])).rowCount).toBe(0);
  });

  test('refuses a row written under another office’s name', async () => {
    await inOfficeOf(neighbor.officeId);
    expect(
      await refusalOf(`insert into health_plans (office_id, name) values ($1, 'Elsewhere')`, [
        office.officeId,
      ]),
    ).toBe('42501');
  });

  test('refuses a row that points into another office', async () => {
    await inOfficeOf(neighbor.officeId);
    expect(
      await refusalOf(
        `insert into case_notes (office_id, case_id, kind, happened_on, body, author_id) values ($1, $2, 'note', '2026-02-03', 'x', $3)`,
        [neighbor.officeId, caseId, neighbor.person('caseworker').userId],
      ),
    ).toBe('case_notes_office_id_case_id_cases_office_id_id_fk');
  });

  test('carries no office over to the next transaction of a connection, even after an error', async () => {
    await inOfficeOf(office.officeId);
    await refusalOf('select 1 / 0');
    await client.query('rollback');
    expect((await client.query('select 1 from cases')).rowCount).toBe(0);
  });

  test('signs the app in as a role that owns nothing and cannot bypass', async () => {
    const { rows } = await client.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  });
});

describe('the record', () => {
  test.each(['update audit_events set reason = $$x$$', 'delete from audit_events', 'truncate audit_events'])(
    'refuses: %s',
    async (statement) => {
      await inOfficeOf(office.officeId);
      expect(await refusalOf(statement)).toBe('42501');
    },
  );

  test('refuses a change even to the database’s owner', async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await expect(owner.query('delete from audit_events')).rejects.toThrow('append-only');
    await owner.end();
  });
});

describe('the rules of the case', () => {
  const grievanceId = async () =>
    (await client.query<{ id: string }>('select id from grievances where case_id = $1', [caseId])).rows[0]
      ?.id;
  const decide = (letterOn: string, id: string | undefined) =>
    refusalOf(
      `insert into plan_decisions (office_id, case_id, grievance_id, letter_on, outcome) values ($1, $2, $3, $4, 'upheld')`,
      [office.officeId, caseId, id, letterOn],
    );

  test('refuses a decision before its grievance', async () => {
    await inOfficeOf(office.officeId);
    expect(await decide('2026-02-01', await grievanceId())).toBe('plan_decisions_after_grievance');
  });

  test('refuses a second decision to the same grievance', async () => {
    await inOfficeOf(office.officeId);
    const id = await grievanceId();
    await client.query(
      `insert into plan_decisions (office_id, case_id, grievance_id, letter_on, outcome) values ($1, $2, $3, '2026-02-10', 'upheld')`,
      [office.officeId, caseId, id],
    );
    expect(await decide('2026-02-11', id)).toBe('plan_decisions_one_per_grievance');
  });

  test('refuses a date that lies ahead of the office’s today', async () => {
    await inOfficeOf(office.officeId, '2026-02-05');
    expect(await decide('2026-02-06', await grievanceId())).toBe('date_has_happened');
  });

  const file = (values: {
    regulator?: string;
    filing?: string;
    statement?: string;
    approver?: string | null;
  }) =>
    refusalOf(
      `insert into imr_applications (office_id, case_id, regulator, channel, applied_on, filing, extension_statement, extension_approved_by)
       values ($1, $2, $3, 'online', '2026-05-01', $4, $5, $6)`,
      [
        office.officeId,
        caseId,
        values.regulator ?? 'DMHC',
        values.filing ?? 'timely',
        values.statement ?? '',
        values.approver ?? null,
      ],
    );

  test('refuses an application to the wrong regulator', async () => {
    await inOfficeOf(office.officeId);
    expect(await file({ regulator: 'CDI' })).toBe('imr_applications_right_regulator');
  });

  test('refuses a late application without statement or without a supervisor’s approval', async () => {
    await inOfficeOf(office.officeId);
    expect(await file({ filing: 'late' })).toMatch(/imr_applications_late_/);
    await client.query('rollback');
    await inOfficeOf(office.officeId);
    expect(await file({ filing: 'late', statement: 'x' })).toBe('imr_applications_late_approved');
    await client.query('rollback');
    await inOfficeOf(office.officeId);
    expect(await file({ filing: 'late', statement: 'x', approver: office.person('caseworker').userId })).toBe(
      'approver_is_supervisor',
    );
  });

  test('refuses an application on a coverage-only denial and after a hearing was held', async () => {
    await inOfficeOf(office.officeId);
    await client.query(`update denials set bases = '{not-covered}' where case_id = $1`, [caseId]);
    expect(await file({})).toBe('imr_applications_not_coverage_only');
    await client.query('rollback');
    await inOfficeOf(office.officeId);
    await client.query(`insert into hearings (case_id, office_id, held_on) values ($1, $2, '2026-04-01')`, [
      caseId,
      office.officeId,
    ]);
    expect(await file({})).toBe('imr_applications_no_hearing_held');
  });

  test('refuses any fact on a closed case', async () => {
    await inOfficeOf(office.officeId);
    await client.query(`update cases set closed_at = now(), outcome = 'client-withdrew' where id = $1`, [
      caseId,
    ]);
    expect(await decide('2026-02-10', await grievanceId())).toBe('case_is_open');
  });

  test('refuses to change a case’s number or to count numbers down', async () => {
    await inOfficeOf(office.officeId);
    expect(await refusalOf(`update cases set number = '2026-999999' where id = $1`, [caseId])).toBe(
      'cases_number_kept',
    );
    await client.query('rollback');
    await inOfficeOf(office.officeId);
    expect(await refusalOf('update case_numbers set last_number = 0')).toBe('case_numbers_only_grow');
  });
});
