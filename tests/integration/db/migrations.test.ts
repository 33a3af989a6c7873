import { randomBytes } from 'node:crypto';
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
