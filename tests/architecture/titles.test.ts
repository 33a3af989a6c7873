import { expect, test } from 'vitest';
import { readSourceFiles } from './source-files.ts';

test('no page’s title tells the browser’s history whose case it is or what it is about', () => {
  const told = /\b(client|denial|service|person|plan|body)\b[!?]?\.\w/;
  const found = readSourceFiles('app').flatMap(({ path, text }) => {
    const start = text.indexOf('function generateMetadata');
    if (start < 0) return [];
    const titles = text.slice(start, text.indexOf('\n}', start)).match(/\btitle: .*/g) ?? [];
    return titles.filter((title) => told.test(title)).map((title) => `${path}: ${title}`);
  });
  expect(found).toEqual([]);
});
