import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../lib/db/embedded.ts';
import { migrateDatabase } from '../../lib/db/migrate.ts';
import { APP_ROLE, WORKER_ROLE } from '../../lib/db/roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that tests clone, as its owner and as the restricted roles. */
    template: { ownerUrl: string; appUrl: string; workerUrl: string };
  }
}

/** One PostgreSQL for the whole run, with one migrated database in it that is never written to again. */
export default async function startTemplate(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-test-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    password: randomBytes(16).toString('hex'),
    durable: false,
    settings: { max_connections: '200' },
  });
  const tearDown = async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { ownerUrl } = server;
    const passwords = { app: randomBytes(16).toString('hex'), worker: randomBytes(16).toString('hex') };
    await migrateDatabase({ ownerUrl, passwords });
    const as = (username: string, password: string) =>
      Object.assign(new URL(ownerUrl), { username, password }).href;
    project.provide('template', {
      ownerUrl,
      appUrl: as(APP_ROLE, passwords.app),
      workerUrl: as(WORKER_ROLE, passwords.worker),
    });
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
