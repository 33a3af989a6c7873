import { expect, test } from 'vitest';
import { readSourceFiles } from './source-files.ts';

const app = readSourceFiles('app');
const DOORS = ['/open-form.ts', '/load-case-page.ts'];
/** A door of its own for a few pages, which is held to go through one of the doors. */
const INNER_DOORS = ['/open-document.ts'];

test('every page of a case reads it through a door that puts the look on the record', () => {
  const pages = app.filter(({ path }) => /\/\[caseId\]\/(.+\/)?page\.tsx$/.test(path));
  expect(pages.length).toBeGreaterThan(20);
  const found = pages.filter(
    ({ imports }) =>
      !imports.some((imported) => [...DOORS, ...INNER_DOORS].some((door) => imported.endsWith(door))) ||
      imports.some((imported) => /^lib\/db\/(unit-of-work|app-database)\.ts$/.test(imported)),
  );
  expect(found.map(({ path }) => path)).toEqual([]);

  const inner = app.filter(({ path }) => INNER_DOORS.some((door) => path.endsWith(door)));
  expect(inner).toHaveLength(INNER_DOORS.length);
  for (const { imports } of inner)
    expect(imports.some((imported) => DOORS.some((door) => imported.endsWith(door)))).toBe(true);
});

test('no page is fetched before somebody opens it', () => {
  // Next.js fetches ahead for its own link, and as far as a `loading` file for a page that is made on request.
  const ahead = [...app, ...readSourceFiles('components')].filter(
    ({ path, imports, text }) =>
      imports.includes('next/link') ||
      /\.prefetch\(|rel="prefetch"|speculationrules/.test(text) ||
      path.endsWith('/loading.tsx'),
  );
  expect(ahead.map(({ path }) => path)).toEqual([]);
});
