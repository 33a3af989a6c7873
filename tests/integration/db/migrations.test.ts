import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { DatabaseNewerError, migrateDatabase } from '../../../lib/db/migrate.ts';
import { rolePasswords } from '../../../scripts/launcher/database.ts';

const created: string[] = [];
let admin: pg.Client;
beforeAll(async () => {
  admin = new pg.Client({ connectionString: at('postgres') });
  await admin.connect();
});
afterAll(async () => {
  for (const name of created) await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

const at = (name: string) =>
  Object.assign(new URL(inject('template').ownerUrl), { pathname: `/${name}` }).href;
// The roles are the cluster's, so their passwords have to stay those that the other tests sign in with.
const passwords = () => rolePasswords(inject('template'));

async function emptyDatabase(): Promise<string> {
  const name = `migrate_${randomBytes(6).toString('hex')}`;
  created.push(name);
  await admin.query(`create database ${name}`);
  return at(name);
}

const migrate = (ownerUrl: string) => migrateDatabase({ ownerUrl, passwords: passwords() });

test('brings an empty database to this release, once', async () => {
  const url = await emptyDatabase();
  expect((await migrate(url)).applied).toBeGreaterThan(0);
  expect(await migrate(url)).toEqual({ applied: 0 });
});

test('applies each migration once when three processes start together', async () => {
  const url = await emptyDatabase();
  const runs = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(runs.filter(({ applied }) => applied > 0)).toHaveLength(1);
});

test('refuses a database that a newer release has migrated, and changes nothing', async () => {
  const url = await emptyDatabase();
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
  );
  await expect(migrate(url)).rejects.toThrow(DatabaseNewerError);
  await client.end();
});

/** The migrations of an earlier release: those up to and with this one. */
function releaseOf(tag: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'release-'));
  fs.cpSync(path.resolve(import.meta.dirname, '../../../drizzle'), folder, { recursive: true });
  const file = path.join(folder, 'meta/_journal.json');
  const journal = JSON.parse(fs.readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  fs.writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
  return folder;
}

test('lets an application count that was recorded before anybody asked for proof, and none after', async () => {
  const url = await emptyDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const migrationsFolder = releaseOf('0012_reminders_that_arrive');
  await applyMigrations(drizzle({ client }), { migrationsFolder });
  fs.rmSync(migrationsFolder, { recursive: true });
  const file = () =>
    client.query(
      `insert into imr_applications (office_id, case_id, regulator, channel, destination, applied_on)
       values (gen_random_uuid(), gen_random_uuid(), 'DMHC', 'fax', '916-255-5241', '2026-06-05')`,
    );
  // Without the case it is about: what is looked at here is the application alone.
  await client.query('set session_replication_role = replica');
  await file();
  await migrate(url);
  await file();
  const { rows } = await client.query<{ recorded_before_proof: boolean }>(
    'select recorded_before_proof from imr_applications order by created_at',
  );
  await client.end();
  expect(rows.map((row) => row.recorded_before_proof)).toEqual([true, false]);
});

test('lets cases of an earlier release be found under what their notes say, and by phones and letters as written now', async () => {
  const url = await emptyDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const migrationsFolder = releaseOf('0013_documents_and_packets');
  await applyMigrations(drizzle({ client }), { migrationsFolder });
  fs.rmSync(migrationsFolder, { recursive: true });
  // Without the people they belong to: what is looked at here is the words alone.
  await client.query('set session_replication_role = replica');
  const [officeId, caseId, clientId] = [randomUUID(), randomUUID(), randomUUID()];
  await client.query(`insert into offices (id, name) values ($1, 'An office')`, [officeId]);
  await client.query(
    `insert into clients (id, office_id, name, phone) values ($1, $2, 'Đặng Ngọc', '+1 (619) 555-0177 ext 4')`,
    [clientId, officeId],
  );
  await client.query(
    `insert into cases (id, office_id, number, client_id, stage, version, opened_at) values ($1, $2, '2026-000001', $3, 'intake', 1, now())`,
    [caseId, officeId, clientId],
  );
  await client.query(
    `insert into case_notes (office_id, case_id, kind, happened_on, body, author_id)
     values ($1, $2, 'note', '2026-06-01', 'La farmacia rechazó el medicamento de 药房.', $1)`,
    [officeId, caseId],
  );
  await client.query(
    `insert into case_search_terms (office_id, case_id, term) values ($1, $2, 'đang'), ($1, $2, 'ngoc')`,
    [officeId, caseId],
  );
  await migrate(url);
  const words = async (source: string) => {
    const { rows } = await client.query<{ term: string }>(
      'select term from case_search_terms where source = $1 order by term',
      [source],
    );
    return rows.map(({ term }) => term);
  };
  expect(await words('case')).toEqual(['5550177', '6195550177', 'dang', 'ngoc', 'đang']);
  expect(await words('note')).toEqual(['farmacia', 'medicamento', 'rechazo']);
  const { rows } = await client.query<{ key: string }>(
    `select key from search_word_keys where word = 'ngoc' order by key`,
  );
  await client.end();
  expect(rows.map(({ key }) => key)).toEqual(['goc', 'ngc', 'ngo', 'ngoc', 'noc']);
});
