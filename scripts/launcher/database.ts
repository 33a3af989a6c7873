import path from 'node:path';
import {
  type EmbeddedPostgres,
  ownerUrlAt,
  runningPort,
  startEmbeddedPostgres,
} from '../../lib/db/embedded.ts';
import { migrateDatabase } from '../../lib/db/migrate.ts';
import { APP_ROLE } from '../../lib/db/roles.ts';
import { type CommandEnv, getCommandEnv, setEnv } from '../../lib/env.ts';
import { claimDataFolder } from './claim.ts';
import {
  checkDataFolder,
  currentSchema,
  type DataVersion,
  readDataVersion,
  writeDataVersion,
} from './data-folder.ts';
import { readOrMakeSecrets, type Secrets } from './secrets.ts';

export type OpenDatabase = {
  ownerUrl: string;
  appUrl: string;
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
  const appUrl = appUrlFor(ownerUrl, env, secrets);
  setEnv({ ...env, DATABASE_APP_URL: appUrl, AUTH_SECRET: env.AUTH_SECRET ?? secrets.authSecret });
  return { ownerUrl, appUrl, embedded: !env.DATABASE_URL, close };
}

/** Like openDatabase, but content with DATABASE_APP_URL and AUTH_SECRET when a launcher has set both. */
export async function openAppDatabase(command: string): Promise<Pick<OpenDatabase, 'appUrl' | 'close'>> {
  const env = getCommandEnv();
  const { DATABASE_APP_URL, AUTH_SECRET } = env;
  if (!DATABASE_APP_URL || !AUTH_SECRET) return openDatabase(command);
  setEnv({ ...env, DATABASE_APP_URL, AUTH_SECRET });
  return { appUrl: DATABASE_APP_URL, close: async () => {} };
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
      appPassword: secrets.databaseAppPassword,
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

/** The URL of the restricted role: the one that was set, else the owner's with that role and its password. */
export function appUrlFor(ownerUrl: string, env: CommandEnv, secrets: Secrets): string {
  if (env.DATABASE_URL && env.DATABASE_APP_URL) return env.DATABASE_APP_URL;
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = secrets.databaseAppPassword;
  return url.href;
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
