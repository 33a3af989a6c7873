import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { randomOf } from '../../bench/generate/random.ts';
import { instantIn, wallTime } from '../../lib/calendar/zoned-time.ts';
import { connect } from '../../lib/db/client.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../lib/db/embedded.ts';
import { migrateDatabase } from '../../lib/db/migrate.ts';
import { WORKER_ROLE } from '../../lib/db/roles.ts';
import { startFakeResend } from '../support/fake-resend.ts';
import { dueOffice, store, TODAY, ZONE } from './due-office.ts';
import { tell } from './figures.ts';
import { countStates, finish } from './killing.ts';
import { inFigures, reckon } from './reckoning.ts';
import { killWorkers, WorkerProcess } from './worker-process.ts';

const SEED = 20_260_311;
const password = randomBytes(16).toString('hex');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-faults-'));
const passwords = { app: randomBytes(16).toString('hex'), worker: randomBytes(16).toString('hex') };
let server: EmbeddedPostgres;

/** What a database forgets in a crash it never promised: this one keeps its promises, as an office's does. */
const start = (port?: number) =>
  startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), password, ...(port && { port }) });

beforeAll(async () => {
  fs.chmodSync(folder, 0o755);
  server = await start();
  await migrateDatabase({ ownerUrl: server.ownerUrl, passwords });
});
afterEach(killWorkers);
afterAll(async () => {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a database that crashes and comes back in the middle costs no message', async () => {
  const crashes = 4;
  const office = dueOffice(100);
  await store(office, server.ownerUrl);
  const workerUrl = Object.assign(new URL(server.ownerUrl), {
    username: WORKER_ROLE,
    password: passwords.worker,
  }).href;
  const resend = await startFakeResend({ seed: SEED });
  const random = randomOf(SEED);
  const settings = { workerUrl, officeId: office.id, mail: { resend: resend.url } };
  const owner = connect(server.ownerUrl, { max: 1 });
  let worker = new WorkerProcess(settings);
  let workersEnded = 0;
  let at = instantIn(ZONE, TODAY, wallTime('08:05'));
  try {
    for (let crash = 0; crash < crashes; crash += 1) {
      await worker.isReady;
      const crashesAt = worker.steps + random.whole(50, 1_500);
      const over = worker.sweep(at).catch(() => 'ended' as const);
      await Promise.race([worker.until(() => worker.steps >= crashesAt), over]);
      // An immediate shutdown: no goodbyes, and what was not committed is gone.
      process.kill(server.pid, 'SIGQUIT');
      await server.exited;
      server = await start(server.port);
      // Whatever keeps workers running starts another when one ends.
      if ((await over) === 'ended') {
        workersEnded += 1;
        worker = new WorkerProcess(settings);
      }
      at = new Date(at.getTime() + 11 * 60_000);
    }
    await finish(worker, { office, pool: owner.pool, at });
    const reckoning = reckon(office, resend.sent());
    tell(`Database crashed ×${crashes}: ${inFigures(reckoning)}; ${workersEnded} workers ended over it`);
    expect(reckoning).toEqual({ due: 400, sent: 400, lost: 0, twice: 0, unowed: 0 });
    expect(await countStates(owner.pool, office.id)).toEqual({ rows: 400, sent: 400, claimed: 0 });
  } finally {
    await owner.pool.end();
    await resend.stop();
  }
});
