import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../lib/db/embedded.ts';
import { migrateDatabase } from '../../lib/db/migrate.ts';
import { APP_ROLE, WORKER_ROLE } from '../../lib/db/roles.ts';

export type ScratchDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly close: () => Promise<void>;
};

/** A PostgreSQL of its own in a temporary folder, migrated, and gone when it is closed. */
export async function openScratchDatabase(): Promise<ScratchDatabase> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-drill-'));
  // The server may run under an account of its own, which has to get in.
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    password: randomBytes(16).toString('hex'),
    durable: false,
  });
  const close = async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { ownerUrl } = server;
    const passwords = { app: randomBytes(16).toString('hex'), worker: randomBytes(16).toString('hex') };
    await migrateDatabase({ ownerUrl, passwords });
    const as = (username: string, password: string) =>
      Object.assign(new URL(ownerUrl), { username, password }).href;
    return {
      ownerUrl,
      appUrl: as(APP_ROLE, passwords.app),
      workerUrl: as(WORKER_ROLE, passwords.worker),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
