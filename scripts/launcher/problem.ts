import { EmbeddedPostgresError } from '../../lib/db/embedded.ts';
import { DatabaseNewerError, DatabaseTooOldError } from '../../lib/db/migrate.ts';
import { MissingMasterKey, UnknownMasterKey } from '../../lib/document-store/file-keys.ts';
import { EnvironmentError } from '../../lib/env.ts';
import { Interrupted } from './interruption.ts';

/** Something the person at the terminal can act on; the message is what they read. */
export class Problem extends Error {
  override name = 'Problem';
}

const explained = [
  Problem,
  EnvironmentError,
  EmbeddedPostgresError,
  DatabaseNewerError,
  DatabaseTooOldError,
  MissingMasterKey,
  UnknownMasterKey,
];
const fullDisk = 'The disk is full. Free some space and start again: nothing recorded is lost.';
const sentences: Readonly<Record<string, string>> = {
  ENOSPC: fullDisk,
  EDQUOT: fullDisk,
  '53100': fullDisk,
  ECONNREFUSED: 'The database does not answer at the address in DATABASE_URL.',
  ENOTFOUND: 'The host name in DATABASE_URL is unknown.',
  ETIMEDOUT: 'The database at the address in DATABASE_URL does not answer in time.',
  '28P01': 'The database refuses the password: check DATABASE_URL.',
  '28000': 'The database refuses this role: check DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist.',
  '42501': 'The role in DATABASE_URL may not create tables and roles: use the owner of the database.',
};
const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR']);

/** One sentence for whatever stopped a command, or undefined when it is a bug that only a stack can describe. */
export function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof SuppressedError) return sentenceFor(error.suppressed) ?? sentenceFor(error.error);
  if (explained.some((kind) => error instanceof kind)) return error.message;
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (unwritable.has(code)) {
    return `${path ?? 'A file'} cannot be read or written by this account (${code}): start as the owner of the folder.`;
  }
  return sentences[code] ?? sentenceFor(error.cause);
}

/** Says why a command ended, and returns its exit code. */
export function reportFailure(error: unknown): number {
  if (error instanceof Interrupted) return 0;
  const bug = error instanceof Error ? error.stack : String(error);
  console.error(`\n${sentenceFor(error) ?? bug}`);
  return 1;
}

/** The Problem of a program that failed, judged by what it printed, which is shown unless one sentence says it all. */
export function programFailed(title: string, output: string): Problem {
  if (/ENOSPC|EDQUOT|No space left on device|The disk is full/.test(output)) return new Problem(fullDisk);
  process.stderr.write(output);
  return new Problem(`"${title}" failed: see what it printed above.`);
}
