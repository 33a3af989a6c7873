import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../lib/db/embedded.ts';
import { migrateDatabase } from '../../lib/db/migrate.ts';
import { type CommandEnv, environmentVariables } from '../../lib/env.ts';
import { type Program, runToEnd, startChild, stopLeftovers } from './child.ts';
import { claimDataFolder } from './claim.ts';
import { checkDataFolder, currentSchema, readDataVersion, writeDataVersion } from './data-folder.ts';
import { postgresFolder, type RoleUrls, rolePasswords, roleUrls, startOwnDatabase } from './database.ts';
import { requireFreePort } from './port.ts';
import { Problem } from './problem.ts';
import type { Progress } from './progress.ts';
import { documentKeys, readOrMakeSecrets, type Secrets } from './secrets.ts';
import { supervise } from './supervise.ts';

export type RunProgram = (title: string, program: Program) => Promise<void>;

/** What the launcher runs: given from outside, so that a test can give it small programs. */
export type Programs = {
  /** Runs once for a new embedded database. */
  seed?: Program;
  web: Program;
  worker?: Program;
  /** Makes the web program ready to run, if it is not. */
  prepare?: (run: RunProgram) => Promise<void>;
};

export type ServeOptions = {
  /** What the person typed. */
  command: string;
  env: CommandEnv;
  programs: Programs;
  progress: Progress;
  interrupted: AbortSignal;
  /** Where the programs write; with ours unless said. */
  output?: number;
  /** Called when the web server answers. */
  onReady: (served: Served) => void;
};

export type Served = RoleUrls & { dataDir: string; ownerUrl: string };

const answersWithinMilliseconds = 90_000;

/**
 * Starts everything, keeps it running until `interrupted`, and stops it in order: web, worker, database. Rejects with
 * the reason of the interruption, or with the first failure that a restart did not cure.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { command, env, programs, progress, interrupted, onReady } = options;
  const dataDir = path.resolve(env.DATA_DIR);
  await using started = new AsyncDisposableStack();

  progress.step('Checking the folder and the port');
  checkDataFolder(dataDir);
  if (!env.DATABASE_URL) readDataVersion(dataDir, currentSchema());
  if (!fs.existsSync(dataDir)) await requireFreePort(env.LISTEN_HOST, env.PORT);
  const claim = await claimDataFolder(dataDir, command, env.APP_URL);
  started.defer(() => claim.release());
  const announceStop = () => {
    progress.step('Stopping');
    claim.stopping();
  };
  interrupted.addEventListener('abort', announceStop, { once: true });
  started.defer(() => interrupted.removeEventListener('abort', announceStop));
  if (claim.leftovers.length > 0) {
    progress.note('stopping what an earlier start left running');
    await stopLeftovers(claim.leftovers);
  }
  await requireFreePort(env.LISTEN_HOST, env.PORT);
  interrupted.throwIfAborted();

  progress.step(env.DATABASE_URL ? 'Preparing the database in DATABASE_URL' : 'Starting the database');
  const database = env.DATABASE_URL
    ? await prepareExternalDatabase(env, env.DATABASE_URL, dataDir, progress)
    : await keepOwnDatabase(env, dataDir, progress);
  started.defer(() => database.stop());
  interrupted.throwIfAborted();

  const childEnv = environmentOfChildren(env, dataDir);
  const given = ({ args, env: own }: Program, keys: Keys): Program => ({
    args,
    env: { ...childEnv, ...keys, ...own },
  });
  const keys = keysOf(env, database);
  const runWith =
    (theirs: Keys): RunProgram =>
    (title, program) =>
      progress.during(title, () =>
        runToEnd(title, given(program, theirs), { interrupted, onStart: claim.remember }),
      );
  const { seed } = programs;
  if (seed) {
    await database.seedOnce(() => runWith(keys.seed)('Filling the demo office', seed));
  }
  await programs.prepare?.(runWith(keys.none));

  progress.step('Starting the web server');
  const failures = [database.failed];
  for (const [name, program, theirs] of [
    ['The worker', programs.worker, keys.worker],
    ['The web server', programs.web, keys.web],
  ] as const) {
    if (!program) continue;
    const start = async () => {
      const child = startChild(given(program, theirs), options.output);
      claim.remember(child.pid);
      return child;
    };
    const kept = await supervise(name, start, {
      onRestart: () => progress.note(`${name} ended; starting it again`),
    });
    started.defer(() => kept.stop());
    failures.push(kept.failed);
  }
  const over = Promise.race([...failures, abortOf(interrupted)]);
  const waiting = new AbortController();
  started.defer(() => waiting.abort());
  await Promise.race([over, untilHealthy(env, waiting.signal)]);
  const { ownerUrl, appUrl, workerUrl } = database;
  onReady({ dataDir, ownerUrl, appUrl, workerUrl });
  await over;
}

type ServedDatabase = RoleUrls & {
  ownerUrl: string;
  secrets: Secrets;
  failed: Promise<never>;
  seedOnce: (seed: () => Promise<void>) => Promise<void>;
  stop: () => Promise<void>;
};

async function prepareExternalDatabase(
  env: CommandEnv,
  ownerUrl: string,
  dataDir: string,
  progress: Progress,
): Promise<ServedDatabase> {
  const secrets = readOrMakeSecrets(dataDir);
  const urls = roleUrls(ownerUrl, env, secrets);
  await migrateDatabase({ ownerUrl, passwords: rolePasswords(urls), onProgress: progress.note });
  const nothing = async () => {};
  return {
    ...urls,
    ownerUrl,
    secrets,
    failed: new Promise<never>(() => {}),
    seedOnce: nothing,
    stop: nothing,
  };
}

async function keepOwnDatabase(
  env: CommandEnv,
  dataDir: string,
  progress: Progress,
): Promise<ServedDatabase> {
  const { server, secrets, version } = await startOwnDatabase(dataDir, progress.note);
  const again = () =>
    startEmbeddedPostgres({
      dataDir: postgresFolder(dataDir),
      password: secrets.databaseOwnerPassword,
      port: server.port,
      onProgress: progress.note,
    });
  const onRestart = () => progress.note('The database ended; starting it again');
  const kept = await supervise('The database', again, { first: server, onRestart });
  return {
    ownerUrl: server.ownerUrl,
    ...roleUrls(server.ownerUrl, env, secrets),
    secrets,
    failed: kept.failed,
    stop: kept.stop,
    async seedOnce(seed) {
      if (version.seeded) return;
      await seed();
      writeDataVersion(dataDir, { ...version, seeded: true });
    },
  };
}

/** What opens the database, the sessions and the documents; a program is given only its own. */
type Keys = Record<
  | 'DATABASE_URL'
  | 'DATABASE_APP_URL'
  | 'DATABASE_WORKER_URL'
  | 'AUTH_SECRET'
  | 'NEXTAUTH_SECRET'
  | 'DOCUMENT_KEY'
  | 'DOCUMENT_FORMER_KEYS',
  string
>;

function keysOf(
  env: CommandEnv,
  { ownerUrl, appUrl, workerUrl, secrets }: ServedDatabase,
): Record<'none' | 'web' | 'worker' | 'seed', Keys> {
  const authSecret = env.AUTH_SECRET ?? secrets.authSecret;
  const signing = { AUTH_SECRET: authSecret, NEXTAUTH_SECRET: authSecret };
  const { DOCUMENT_KEY, DOCUMENT_FORMER_KEYS } = documentKeys(env, secrets);
  const sealing = { DOCUMENT_KEY, DOCUMENT_FORMER_KEYS: DOCUMENT_FORMER_KEYS.join() };
  const none: Keys = {
    DATABASE_URL: '',
    DATABASE_APP_URL: '',
    DATABASE_WORKER_URL: '',
    AUTH_SECRET: '',
    NEXTAUTH_SECRET: '',
    DOCUMENT_KEY: '',
    DOCUMENT_FORMER_KEYS: '',
  };
  const roles = { DATABASE_APP_URL: appUrl, DATABASE_WORKER_URL: workerUrl };
  return {
    none,
    web: { ...none, ...signing, ...sealing, DATABASE_APP_URL: appUrl },
    worker: { ...none, ...sealing, DATABASE_WORKER_URL: workerUrl },
    seed: { ...none, ...signing, ...sealing, ...roles, DATABASE_URL: ownerUrl },
  };
}

// A value that is not set is passed on as empty: Next.js reads `.env` too, and must not find the owner's URL there.
function environmentOfChildren(env: CommandEnv, dataDir: string) {
  return {
    ...Object.fromEntries(environmentVariables.map((name) => [name, String(env[name] ?? '')])),
    NEXTAUTH_URL: env.APP_URL,
    DATA_DIR: dataDir,
    MAIL_DIR: path.resolve(env.MAIL_DIR),
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

async function untilHealthy({ LISTEN_HOST, PORT }: CommandEnv, signal: AbortSignal): Promise<void> {
  const everywhere = ['0.0.0.0', '::'].includes(LISTEN_HOST);
  const health = new URL(`http://localhost:${PORT}/api/health`);
  if (!everywhere) health.hostname = LISTEN_HOST.includes(':') ? `[${LISTEN_HOST}]` : LISTEN_HOST;
  const until = performance.now() + answersWithinMilliseconds;
  while (performance.now() < until && !signal.aborted) {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(20_000)]);
    const answer = await fetch(health, { signal: patience }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Problem(`The web server does not answer at ${health.href}: see what it printed above.`);
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
