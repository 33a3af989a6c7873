import type { Page } from '@playwright/test';
import { aCase } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

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

/** Where the focus is while a panel is open; the browser's own bar has it between the panel's end and its start. */
function placeOfFocus(): 'panel' | 'page' | 'browser' {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return 'browser';
  return activeElement.closest('dialog') ? 'panel' : 'page';
}
