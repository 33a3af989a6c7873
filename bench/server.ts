import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { LocalDate } from '../lib/calendar/local-date.ts';
import { type Connection, connect } from '../lib/db/client.ts';
import { startEmbeddedPostgres } from '../lib/db/embedded.ts';
import { migrateDatabase } from '../lib/db/migrate.ts';
import { APP_ROLE, WORKER_ROLE } from '../lib/db/roles.ts';
import { type GeneratedOffice, generateOffice, type OfficeSize } from './generate/office.ts';
import { loadOffice } from './load.ts';

/** A database with one generated office, open as its owner and as the restricted roles of the app and of the worker. */
export type LoadedOffice = {
  readonly office: GeneratedOffice;
  readonly owner: Connection;
  readonly app: Connection;
  readonly worker: Connection;
  /** For whoever needs more connections than one. */
  readonly ownerUrl: string;
  readonly appUrl: string;
};

export type BenchServer = {
  load(size: OfficeSize, today: LocalDate, onProgress: (caseCount: number) => void): Promise<LoadedOffice>;
};

/** A PostgreSQL of its own in a temporary folder, gone with `work`, whatever becomes of it, and at once when interrupted. */
export async function withBenchServer<T>(
  interrupted: AbortSignal,
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-bench-'));
  fs.chmodSync(folder, 0o755);
  opened.defer(() => fs.rmSync(folder, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    password: randomBytes(16).toString('hex'),
    durable: false,
    settings: { max_wal_size: '4GB' },
  });
  opened.defer(() => server.stop());
  const interruption = new Promise<never>((_, reject) => {
    const stop = () => void server.stop().finally(() => reject(interrupted.reason));
    interrupted.addEventListener('abort', stop, { once: true });
  });
  const passwords = { app: randomBytes(16).toString('hex'), worker: randomBytes(16).toString('hex') };
  let databaseCount = 0;
  const working = work({
    async load(size, today, onProgress) {
      databaseCount += 1;
      const ownerUrl = await createDatabase(server.ownerUrl, `bench_${databaseCount}`);
      await migrateDatabase({ ownerUrl, passwords });
      const office = generateOffice(size, today);
      const loader = new pg.Client({ connectionString: ownerUrl });
      loader.on('error', () => {}); // its queries report that the server is gone
      await loader.connect();
      await loadOffice(loader, office, onProgress);
      await loader.end();
      const open = (url: string): Connection => {
        const connection = connect(url, { max: 1 });
        opened.defer(() => connection.pool.end());
        return connection;
      };
      const as = (username: string, password: string) =>
        Object.assign(new URL(ownerUrl), { username, password }).href;
      const appUrl = as(APP_ROLE, passwords.app);
      return {
        office,
        owner: open(ownerUrl),
        app: open(appUrl),
        worker: open(as(WORKER_ROLE, passwords.worker)),
        ownerUrl,
        appUrl,
      };
    },
  });
  return await Promise.race([working, interruption]);
}

async function createDatabase(ownerUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href;
}
