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
