import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Problem } from './problem.ts';
import { replaceFile } from './replace-file.ts';

const megabyte = 1024 * 1024;
const neededForNew = 300 * megabyte;
const neededForExisting = 50 * megabyte;

const versionShape = z.object({ schema: z.int().min(0), seeded: z.boolean().default(false) });
export type DataVersion = z.infer<typeof versionShape>;

/** Refuses a data folder that cannot be made, written or filled, before anything is written to it. */
export function checkDataFolder(dataDir: string): void {
  let existing = dataDir;
  while (!fs.existsSync(existing)) existing = path.dirname(existing);
  if (!fs.statSync(existing).isDirectory())
    throw new Problem(`${existing} is a file: a folder is needed there.`);
  try {
    fs.accessSync(existing, fs.constants.W_OK | fs.constants.X_OK);
  } catch {
    throw new Problem(
      `The folder ${existing} cannot be written by this account: make it writable, or set DATA_DIR to another.`,
    );
  }
  const { bavail, bsize } = fs.statfsSync(existing);
  const needed = fs.existsSync(path.join(dataDir, 'postgres')) ? neededForExisting : neededForNew;
  if (bavail * bsize < needed) {
    throw new Problem(
      `The disk that holds ${existing} has ${Math.floor((bavail * bsize) / megabyte)} MB free and ${needed / megabyte} MB are needed: free some space and start again.`,
    );
  }
}

/** What made the data in a folder; refuses data of a release that is newer than this one. */
export function readDataVersion(dataDir: string, current: number): DataVersion {
  const file = path.join(dataDir, 'version.json');
  if (!fs.existsSync(file)) return { schema: 0, seeded: false };
  let version: DataVersion;
  try {
    version = versionShape.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      throw new Problem(`${file} is damaged: restore it from a backup. It was left as it is.`);
    }
    throw error;
  }
  if (version.schema > current) {
    throw new Problem(
      `${dataDir} was made by a newer version of Recourse: update this copy, or set DATA_DIR to another folder. Nothing was changed.`,
    );
  }
  return version;
}

export function writeDataVersion(dataDir: string, version: DataVersion): void {
  replaceFile(path.join(dataDir, 'version.json'), `${JSON.stringify(version)}\n`);
}

/** The schema this release knows: the number of its migrations. */
export function currentSchema(): number {
  const journal = new URL('../../drizzle/meta/_journal.json', import.meta.url);
  return (JSON.parse(fs.readFileSync(journal, 'utf8')) as { entries: unknown[] }).entries.length;
}
