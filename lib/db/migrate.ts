import fs from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { installJobQueues } from './job-queues.ts';
import { grantRoles, type RolePasswords } from './roles.ts';

export class DatabaseNewerError extends Error {}
export class DatabaseTooOldError extends Error {}

const MIGRATIONS = path.join(import.meta.dirname, '../../drizzle');
// An arbitrary number that every Recourse process agrees on; two migrations at once would trip over each other.
const MIGRATION_LOCK = 7_304_119_266;
const OLDEST_SERVER = 15;

/**
 * Brings a database to this release under a lock and lets the app's and the worker's role in. Repeating it changes nothing.
 * Refuses a database that a newer release has already migrated, before touching it.
 */
export async function migrateDatabase(options: {
  readonly ownerUrl: string;
  readonly passwords: RolePasswords;
  readonly migrationsFolder?: string;
  readonly onProgress?: (step: string) => void;
}): Promise<{ applied: number }> {
  const migrationsFolder = options.migrationsFolder ?? MIGRATIONS;
  const owner = new pg.Client({ connectionString: options.ownerUrl, application_name: 'recourse-migrate' });
  // A server that goes away is told by the query it interrupts; unheard, the event would end the process.
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await requireSupportedServer(owner);
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const before = await appliedMigrations(owner);
    const known = knownMigrations(migrationsFolder);
    if (before.some((at) => !known.includes(at)))
      throw new DatabaseNewerError(
        'This database was last used by a newer release of Recourse. Start that release, or restore a backup made before the upgrade; nothing was changed.',
      );
    const waiting = known.filter((at) => !before.includes(at)).length;
    if (waiting > 0) options.onProgress?.(`applying ${waiting} migration${waiting === 1 ? '' : 's'}`);
    await migrate(drizzle({ client: owner }), { migrationsFolder });
    await installJobQueues(owner);
    await grantRoles(owner, options.passwords);
    return { applied: waiting };
  } finally {
    await owner.end();
  }
}

async function requireSupportedServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: number }>(
    `select current_setting('server_version_num')::int as number`,
  );
  const major = Math.floor((rows[0]?.number ?? 0) / 10_000);
  if (major < OLDEST_SERVER)
    throw new DatabaseTooOldError(
      `This PostgreSQL server is version ${major}. Recourse needs version ${OLDEST_SERVER} or newer; nothing was changed.`,
    );
}

function knownMigrations(folder: string): number[] {
  const journal = JSON.parse(fs.readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number }[];
  };
  return journal.entries.map((entry) => entry.when);
}

async function appliedMigrations(owner: pg.Client): Promise<number[]> {
  const exists = await owner.query(`select to_regclass('drizzle.__drizzle_migrations') is not null as there`);
  if (!exists.rows[0]?.there) return [];
  const { rows } = await owner.query<{ created_at: string }>(
    'select created_at from drizzle.__drizzle_migrations',
  );
  return rows.map((row) => Number(row.created_at));
}
