import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../lib/db/embedded.ts';
import { migrateDatabase } from '../../lib/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that tests clone, as its owner and as the restricted role. */
    template: { ownerUrl: string; appUrl: string };
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
    const appPassword = randomBytes(16).toString('hex');
    await migrateDatabase({ ownerUrl: server.ownerUrl, appPassword });
    const appUrl = new URL(server.ownerUrl);
    appUrl.username = 'recourse_app';
    appUrl.password = appPassword;
    project.provide('template', { ownerUrl: server.ownerUrl, appUrl: appUrl.href });
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
