import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Journey } from './support/journey.ts';
import { expect, test } from './support/journey.ts';

const CHOSEN = 'violet kite under seven bridges';
const CHOSEN_LATER = 'slow river beside an orange barn';

test('an invited newcomer chooses a password and comes in; the link works once', async ({
  page,
  browser,
  journey,
}) => {
  const email = `newcomer-${journey.office.officeId}@example.org`;
  await journey.signIn(page, 'administrator');
  await page.goto('/people/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Nia Newcomer');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('main').getByText('The invitation is on its way.')).toBeVisible();
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(async () => (await journey.mailTo(email)).length).toBe(2);
  const [former, link] = await linksTo(journey, email, 'invitation');

  await inAnotherBrowser(browser, page, async (theirs) => {
    await theirs.goto(former ?? '');
    await expect(theirs.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    // A mail program that looks at the link first uses nothing up.
    await theirs.goto(link ?? '');
    await theirs.goto(link ?? '');
    await choose(theirs, 'nia newcomer recourse 2026');
    await expect(theirs.getByRole('alert').first()).toContainText('connect with you');
    await choose(theirs, CHOSEN);
    await expect(theirs.getByRole('heading', { name: 'Your password is set' })).toBeVisible();
    await theirs.goto(link ?? '');
    await expect(theirs.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    await comeIn(theirs, email, CHOSEN);
    await expect(theirs.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });

  await page.reload();
  await expect(page.getByText('took up the invitation on')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Signed in 1' })).toBeVisible();
});

test('a forgotten password is replaced, and the second factor still asked for', async ({
  page,
  browser,
  journey,
}) => {
  const email = journey.office.emailOf('supervisor');
  await journey.signIn(page, 'supervisor');
  await inAnotherBrowser(browser, page, async (theirs) => {
    await theirs.goto('/sign-in');
    await theirs.getByRole('link', { name: 'Forgot the password?' }).click();
    await askFor(theirs, email);
    await expect.poll(async () => (await journey.mailTo(email)).length).toBe(1);
    const [link] = await linksTo(journey, email, 'reset');
    await theirs.goto(link ?? '');
    await choose(theirs, CHOSEN_LATER);
    await expect(theirs.getByRole('heading', { name: 'Your password is set' })).toBeVisible();
    await comeIn(theirs, email, CHOSEN_LATER);
    await expect(theirs.getByRole('textbox', { name: 'Code' })).toBeVisible();
  });
  await page.goto('/cases');
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(async () => (await journey.mailTo(email)).at(-1)?.subject).toMatch(/was set$/);
});

test('asking for a new password looks the same for an account and for none', async ({ page, journey }) => {
  const pages: string[] = [];
  for (const email of [journey.office.emailOf('caseworker'), 'nobody-at-all@example.org']) {
    await page.goto('/reset');
    await askFor(page, email);
    pages.push(`${new URL(page.url()).pathname} ${await page.locator('main').innerText()}`);
  }
  expect(pages[1]).toBe(pages[0]);
});

test('another role signs its person out at once', async ({ page, browser, journey }) => {
  const { userId } = journey.office.person('caseworker');
  await journey.signIn(page, 'administrator');
  await inAnotherBrowser(browser, page, async (theirs) => {
    await journey.signIn(theirs, 'caseworker');
    await page.goto(`/people/${userId}/role`);
    await page.getByRole('radio', { name: /^Supervisor/ }).check();
    await page.getByRole('button', { name: 'Change role' }).click();
    await expect(page.getByRole('main').getByText('The role was changed')).toBeVisible();
    await theirs.goto('/cases');
    await expect(theirs).toHaveURL(/sign-in/);
  });
});

test('the office’s settings hold from then on and are saved as typed', async ({ page, journey }) => {
  await journey.signIn(page, 'administrator');
  await page.goto('/settings');
  await expect(page.getByText('2 people will have to set up an authenticator')).toBeVisible();
  await page.getByRole('textbox', { name: 'Minutes until the screen locks' }).fill('61');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('alert').first()).toContainText('from 1 to 60');
  await page.getByRole('textbox', { name: 'Minutes until the screen locks' }).fill('20');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('main').getByText('The settings were saved.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Minutes until the screen locks' })).toHaveValue('20');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a forgotten password is replaced all the same', async ({ page, journey }) => {
    const email = journey.office.emailOf('caseworker');
    await page.goto('/reset');
    await askFor(page, email);
    await expect.poll(async () => (await journey.mailTo(email)).length).toBe(1);
    const [link] = await linksTo(journey, email, 'reset');
    await page.goto(link ?? '');
    await choose(page, 'short');
    await expect(page.getByRole('alert').first()).toContainText('5 of the 15 characters');
    await choose(page, CHOSEN);
    await comeIn(page, email, CHOSEN);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });
});

/** The addresses of the links mailed to somebody, oldest first. */
async function linksTo(journey: Journey, email: string, kind: 'invitation' | 'reset'): Promise<string[]> {
  const link = new RegExp(`/${kind}/[\\w-]{43}`);
  return (await journey.mailTo(email)).flatMap(({ text }) => link.exec(text)?.[0] ?? []);
}

async function choose(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'New password' }).fill(password);
  await page.getByRole('button', { name: 'Set password' }).click();
}

async function askFor(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
}

async function comeIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Somebody at another machine, at the time it is in this journey. */
async function inAnotherBrowser(
  browser: Browser,
  page: Page,
  act: (theirs: Page) => Promise<void>,
): Promise<void> {
  const { origin } = new URL(page.url());
  const context: BrowserContext = await browser.newContext({ baseURL: origin });
  await act(await context.newPage());
  await context.close();
}
