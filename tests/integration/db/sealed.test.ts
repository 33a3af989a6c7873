import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { changeCoverage } from '../../../lib/cases/change-coverage.ts';
import { assignmentInput, coverageInput, openCaseInput } from '../../../lib/cases/input.ts';
import { readCase } from '../../../lib/cases/load-case.ts';
import { openCase } from '../../../lib/cases/open-case.ts';
import { connect } from '../../../lib/db/client.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done } from '../../../lib/errors.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
import { parseListFilter, withFilter } from '../../../lib/worklist/list-filter.ts';
import { listCases } from '../../../lib/worklist/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { commandsOfActions, listCommands } from '../../support/commands.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { answerTo } from '../../support/outcomes.ts';

/** Two offices in one database, and one of them attacks: through the commands, through SQL, through the pool. */

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;
let foreignIds: Readonly<Record<string, string>>;
let foreignCase: string;
const ON = '2026-06-10';
const today = localDate(ON);
const now = morningOf(today);

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
  foreignCase = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .answered('2026-02-20')
    .filed('2026-03-10')
    .in(neighbor);
  foreignIds = await everyIdOf(neighbor);
});
afterAll(async () => {
  await office.close();
  await neighbor.close();
  await database.drop();
});

const owner = (text: string, values: unknown[] = []) => office.owner.pool.query(text, values);

async function tablesOfAnOffice(): Promise<string[]> {
  const { rows } = await owner(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'office_id' order by 1`,
  );
  return rows.map(({ name }) => name as string);
}

/** One id of each of an office's tables that has rows. */
async function everyIdOf({ officeId }: TestOffice): Promise<Record<string, string>> {
  const ids: Record<string, string> = { offices: officeId };
  for (const table of await tablesOfAnOffice()) {
    const { rows } = await owner(
      `select coalesce(to_jsonb(t)->>'id', to_jsonb(t)->>'case_id', to_jsonb(t)->>'user_id') as id from ${table} t where office_id = $1 limit 1`,
      [officeId],
    );
    const id = rows[0]?.id as string | undefined;
    if (id && /^[0-9a-f-]{36}$/.test(id)) ids[table] = id;
  }
  return ids;
}

/** What an office has in each table, as one text: a write anywhere changes it. */
async function contentsOf({ officeId }: TestOffice): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const table of await tablesOfAnOffice()) {
    const { rows } = await owner(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${table} t where office_id = $1`,
      [officeId],
    );
    contents[table] = rows[0]?.digest as string;
  }
  return contents;
}

describe('every command', () => {
  test('is among those that are attacked here: each that an action runs', async () => {
    const attacked = new Set((await listCommands()).map(({ name }) => name));
    expect(attacked.size).toBeGreaterThan(40);
    expect(commandsOfActions().filter((name) => !attacked.has(name))).toEqual([]);
  });

  test('answers to a neighbor’s ids as to ids of nothing, and writes nothing', async () => {
    expect(Object.keys(foreignIds).length).toBeGreaterThan(10);
    const before = [await contentsOf(neighbor), await contentsOf(office)];
    for (const named of await listCommands())
      for (const [table, id] of Object.entries(foreignIds)) {
        const as = office.person('administrator');
        const foreign = await answerTo(named, id, { db: office.app.db, as, now });
        const nothing = await answerTo(named, randomUUID(), { db: office.app.db, as, now });
        expect(foreign, `${named.name} with an id of ${table}`).toEqual(nothing);
      }
    expect([await contentsOf(neighbor), await contentsOf(office)]).toEqual(before);
  });

  test.each([
    [
      'an owner',
      async () =>
        office.run(
          assignCases,
          assignmentInput,
          { caseIds: await aCase().in(office), ownerId: neighbor.person('caseworker').userId },
          { on: ON, as: office.person('supervisor') },
        ),
    ],
    [
      'a plan’s line',
      async () =>
        office.run(
          changeCoverage,
          coverageInput,
          { caseId: await aCase().in(office), planLineId: neighbor.lines.cdi, reason: 'x' },
          { on: ON },
        ),
    ],
    [
      'a line at intake',
      () => office.run(openCase, openCaseInput, { name: 'Ana', planLineId: neighbor.lines.cdi }, { on: ON }),
    ],
    [
      'an owner at intake',
      () =>
        office.run(
          openCase,
          openCaseInput,
          { name: 'Ana', ownerId: neighbor.person('caseworker').userId },
          { on: ON, as: office.person('supervisor') },
        ),
    ],
    [
      'a grievance',
      async () =>
        office.run(
          logPlanDecision,
          planDecisionInput,
          {
            caseId: await aCase().in(office),
            grievanceId: foreignIds['grievances'],
            outcome: 'upheld',
            letterOn: '2026-06-01',
          },
          { on: ON },
        ),
    ],
  ])('refuses a neighbor’s id beside its own case’s: %s', async (_, attack) => {
    expect(violationsOf(await attack()).length).toBeGreaterThan(0);
  });
});

describe('every table, asked in SQL as the app’s role', () => {
  const asOffice = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('app.office_id', $1, true), set_config('app.user_id', $2, true), set_config('app.role', 'administrator', true), set_config('app.today', '${ON}', true)`,
        [office.officeId, office.person('administrator').userId],
      );
      return await work(client);
    } finally {
      await client.end();
    }
  };
  /** Its rows, or the code it was refused with. */
  const tried = async (client: pg.Client, statement: string, values: unknown[] = []) => {
    await client.query('savepoint attack');
    try {
      return (await client.query(statement, values)).rowCount;
    } catch (error) {
      await client.query('rollback to savepoint attack');
      return (error as { code: string }).code;
    }
  };

  test('shows, changes and deletes none of a neighbor’s rows', async () => {
    await asOffice(async (client) => {
      for (const table of await tablesOfAnOffice()) {
        const its = [neighbor.officeId];
        expect(await tried(client, `select 1 from ${table} where office_id = $1`, its), table).toBe(0);
        const changed = await tried(
          client,
          `update ${table} set office_id = office_id where office_id = $1`,
          its,
        );
        expect([0, '42501'], `update ${table}`).toContain(changed);
        const deleted = await tried(client, `delete from ${table} where office_id = $1`, its);
        expect([0, '42501'], `delete from ${table}`).toContain(deleted);
      }
    });
  });

  test('takes no row into another office, by insert or by moving one of its own', async () => {
    await asOffice(async (client) => {
      for (const table of await tablesOfAnOffice()) {
        const moved = await tried(client, `update ${table} set office_id = $1`, [neighbor.officeId]);
        // Moving no row at all is no refusal, and no harm.
        expect(['42501', '23503', '23514', 0], `moving ${table}`).toContain(moved);
        const copied = await tried(
          client,
          `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object('office_id', $1::text))).* from ${table} t limit 1`,
          [neighbor.officeId],
        );
        expect(['42501', '428C9', 0], `copying ${table}`).toContain(copied);
      }
    });
  });

  test('counts, joins, arrays and a text search say nothing of a neighbor', async () => {
    await asOffice(async (client) => {
      const count = async (sql: string) => (await client.query(sql)).rows[0]?.count as number;
      const own = await owner('select count(*)::int as count from cases where office_id = $1', [
        office.officeId,
      ]);
      expect(await count('select count(*)::int as count from cases')).toBe(own.rows[0]?.count);
      expect(
        await count(
          `select count(*)::int as count from deadlines d full join cases c on c.id = d.case_id where c.office_id is distinct from current_office()`,
        ),
      ).toBe(0);
      expect(
        await count(
          `select coalesce(array_length(array(select id from clients where office_id <> current_office()), 1), 0) as count`,
        ),
      ).toBe(0);
      expect(
        await count(`select count(*)::int as count from case_search_terms where case_id = '${foreignCase}'`),
      ).toBe(0);
    });
  });

  test('runs no function of the owner’s on a neighbor’s case', async () => {
    await asOffice(async (client) => {
      expect(await tried(client, `select erase_case($1, now(), '{}')`, [foreignCase])).toBe('P0002');
      const hidden = await client.query<{ ids: string[] }>(`select hidden_cases() as ids`);
      expect(hidden.rows[0]?.ids).toEqual([]);
    });
  });

  test('grows no gap in a neighbor’s case numbers or record', async () => {
    const numbers = () =>
      owner(
        'select n.last_number, h.seq from case_numbers n join audit_heads h on h.office_id = n.office_id where n.office_id = $1',
        [neighbor.officeId],
      );
    const before = await numbers();
    await office.openCase({ on: ON, name: 'Somebody Else' });
    expect((await numbers()).rows).toEqual(before.rows);
  });

  // The one thing that is shared: an address signs in to one office, so a second account under it is refused anywhere.
  test('learns of an address that has an account elsewhere, and of no other unique value', async () => {
    const client = office.owner.pool;
    const { rows } = await client.query<{ name: string; columns: string }>(
      `select i.relname as name, pg_get_indexdef(i.oid) as columns
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
       join pg_attribute a on a.attrelid = t.oid and a.attname = 'office_id'
       where x.indisunique and t.relnamespace = 'public'::regnamespace and pg_get_indexdef(i.oid) !~ 'office_id'`,
    );
    // What is unique across offices otherwise is a random id, alone or with what belongs to one.
    const telling = rows.filter(
      ({ columns }) =>
        !/\((id|case_id|user_id|plan_id|grievance_id|feed_id|document_id|note_id)\b/.test(columns),
    );
    expect(telling.map(({ name }) => name).toSorted()).toEqual(SHARED);
  });
});

// Tokens are random, an account at a provider belongs to one person: nobody can guess either.
const SHARED = [
  'access_links_token',
  'bulletins_stop_token',
  'calendar_feeds_token',
  'client_messages_stop_token',
  'external_identities_once',
  'files_to_discard_pkey',
  'reminders_stop_token',
  'stored_files_storage_key',
  'users_email_key',
];

describe('a pool of one connection', () => {
  const inOneConnection = async (work: (db: ReturnType<typeof connect>['db']) => Promise<void>) => {
    const { db, pool } = connect(database.appUrl, { max: 1 });
    try {
      await work(db);
    } finally {
      await pool.end();
    }
  };
  const reads = (db: ReturnType<typeof connect>['db'], as: UserActor) =>
    inOffice(db, as, today, async (tx) => (await readCase(tx, foreignCase)) !== null);
  const settings = async (db: ReturnType<typeof connect>['db']) =>
    (
      await db.execute(
        `select current_setting('app.office_id', true) as office, current_setting('app.user_id', true) as person,
          current_setting('app.role', true) as role, current_setting('app.purpose', true) as purpose`,
      )
    ).rows[0];

  test('carries no office over, after success, a refusal, a bug or a failed statement', async () => {
    await inOneConnection(async (db) => {
      const its = neighbor.person('caseworker');
      const ours = office.person('caseworker');
      const bug = new RangeError('a bug');
      const uses = [
        () => reads(db, its),
        () => inUnitOfWork(db, its, now, () => Promise.reject(bug)),
        () => inUnitOfWork(db, its, now, async () => done(null), { dryRun: true }),
        () => inUnitOfWork(db, its, now, async (unit) => done((await unit.tx.execute('select 1 / 0')).rows)),
        () => inUnitOfWork(db, its, now, async (unit) => done((await unit.tx.execute('commit')).rows)),
      ];
      for (const use of uses) {
        await use().catch(() => undefined);
        expect(await reads(db, ours)).toBe(false);
        expect(Object.values((await settings(db)) ?? {}).every((value) => !value)).toBe(true);
        expect((await db.execute('select 1 from cases')).rows).toEqual([]);
        expect(await reads(db, its)).toBe(true);
      }
    });
  });

  test('lists each office’s cases to itself when both ask in turn', async () => {
    await inOneConnection(async (db) => {
      const list = (as: UserActor) =>
        inOffice(db, as, today, (tx) =>
          listCases(
            tx,
            withFilter(parseListFilter({ who: 'everyone' }, 'mine'), { query: 'ana' }),
            as.userId,
            today,
          ),
        );
      for (let turn = 0; turn < 3; turn += 1) {
        const theirs = await list(neighbor.person('caseworker'));
        const ours = await list(office.person('caseworker'));
        expect(theirs.rows.map(({ id }) => id)).toEqual([foreignCase]);
        expect(ours.rows.map(({ id }) => id)).not.toContain(foreignCase);
      }
    });
  });
});

test('a case under a neighbor’s id is not opened', async () => {
  await expect(
    office.run(openCase, openCaseInput, { name: 'Forged', intakeId: foreignCase }, { on: ON }),
  ).rejects.toMatchObject({ name: 'DatabaseError' });
  expect(valueOf(await office.run(openCase, openCaseInput, { name: 'Honest' }, { on: ON })).caseId).toMatch(
    /-/,
  );
});
