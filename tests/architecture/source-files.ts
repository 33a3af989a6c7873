import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');

export type SourceFile = {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
};

/** Every source file of the project, with the modules it imports; relative ones as paths from the root. */
export function readSourceFiles(...folders: string[]): SourceFile[] {
  return trackedFiles()
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && folders.some((folder) => file.startsWith(`${folder}/`)))
    .map((file) => {
      const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
      return { path: file, text, imports: importsOf(file, text) };
    });
}

/** Tracked and new files alike, so that a rule is broken before it is committed. */
export function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => file !== '' && fs.existsSync(path.join(ROOT, file)));
}

function importsOf(file: string, text: string): string[] {
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => {
    if (specifier.startsWith('@/')) return specifier.slice(2);
    if (!specifier.startsWith('.')) return specifier;
    return path.posix.join(path.posix.dirname(file), specifier);
  });
}
