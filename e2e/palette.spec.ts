import type { Page } from '@playwright/test';
import { CaseStory } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';
import { keysAreHeard } from './support/keys.ts';

const aCaseOf = (name: string) =>
  new CaseStory({ on: '2026-01-20', line: 'dmhc', name }).denied('2026-01-20', 'medical-necessity');

test('a client is found from the bar and opened by keyboard alone', async ({ page, journey }) => {
  const caseId = await aCaseOf('Rosario Villaseñor').in(journey.office);
  await aCaseOf('Rosa Villalobos').in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto('/plans');
  await keysAreHeard(page);
  await page.keyboard.press('/');
  await page.keyboard.type('villa');
  const box = page.getByRole('combobox', { name: 'Find a client or case' });
  const found = page.getByRole('listbox', { name: 'Cases found' }).getByRole('option');
  await expect(found).toHaveCount(2);
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('status').filter({ hasText: '2 cases found' })).toBeAttached();

  await page.keyboard.press('Escape');
  await expect(found).toHaveCount(0);
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('villa');
  await page.keyboard.type('se');
  await expect(found).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(found.and(page.locator('[aria-selected=true]'))).toContainText('Rosario Villaseñor');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
});

test('a plan decision is recorded from anywhere in two lines of typing', async ({ page, journey }) => {
  const caseId = await aCaseOf('Rosario Villaseñor').withGrievance('2026-02-02').in(journey.office);
  await aCaseOf('Tyrone Whitfield').withGrievance('2026-02-02').in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto('/plans');
  await keysAreHeard(page);
  /** As somebody types who looks at the letter, not at the keys. */
  const unhurried = { delay: 120 };
  await page.keyboard.press('Control+k');
  await paletteIsOpen(page);
  await page.keyboard.type('decision villa', unhurried);
  const offer = page
    .getByRole('group', { name: /plan decision/ })
    .getByRole('option', { name: /Villaseñor/ });
  await expect(offer).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}/plan-decision$`));
  await keysAreHeard(page);
  await page.keyboard.press('Tab');
  const upheld = page.getByRole('radio', { name: /keeps the denial/i });
  const letterOn = page.getByRole('textbox', { name: /^Date on the letter/ });
  for (let step = 0; step < 40 && !(await upheld.evaluate(isFocused)); step += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let step = 0; step < 10 && !(await letterOn.evaluate(isFocused)); step += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.type('2/18/26', unhurried);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expect(
    page
      .getByText(/Aug 18/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test('an act is chosen first and its case then, and the focus goes back where it was', async ({
  page,
  journey,
}) => {
  const caseId = await aCaseOf('Rosario Villaseñor').in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto('/plans');
  await keysAreHeard(page);
  const newCase = page.getByRole('link', { name: 'New case' });
  await newCase.focus();
  await page.keyboard.press('Control+k');
  await paletteIsOpen(page);
  const palette = page.getByRole('dialog', { name: 'Find a case or an action' });
  await page.keyboard.type('log a call');
  await page.keyboard.press('Enter');
  await expect(palette.getByRole('combobox', { name: /Log a call: Whose case/ })).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(palette.getByRole('combobox', { name: 'Find a case or an action' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(newCase).toBeFocused();

  await page.keyboard.press('Control+k');
  await paletteIsOpen(page);
  await page.keyboard.type('log a call');
  await page.keyboard.press('Enter');
  await page.keyboard.type('villasenor');
  await expect(palette.getByRole('option', { name: /Rosario Villaseñor/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}/note\\?kind=call$`));
});

test('on a case the palette begins with what its page offers, and acts on it', async ({ page, journey }) => {
  const caseId = await aCaseOf('Rosario Villaseñor').withGrievance('2026-02-02').in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}`);
  await keysAreHeard(page);
  await page.keyboard.press('Control+k');
  await paletteIsOpen(page);
  const next = page.getByRole('group', { name: 'Next on this case' }).getByRole('option');
  await expect(next.first()).toHaveText('Log decision');
  await expect(next.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('edit');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}/client$`));
});

test('the palette does what the account menu does', async ({ page, journey }) => {
  await journey.signIn(page, 'caseworker');
  await page.goto('/account');
  await keysAreHeard(page);
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
  await page.keyboard.press('Control+k');
  await paletteIsOpen(page);
  await page.keyboard.type('theme dark');
  // What is chosen has to be seen first: Enter is not kept while the palette is on its way.
  await expect(page.getByRole('option', { selected: true })).toContainText(/dark/i);
  await page.keyboard.press('Enter');
  await expect.poll(theme).toBe('dark');
  await page.keyboard.press('Control+k');
  await paletteIsOpen(page);
  await page.keyboard.type('lock');
  await expect(page.getByRole('option', { selected: true })).toContainText(/lock/i);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Locked' })).toBeVisible();
  // Nothing opens over a page that is locked.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Find a case or an action' })).toHaveCount(0);
});

const isFocused = (element: Element): boolean => element === document.activeElement;

/** Letters typed while it is on its way are kept; Enter is not. */
const paletteIsOpen = (page: Page) =>
  expect(page.getByRole('dialog', { name: 'Find a case or an action' })).toBeVisible();
