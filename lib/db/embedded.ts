import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { bareEnv } from '../env.ts';
import {
  type Account,
  type Binaries,
  canEnter,
  EmbeddedPostgresError,
  findBinaries,
  reachableFolder,
  serverAccount,
} from './embedded-install.ts';

export { EmbeddedPostgresError } from './embedded-install.ts';

export type EmbeddedPostgres = {
  ownerUrl: string;
  port: number;
  pid: number;
  /** Settles when the server has ended, whether asked to or not. */
  exited: Promise<void>;
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Holds the cluster; beside it are `<dataDir>.port` and `<dataDir>.log`. */
  dataDir: string;
  password: string;
  port?: number;
  /** False gives up safety after a crash for speed: for tests only. */
  durable?: boolean;
  settings?: Readonly<Record<string, string>>;
  onProgress?: (step: string) => void;
};

const owner = 'recourse_owner';
const database = 'recourse';
const windows = process.platform === 'win32';

// PostgreSQL logs rejected rows as DETAIL and whole statements: either may hold what a client told us.
const privateLog = { log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_checkpoints: 'off' };
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the packaged PostgreSQL on loopback with password sign-in; makes the cluster when there is none and
 * replaces a server whose launcher was killed. Throws EmbeddedPostgresError with a sentence that says why not.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { password, durable = true, onProgress = () => {} } = options;
  const dataDir = path.resolve(options.dataDir);
  const account = serverAccount(dataDir);
  const place: Place = { dataDir, account, binaries: findBinaries(account) };
  const existing = existingFolder(place);
  if (existing) await stopLeftover(existing, place, onProgress);
  const folder = existing ?? (await initialize(place, { password, durable, onProgress }));

  const settings = { ...privateLog, ...(durable ? {} : careless), ...options.settings };
  const running = await launch(folder, place, settings, options.port);
  try {
    await createDatabase(ownerUrlAt(running.port, password, 'postgres'), dataDir);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { ...running, ownerUrl: ownerUrlAt(running.port, password) };
}

/** The owner's URL of an embedded server. */
export function ownerUrlAt(port: number, password: string, name = database): string {
  return `postgres://${owner}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}?sslmode=disable`;
}

/** The port of the server now running on `dataDir`, or undefined when none is. */
export function runningPort(dataDir: string): number | undefined {
  const file = path.join(path.resolve(dataDir), 'postmaster.pid');
  const [pid, , , port, , , , status] = readIfPresent(file)?.split('\n') ?? [];
  const alive = windows || commandOf(Number(pid))?.includes('postgres');
  return alive && status?.trim() === 'ready' ? Number(port) : undefined;
}

type Place = { dataDir: string; account: Account; binaries: Binaries };

function existingFolder({ dataDir, account, binaries }: Place): string | undefined {
  const entry = fs.lstatSync(dataDir, { throwIfNoEntry: false });
  if (!entry || (entry.isDirectory() && fs.readdirSync(dataDir).length === 0)) return undefined;
  if (!fs.existsSync(dataDir)) {
    throw new EmbeddedPostgresError(
      `The database folder ${fs.readlinkSync(dataDir)}, to which ${dataDir} points, is missing: put it back.`,
    );
  }
  const folder = fs.realpathSync(dataDir);
  const version = readIfPresent(path.join(folder, 'PG_VERSION'))?.trim();
  if (!version) throw new EmbeddedPostgresError(`${dataDir} is not a PostgreSQL data folder: move it away.`);
  if (Number(version) !== binaries.major) {
    throw new EmbeddedPostgresError(
      `The database in ${dataDir} was made by PostgreSQL ${version}; this version of Recourse comes with PostgreSQL ${binaries.major}. Nothing was changed.`,
    );
  }
  if (!canEnter(folder, account)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL does not run as root, and the account it uses cannot enter ${folder}: start as the folder's owner.`,
    );
  }
  return folder;
}

// The cluster appears under its name only when it is complete: a start that was killed half-way leaves none.
async function initialize(
  { dataDir, account, binaries }: Place,
  { password, durable, onProgress }: Required<Pick<EmbeddedOptions, 'password' | 'durable' | 'onProgress'>>,
): Promise<string> {
  fs.mkdirSync(path.dirname(dataDir), { recursive: true });
  const folder = reachableFolder(dataDir, account);
  const why = 'PostgreSQL does not run as root, and its account cannot enter the folder of the data';
  onProgress(folder === dataDir ? 'making a new database' : `making a new database in ${folder}: ${why}`);
  removeUnfinished(folder);
  const unfinished = `${folder}.unfinished-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${unfinished}.password`;
  fs.mkdirSync(unfinished, { mode: 0o700 });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const made of [unfinished, passwordFile]) giveTo(account, made);
  try {
    await run(binaries.initdb, account, [
      `--pgdata=${unfinished}`,
      `--username=${owner}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (folder === dataDir && fs.existsSync(dataDir)) fs.rmdirSync(dataDir);
    fs.renameSync(unfinished, folder);
    if (folder !== dataDir) fs.symlinkSync(folder, dataDir);
  } finally {
    removeUnfinished(folder);
  }
  return fs.realpathSync(folder);
}

function removeUnfinished(folder: string): void {
  const prefix = `${path.basename(folder)}.unfinished-`;
  for (const name of fs.readdirSync(path.dirname(folder))) {
    if (name.startsWith(prefix)) {
      fs.rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

// A server outlives a launcher that was killed. It is stopped only when its command line names this very folder.
async function stopLeftover(
  folder: string,
  { account, binaries }: Place,
  onProgress: (step: string) => void,
): Promise<void> {
  const pidFile = path.join(folder, 'postmaster.pid');
  const pid = Number(readIfPresent(pidFile)?.split('\n')[0]);
  if (!pid) return;
  if (windows) {
    await run(binaries.pgCtl, account, ['stop', '-D', folder, '-m', 'fast', '-w']).catch(() => {});
    return;
  }
  const servesFolder = () => commandOf(pid)?.includes(` -D ${folder} `) ?? false;
  if (servesFolder()) {
    onProgress(`stopping the database server left by an earlier start (process ${pid})`);
    await end(pid, () => !servesFolder());
  } else if (!commandOf(pid)?.includes('postgres')) {
    fs.rmSync(pidFile, { force: true }); // the number is free, or now belongs to an unrelated process
  }
}

async function launch(
  folder: string,
  { dataDir, account, binaries }: Place,
  wanted: Readonly<Record<string, string>>,
  fixedPort: number | undefined,
): Promise<Omit<EmbeddedPostgres, 'ownerUrl'>> {
  const giveUpAt = performance.now() + 30_000;
  const logFile = `${dataDir}.log`;
  if (fs.existsSync(logFile)) fs.renameSync(logFile, `${logFile}.before`); // it may say why a server ended
  for (;;) {
    const port = fixedPort ?? (await choosePort(`${dataDir}.port`));
    const settings = {
      ...wanted,
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
    };
    const log = fs.openSync(logFile, 'w', 0o600);
    // Its own process group: Ctrl-C reaches the launcher first, which drains the others before the database goes.
    const server = spawn(
      binaries.postgres,
      ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...spawnOptions(account), stdio: ['ignore', log, log], detached: !windows },
    );
    fs.closeSync(log);
    let over = false;
    const exited = new Promise<void>((resolve) => {
      const ended = () => {
        over = true;
        resolve();
      };
      server.once('exit', ended).once('error', ended);
    });
    while (!over && !isReady(folder, server.pid)) await Promise.race([exited, sleep(25)]);
    if (!over && server.pid) {
      const pid = server.pid;
      const stop = async () => {
        if (over) return;
        if (windows) await run(binaries.pgCtl, account, ['stop', '-D', folder, '-m', 'fast', '-w']);
        else await end(pid, () => over);
        await exited;
      };
      return { port, pid, exited, stop };
    }
    const said = fs.readFileSync(logFile, 'utf8');
    const othersStillLeaving = /shared memory block/.test(said); // the processes of a killed server take a moment
    const portTakenMeanwhile = fixedPort === undefined && /could not bind/.test(said);
    if (!(othersStillLeaving || portTakenMeanwhile) || performance.now() > giveUpAt)
      throw refusal(said, dataDir);
    await sleep(300);
  }
}

function isReady(folder: string, pid: number | undefined): boolean {
  const lines = readIfPresent(path.join(folder, 'postmaster.pid'))?.split('\n') ?? [];
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function refusal(said: string, dataDir: string): EmbeddedPostgresError {
  if (/No space left on device/.test(said)) {
    return new EmbeddedPostgresError(
      `The disk that holds ${dataDir} is full: free some space and start again.`,
    );
  }
  const other = /lock file "postmaster.pid" already exists[\s\S]*?PID (\d+)/.exec(said);
  if (other) {
    return new EmbeddedPostgresError(
      `Another PostgreSQL (process ${other[1]}) is using ${dataDir}: stop it and start again.`,
    );
  }
  const reason = /(?:FATAL|PANIC): +(.+)/.exec(said)?.[1] ?? 'it ended at once';
  return new EmbeddedPostgresError(`PostgreSQL did not start (${reason}); its log is ${dataDir}.log.`);
}

// Remembered so that a tool connected by hand finds the same port tomorrow.
async function choosePort(file: string): Promise<number> {
  const remembered = Number(readIfPresent(file));
  if (remembered && (await listenOnce(remembered))) return remembered;
  const port = await listenOnce(0);
  if (!port) throw new EmbeddedPostgresError('No free port was found for PostgreSQL on 127.0.0.1.');
  fs.writeFileSync(file, `${port}\n`);
  return port;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : undefined));
    });
  });
}

async function createDatabase(url: string, dataDir: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new EmbeddedPostgresError(
      `The database in ${dataDir} does not accept the password kept for it: restore the secrets that belong to it.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** Asks a server to end, more firmly as time passes; resolves when `gone` says so. */
async function end(pid: number, gone: () => boolean): Promise<void> {
  const stages: [NodeJS.Signals, seconds: number][] = [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ];
  for (const [signal, seconds] of stages) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    const until = performance.now() + seconds * 1000;
    while (performance.now() < until) {
      if (gone()) return;
      await sleep(25);
    }
  }
  throw new EmbeddedPostgresError(`The database server (process ${pid}) does not end.`);
}

/** The command line of a process; empty for one that has ended but was not collected by its parent. */
function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') return readIfPresent(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ');
  const asked = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout : undefined;
}

function run(binary: string, account: Account, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { ...spawnOptions(account), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(refusal(said, path.basename(binary)))));
  });
}

// Nothing of the caller's environment may steer the server (PGDATA, PGPORT, a locale that is not installed).
function spawnOptions(account: Account): SpawnOptions {
  const env = bareEnv({ LC_ALL: 'C', TZ: 'UTC' });
  return { ...account, env, cwd: windows ? undefined : '/' };
}

function giveTo(account: Account, file: string): void {
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(file, account.uid, account.gid);
}

function readIfPresent(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
