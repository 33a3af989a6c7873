import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { newMasterKey } from '../../lib/document-store/file-keys.ts';
import type { CommandEnv } from '../../lib/env.ts';
import { Problem } from './problem.ts';
import { replaceFile } from './replace-file.ts';

const secret = z.string().min(32);
const shape = z.object({
  databaseOwnerPassword: secret,
  databaseAppPassword: secret,
  databaseWorkerPassword: secret,
  authSecret: secret,
  documentKey: secret,
  /** What still opens documents that were sealed before a change of the key; a rotation empties it. */
  documentFormerKeys: z.array(secret).optional(),
});
/** Earlier releases made files without what they had no need of. */
const storedShape = shape.partial({ databaseWorkerPassword: true, documentKey: true });
export type Secrets = z.infer<typeof shape>;

/** The secrets of a data folder, made on the first start. A file that cannot be used is never replaced. */
export function readOrMakeSecrets(dataDir: string): Secrets {
  const file = secretsFile(dataDir);
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
    documentKey: newMasterKey(),
  };
  keep(file, made);
  return made;
}

export type DocumentKeys = { readonly DOCUMENT_KEY: string; readonly DOCUMENT_FORMER_KEYS: string[] };

/** The keys of the documents: those of the environment before those of the data folder, which still open what they sealed. */
export function documentKeys(env: CommandEnv, secrets: Secrets): DocumentKeys {
  const DOCUMENT_KEY = env.DOCUMENT_KEY ?? secrets.documentKey;
  const known = [
    ...(env.DOCUMENT_FORMER_KEYS ?? []),
    secrets.documentKey,
    ...(secrets.documentFormerKeys ?? []),
  ];
  return { DOCUMENT_KEY, DOCUMENT_FORMER_KEYS: [...new Set(known)].filter((key) => key !== DOCUMENT_KEY) };
}

/**
 * Begins a change of the key that the data folder keeps: a new one seals from now on, and the one before stays until
 * `forgetFormerKeys`. A change that was begun goes on.
 */
export function changeDocumentKey(dataDir: string): void {
  const secrets = readOrMakeSecrets(dataDir);
  if (secrets.documentFormerKeys?.length) return;
  keep(secretsFile(dataDir), {
    ...secrets,
    documentKey: newMasterKey(),
    documentFormerKeys: [secrets.documentKey],
  });
}

/** Ends a change of the key: nothing is sealed under the former one any more. */
export function forgetFormerKeys(dataDir: string): void {
  const { documentFormerKeys: _, ...secrets } = readOrMakeSecrets(dataDir);
  keep(secretsFile(dataDir), secrets);
}

const secretsFile = (dataDir: string) => path.join(dataDir, 'secrets.json');

function keep(file: string, secrets: Secrets): void {
  replaceFile(file, `${JSON.stringify(secrets, null, 2)}\n`, 0o600);
}

function readSecrets(file: string): Secrets {
  const result = storedShape.safeParse(parseJson(fs.readFileSync(file, 'utf8')));
  if (result.success) return completed(file, result.data);
  throw new Problem(`${file} is damaged: restore it from a backup. It was left as it is.`);
}

function completed(file: string, stored: z.infer<typeof storedShape>): Secrets {
  const { databaseWorkerPassword, documentKey } = stored;
  if (databaseWorkerPassword !== undefined && documentKey !== undefined)
    return { ...stored, databaseWorkerPassword, documentKey };
  const secrets: Secrets = {
    ...stored,
    databaseWorkerPassword: databaseWorkerPassword ?? newSecret(),
    documentKey: documentKey ?? newMasterKey(),
  };
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
