import type { Page } from '@playwright/test';
import { aCase, CaseStory } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';
import { keysAreHeard } from './support/keys.ts';

/** Moves with Tab alone until the focused element has this name, as a person without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const inReach = 80;
  for (let step = 0; step < inReach; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return '';
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? [...(element.labels ?? [])]
          : [];
      return [
        element.getAttribute('aria-label'),
        ...labels.map((label) => label.textContent),
        element.textContent,
      ].join(' ');
    });
    if (name.test(focused)) return;
  }
  throw new Error(`nothing named ${name} came into focus`);
}

test('a plan decision is recorded by keyboard alone', async ({ page, journey }) => {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/plan-decision`);
  await tabTo(page, /keeps the denial/i);
  await page.keyboard.press('Space');
  await tabTo(page, /Date on the letter(?!: how)/);
  await page.keyboard.type('2/18/26');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expect(
    page
      .getByText(/Aug 18/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test('the first Tab offers to skip to the content', async ({ page, journey }) => {
  await journey.signIn(page, 'caseworker');
  await page.goto('/cases');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
});

test('the proof of a date opens, keeps the focus, and gives it back by keyboard alone', async ({
  page,
  journey,
}) => {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(journey.office);
  await journey.itIs('2026-03-10');
  await journey.signIn(page, 'caseworker');
  const date = page.getByRole('link', { name: /why this date, Ask for the IMR/i }).first();
  const panel = page.getByRole('dialog');

  // Before its scripts have come a page leads to the proof as a page; then the date is asked about again.
  await expect(async () => {
    await page.goto(`/cases/${caseId}`);
    await tabTo(page, /why this date, Ask for the IMR/i);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(page).toHaveURL(/\/proof\/ca\.imr\.deadline\.silence$/);
  const reached = new Set<string>();
  for (let step = 0; step < 60; step += 1) {
    reached.add(await page.evaluate(placeOfFocus));
    await page.keyboard.press('Tab');
  }
  expect(reached).toContain('panel');
  expect(reached).not.toContain('page');

  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expect(date).toBeFocused();

  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(date).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(panel).toBeVisible();
  await page.reload();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(panel).toHaveCount(0);
});

test('a list is gone through, chosen from and handed on by keyboard alone', async ({ page, journey }) => {
  const { office } = journey;
  const names = ['Alma Reyes', 'Berta Solís', 'Carlos Núñez', 'Dora Lang'];
  for (const name of names) await aCaseOf(name).in(office);
  const colleague = office.person('administrator');
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'supervisor');
  await page.goto('/cases?who=everyone&sort=client');
  const link = (name: string) => page.getByRole('row').getByRole('link', { name, exact: true });
  await keysAreHeard(page);
  await page.keyboard.press('j');
  await expect(link('Alma Reyes')).toBeFocused();

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(link('Carlos Núñez')).toBeFocused();
  await page.keyboard.press('k');
  await expect(link('Berta Solís')).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  await expect(page.getByText('2 selected')).toBeVisible();

  await page.keyboard.press('a');
  const to = page.getByRole('combobox', { name: 'Move to' });
  await expect(to).toBeFocused();
  await page.keyboard.type(colleague.name);
  await expect(to.locator('option:checked')).toHaveText(colleague.name);
  await tabTo(page, /^\W*Move/);
  await page.keyboard.press('Enter');
  const result = page.getByRole('main').getByText(/Moved 2 cases/);
  await expect(result.first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Moved 2 cases' })).toBeAttached();

  // Whoever comes back from a case goes on from its row.
  await page.goto('/cases?who=everyone&sort=client');
  await keysAreHeard(page);
  await page.keyboard.press('j');
  await expect(link('Carlos Núñez')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Carlos Núñez' })).toBeVisible();
  await keysAreHeard(page);
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/\/assignment$/);
});

test('one key leads to a place, and two to the verb of a row', async ({ page, journey }) => {
  const caseId = await aCaseOf('Alma Reyes').withGrievance('2026-02-02').in(journey.office);
  await journey.itIs('2026-03-01');
  await journey.signIn(page, 'caseworker');
  await page.goto('/plans');
  await keysAreHeard(page);
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/cases\/new$/);
  await page.goto('/plans');
  await keysAreHeard(page);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/\/$/);
  const name = page.getByRole('main').getByRole('link', { name: 'Alma Reyes' }).first();
  await keysAreHeard(page);
  await page.keyboard.press('j');
  await expect(name).toBeFocused();
  await page.keyboard.press('.');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}/`));
});

test('the sheet lists the keys, gives the focus back, and turns them off', async ({ page, journey }) => {
  await aCaseOf('Alma Reyes').in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto('/cases?who=everyone');
  const link = page.getByRole('row').getByRole('link', { name: 'Alma Reyes' });
  await keysAreHeard(page);
  await page.keyboard.press('j');
  await expect(link).toBeFocused();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(sheet.getByText('Next row')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(link).toBeFocused();

  await page.keyboard.press('?');
  await tabTo(page, /Keys that act on their own/);
  await page.keyboard.press('Space');
  await expect(sheet.getByText('Keys are off.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  const palette = page.getByRole('dialog', { name: 'Find a case or an action' });
  await keysAreHeard(page);
  await page.keyboard.press('Control+k');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  for (const key of ['j', '?', 'c', '/']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/\/cases\?who=everyone$/);
  await expect(sheet).toHaveCount(0);
  await expect(link).not.toBeFocused();

  // The way back needs no key of its own.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await tabTo(page, /Keys that act on their own/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(link).toBeFocused();
});

test('keys are letters again in a field', async ({ page, journey }) => {
  const caseId = await aCaseOf('Alma Reyes').in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}`);
  await keysAreHeard(page);
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/\/note\?kind=call$/);
  const note = page.getByRole('textbox', { name: /What was said/ });
  await note.focus();
  await page.keyboard.type('jk? a.c/gt xn');
  await expect(note).toHaveValue('jk? a.c/gt xn');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

const aCaseOf = (name: string) =>
  new CaseStory({ on: '2026-01-20', line: 'dmhc', name }).denied('2026-01-20', 'medical-necessity');

/** Where the focus is while a panel is open; the browser's own bar has it between the panel's end and its start. */
function placeOfFocus(): 'panel' | 'page' | 'browser' {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return 'browser';
  return activeElement.closest('dialog') ? 'panel' : 'page';
}
