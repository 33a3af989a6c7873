import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, readSourceFiles, trackedFiles } from './source-files.ts';

test('no drawer for things without a name', () => {
  const drawer = /(^|\/)(utils?|helpers?|common|misc|managers?|services?)(\/|\.[a-z]+$)/;
  expect(trackedFiles().filter((file) => drawer.test(file))).toEqual([]);
});

test('documents cite paths that exist', () => {
  const found = trackedFiles()
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
      const cited = [
        ...text.matchAll(/`((?:app|lib|components|scripts|tests|e2e|bench|docs|drizzle)\/[^`\s*<>]*)`/g),
      ].map((match) => (match[1] ?? '').replace(/\/$/, ''));
      return cited
        .filter((cite) => !fs.existsSync(path.join(ROOT, cite)))
        .map((cite) => `${file} cites ${cite}`);
    });
  expect(found).toEqual([]);
});

test('nothing is left for later', () => {
  const left = /\b(TODO|FIXME|XXX)\b|[Cc]oming soon|@ts-ignore|\.only\(/;
  const files = readSourceFiles('app', 'lib', 'components', 'scripts', 'bench');
  expect(files.filter(({ text }) => left.test(text)).map((file) => file.path)).toEqual([]);
});
