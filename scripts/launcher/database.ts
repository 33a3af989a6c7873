import path from 'node:path';
import {
  type EmbeddedPostgres,
  ownerUrlAt,
  runningPort,
  startEmbeddedPostgres,
} from '../../lib/db/embedded.ts';
import { migrateDatabase } from '../../lib/db/migrate.ts';
import { APP_ROLE, type RolePasswords, WORKER_ROLE } from '../../lib/db/roles.ts';
import { type CommandEnv, getCommandEnv, getEnv, setEnv } from '../../lib/env.ts';
import { claimDataFolder } from './claim.ts';
import {
  checkDataFolder,
  currentSchema,
  type DataVersion,
  readDataVersion,
  writeDataVersion,
} from './data-folder.ts';
import { documentKeys, readOrMakeSecrets, type Secrets } from './secrets.ts';

/** The URLs of the restricted roles. */
export type RoleUrls = { appUrl: string; workerUrl: string };

export type OpenDatabase = RoleUrls & {
  ownerUrl: string;
  embedded: boolean;
  close: () => Promise<void>;
};

/**
 * The database of a command run by hand: the one in DATABASE_URL; else the one that "npm start" runs now; else the
 * embedded one, started and migrated for as long as the command runs. Completes getEnv(). Throws what sentenceFor explains.
 */
export async function openDatabase(command: string): Promise<OpenDatabase> {
  const env = getCommandEnv();
  const dataDir = path.resolve(env.DATA_DIR);
  const { ownerUrl, secrets, close } = env.DATABASE_URL
    ? await external(env.DATABASE_URL, dataDir)
    : (attach(dataDir) ?? (await startForCommand(dataDir, command)));
  const urls = roleUrls(ownerUrl, env, secrets);
  setEnv({
    ...env,
    DATABASE_APP_URL: urls.appUrl,
    AUTH_SECRET: env.AUTH_SECRET ?? secrets.authSecret,
    ...documentKeys(env, secrets),
  });
  return { ...urls, ownerUrl, embedded: !env.DATABASE_URL, close };
}

/** The database as the scheduled work sees it: through DATABASE_WORKER_URL where a launcher has set it, else as openDatabase. */
export async function openWorkerDatabase(
  command: string,
): Promise<{ env: CommandEnv; workerUrl: string; close: () => Promise<void> }> {
  const env = getCommandEnv();
  if (env.DATABASE_WORKER_URL) return { env, workerUrl: env.DATABASE_WORKER_URL, close: async () => {} };
  const { workerUrl, close } = await openDatabase(command);
  return { env: getEnv(), workerUrl, close };
}

export type OwnDatabase = { server: EmbeddedPostgres; secrets: Secrets; version: DataVersion };

/** Starts and migrates the embedded database of a data folder that this process has claimed. */
export async function startOwnDatabase(
  dataDir: string,
  onProgress: (step: string) => void = () => {},
): Promise<OwnDatabase> {
  const current = currentSchema();
  const before = readDataVersion(dataDir, current);
  const secrets = readOrMakeSecrets(dataDir);
  const password = secrets.databaseOwnerPassword;
  const server = await startEmbeddedPostgres({ dataDir: postgresFolder(dataDir), password, onProgress });
  try {
    await migrateDatabase({
      ownerUrl: server.ownerUrl,
      passwords: { app: secrets.databaseAppPassword, worker: secrets.databaseWorkerPassword },
      onProgress,
    });
    const version = { ...before, schema: current };
    writeDataVersion(dataDir, version);
    return { server, secrets, version };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The URLs of the restricted roles: those that were set, else the owner's with the role and its password. */
export function roleUrls(ownerUrl: string, env: CommandEnv, secrets: Secrets): RoleUrls {
  const as = (username: string, password: string) =>
    Object.assign(new URL(ownerUrl), { username, password }).href;
  const set: Partial<CommandEnv> = env.DATABASE_URL ? env : {};
  return {
    appUrl: set.DATABASE_APP_URL ?? as(APP_ROLE, secrets.databaseAppPassword),
    workerUrl: set.DATABASE_WORKER_URL ?? as(WORKER_ROLE, secrets.databaseWorkerPassword),
  };
}

export function rolePasswords({ appUrl, workerUrl }: RoleUrls): RolePasswords {
  const passwordIn = (url: string) => decodeURIComponent(new URL(url).password);
  return { app: passwordIn(appUrl), worker: passwordIn(workerUrl) };
}

export const postgresFolder = (dataDir: string) => path.join(dataDir, 'postgres');

type Opened = { ownerUrl: string; secrets: Secrets; close: () => Promise<void> };

async function external(ownerUrl: string, dataDir: string): Promise<Opened> {
  checkDataFolder(dataDir);
  return { ownerUrl, secrets: readOrMakeSecrets(dataDir), close: async () => {} };
}

function attach(dataDir: string): Opened | undefined {
  const port = runningPort(postgresFolder(dataDir));
  if (!port) return undefined;
  const secrets = readOrMakeSecrets(dataDir);
  return { ownerUrl: ownerUrlAt(port, secrets.databaseOwnerPassword), secrets, close: async () => {} };
}

async function startForCommand(dataDir: string, command: string): Promise<Opened> {
  checkDataFolder(dataDir);
  readDataVersion(dataDir, currentSchema());
  const claim = await claimDataFolder(dataDir, command);
  try {
    const { server, secrets } = await startOwnDatabase(dataDir);
    const close = async () => {
      await server.stop();
      claim.release();
    };
    return { ownerUrl: server.ownerUrl, secrets, close };
  } catch (error) {
    claim.release();
    throw error;
  }
}
