import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { replaceFile } from './replace-file.ts';

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'drizzle',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];
const buildFolder = '.next';

/** True when the build in `root` was made from the sources that are there now. */
export function isBuildFresh(root: string): boolean {
  const stamp = stampFile(root);
  return (
    fs.existsSync(path.join(root, buildFolder, 'BUILD_ID')) &&
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === sourceHash(root)
  );
}

/** Runs a build, and vouches for it only when it says it succeeded and no source changed meanwhile. */
export async function buildAnew(root: string, build: () => Promise<boolean>): Promise<void> {
  for (const folder of [root, path.join(root, buildFolder)]) {
    if (fs.existsSync(folder)) fs.accessSync(folder, fs.constants.W_OK);
  }
  fs.rmSync(stampFile(root), { force: true });
  const before = sourceHash(root);
  if ((await build()) && sourceHash(root) === before) replaceFile(stampFile(root), before);
}

function stampFile(root: string): string {
  return path.join(root, buildFolder, 'built-from');
}

function sourceHash(root: string): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(path.join(root, source))).toSorted()) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(entry: string): string[] {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [entry];
  return fs
    .readdirSync(entry, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => path.join(found.parentPath, found.name));
}
