import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildAnew, isBuildFresh } from '../../scripts/launcher/build.ts';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-build-'));
  write('app/page.tsx', 'one');
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function write(file: string, content: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), content);
}

async function build(): Promise<boolean> {
  write('.next/BUILD_ID', 'x');
  return true;
}

describe('a build', () => {
  it('is fresh until a source changes, moves, appears or goes', async () => {
    expect(isBuildFresh(root)).toBe(false);
    await buildAnew(root, build);
    expect(isBuildFresh(root)).toBe(true);
    for (const change of [
      () => write('app/page.tsx', 'two'),
      () => write('lib/rules.ts', ''),
      () => fs.renameSync(path.join(root, 'lib/rules.ts'), path.join(root, 'lib/law.ts')),
      () => fs.rmSync(path.join(root, 'lib/law.ts')),
      () => write('package-lock.json', '{}'),
    ]) {
      change();
      expect(isBuildFresh(root)).toBe(false);
      await buildAnew(root, build);
      expect(isBuildFresh(root)).toBe(true);
    }
  });

  it('is not stale because of a file that is not built', async () => {
    await buildAnew(root, build);
    write('tests/unit/rules.test.ts', '');
    expect(isBuildFresh(root)).toBe(true);
  });

  it('that failed, or was cut short, is not taken for the former one', async () => {
    await buildAnew(root, build);
    await buildAnew(root, async () => false);
    expect(isBuildFresh(root)).toBe(false);
    await expect(buildAnew(root, () => Promise.reject(new Error('cut short')))).rejects.toThrow('cut short');
    expect(isBuildFresh(root)).toBe(false);
  });

  it('made while a source changed is made again', async () => {
    await buildAnew(root, async () => {
      write('app/page.tsx', 'two');
      return build();
    });
    expect(isBuildFresh(root)).toBe(false);
  });
});
