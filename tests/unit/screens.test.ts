import { expect, test } from 'vitest';
import { ROUTES } from '../../e2e/sweep/routes-table.ts';
import { galleryOf } from '../../scripts/screens/gallery.ts';
import { screensOf } from '../../scripts/screens/screens-list.ts';

const PLACES = {
  caseId: 'C',
  letterId: 'L',
  closedCaseId: 'X',
  reference: 'R',
  personId: 'P',
  planId: 'H',
  lineId: 'N',
  versionId: 'V',
  documentId: 'D',
};

test('pictures every page of the staff that the sweep knows, under a name of its own', () => {
  const screens = screensOf(PLACES);
  const pages = Object.keys(ROUTES).filter((route) => /^\/\(staff\)\/(?!@).*page$/.test(route));
  const light = screens.filter(({ theme }) => theme === 'light').map(({ path }) => path);
  for (const route of pages) expect(light).toContain(ROUTES[route]?.path(PLACES));
  expect(new Set(screens.map(({ name }) => name)).size).toBe(screens.length);
});

test('leaves out what needs an id that was not found', () => {
  const paths = screensOf({ caseId: 'C' }).map(({ path }) => path);
  expect(paths).toContain('/cases/C/brief');
  expect(paths.some((path) => path.startsWith('/people/') && path !== '/people/new')).toBe(false);
});

test('shows the main screens in the dark as well', () => {
  const dark = screensOf(PLACES).filter(({ theme }) => theme === 'dark');
  expect(dark.map(({ path }) => path)).toEqual(['/', '/cases', '/team', '/cases/C']);
});

test('lays the pictures out on one page that needs nothing else', () => {
  const html = galleryOf(
    [{ name: 'case, brief', path: '/cases/C/brief', theme: 'light', files: ['a-1400.png', 'a-390.png'] }],
    [1400, 390],
  );
  expect(html).toContain('alt="case, brief at 390 px"');
  expect(html).not.toMatch(/https?:|<script/);
});
