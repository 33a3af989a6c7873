import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Problem } from './problem.ts';
import { replaceFile } from './replace-file.ts';

const secret = z.string().min(32);
const shape = z.object({
  databaseOwnerPassword: secret,
  databaseAppPassword: secret,
  databaseWorkerPassword: secret,
  authSecret: secret,
});
/** A release before the worker had a role of its own made a file without its password. */
const storedShape = shape.partial({ databaseWorkerPassword: true });
export type Secrets = z.infer<typeof shape>;

/** The secrets of a data folder, made on the first start. A file that cannot be used is never replaced. */
export function readOrMakeSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  if (fs.existsSync(file)) return readSecrets(file);
  if (fs.existsSync(path.join(dataDir, 'postgres'))) {
    throw new Problem(
      `${file} is missing, and the database in ${dataDir} opens only with the password in it: restore it from a backup.`,
    );
  }
  const made: Secrets = {
    databaseOwnerPassword: newSecret(),
    databaseAppPassword: newSecret(),
    databaseWorkerPassword: newSecret(),
    authSecret: newSecret(),
  };
  keep(file, made);
  return made;
}

function keep(file: string, secrets: Secrets): void {
  replaceFile(file, `${JSON.stringify(secrets, null, 2)}\n`, 0o600);
}

function readSecrets(file: string): Secrets {
  const result = storedShape.safeParse(parseJson(fs.readFileSync(file, 'utf8')));
  if (result.success) return completed(file, result.data);
  throw new Problem(`${file} is damaged: restore it from a backup. It was left as it is.`);
}

function completed(file: string, stored: z.infer<typeof storedShape>): Secrets {
  const { databaseWorkerPassword } = stored;
  if (databaseWorkerPassword !== undefined) return { ...stored, databaseWorkerPassword };
  const secrets: Secrets = { ...stored, databaseWorkerPassword: newSecret() };
  keep(file, secrets);
  return secrets;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const newSecret = () => randomBytes(32).toString('base64url');
