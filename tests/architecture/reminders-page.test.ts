import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ladderTables } from '../../lib/reminder-policy/ladder-table.ts';
import { DEFAULT_POLICY } from '../../lib/reminders/policy.ts';
import { ROOT } from './source-files.ts';

const page = fs.readFileSync(path.join(ROOT, 'docs/reminders.md'), 'utf8');
const complaints = page.split('\n').filter((line) => /^\| \d+\. /.test(line));

/** The tests that a row cites: `a file` “a name”, “another in the same file”. */
const citedIn = (row: string) =>
  [...row.matchAll(/`((?:tests|e2e)\/[^`]+)` (“[^”]+”(?:, “[^”]+”)*)/g)].flatMap(
    ([, file = '', names = '']) => [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name })),
  );

test('every complaint on the page of reminders is answered by tests that exist', () => {
  expect(complaints.map((row) => Number(/^\| (\d+)/.exec(row)?.[1]))).toEqual(
    Array.from({ length: 29 }, (_, index) => index + 1),
  );
  expect(complaints.filter((row) => citedIn(row).length === 0)).toEqual([]);
  const missing = complaints
    .flatMap(citedIn)
    .filter(({ file, name }) => {
      const source = path.join(ROOT, file);
      return !fs.existsSync(source) || !fs.readFileSync(source, 'utf8').includes(`'${name}'`);
    })
    .map(({ file, name }) => `${file} has no test “${name}”`);
  expect(missing).toEqual([]);
});

test('no test is cited in a way that is not looked up', () => {
  const files = complaints.flatMap((row) => row.match(/`(?:tests|e2e)\//g) ?? []);
  const names = complaints.flatMap((row) => row.match(/“/g) ?? []);
  const cited = complaints.flatMap((row) => {
    const all = citedIn(row);
    return [{ files: new Set(all.map(({ file }) => file)).size, names: all.length }];
  });
  expect(cited.reduce((sum, row) => sum + row.files, 0)).toBe(files.length);
  expect(cited.reduce((sum, row) => sum + row.names, 0)).toBe(names.length);
});

test('the page has the steps that every office begins with', () => {
  const told = { alone: 'message', digest: 'digest' };
  const policy = { ...DEFAULT_POLICY, timeZone: 'America/Los_Angeles', since: null };
  const tables = ladderTables(policy).map(({ title, lines }) =>
    [
      `| ${title} | Owner | Supervisors | Client |`,
      '| --- | --- | --- | --- |',
      ...lines.map(
        ({ when, owner, supervisors, client }) =>
          `| ${when} | ${owner ? told[owner] : '–'} | ${supervisors ? 'message' : '–'} | ${client ? 'message' : '–'} |`,
      ),
    ].join('\n'),
  );
  expect(page).toContain(`<!-- default-policy -->\n\n${tables.join('\n\n')}\n\n<!-- /default-policy -->`);
});
