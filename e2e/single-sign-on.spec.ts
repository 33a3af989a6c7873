import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { inheritEnv } from '../lib/env.ts';
import { openIdServer, type ProviderPerson } from '../tests/support/oidc-server.ts';
import { expect, test } from './support/journey.ts';

// One provider answers at the address the server was told, so these journeys follow each other.
test.describe.configure({ mode: 'serial' });

const people = new Map<string, ProviderPerson>();
let provider: Awaited<ReturnType<typeof openIdServer>>;

test.beforeAll(async () => {
  const { E2E_URL, E2E_OIDC_ISSUER } = inheritEnv({});
  provider = await openIdServer({
    issuer: E2E_OIDC_ISSUER ?? '',
    redirectUri: `${E2E_URL}/api/auth/callback/provider`,
    people,
  });
});
test.afterAll(() => provider.close());

/** Goes through the provider as somebody it vouches for in this way; each has a browser of their own. */
async function comeFromProvider(page: Page, person: ProviderPerson, to = '/') {
  const account = randomUUID();
  people.set(account, person);
  await page.context().clearCookies({ domain: '127.0.0.1' });
  await page.goto(to);
  await page.getByRole('link', { name: 'Sign in with Test Provider' }).click();
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: 'Continue' }).click();
}

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const notKnown = (page: Page) => page.getByText('Your account at Test Provider opens no account here.');

test('connects a verified address once, and leads back to where one was going', async ({ page, journey }) => {
  const subject = randomUUID();
  const email = journey.office.emailOf('caseworker');
  await comeFromProvider(page, { subject, email, emailVerified: true }, '/plans');
  await expect(page).toHaveURL(/\/plans$/);
  await expect(navigation(page)).toBeVisible();

  await page.context().clearCookies();
  // The subject is what counts from now on, whatever address the provider has for it.
  await comeFromProvider(page, { subject, email: 'renamed@example.org', emailVerified: true });
  await expect(navigation(page)).toBeVisible();
  await page.context().clearCookies();
  // The same address for another subject is somebody else: addresses are given out again.
  await comeFromProvider(page, { subject: randomUUID(), email, emailVerified: true });
  await expect(notKnown(page)).toBeVisible();
});

test('refuses an address the provider does not vouch for, and one nobody here has', async ({
  page,
  journey,
}) => {
  const email = journey.office.emailOf('caseworker');
  await comeFromProvider(page, { subject: randomUUID(), email, emailVerified: false });
  await expect(notKnown(page)).toBeVisible();
  await comeFromProvider(page, { subject: randomUUID(), email });
  await expect(notKnown(page)).toBeVisible();
  await comeFromProvider(page, {
    subject: randomUUID(),
    email: `${randomUUID()}@example.org`,
    emailVerified: true,
  });
  await expect(notKnown(page)).toBeVisible();
  await page.goto('/cases');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('asks a leader for the second factor unless the provider asked for one', async ({ page, journey }) => {
  const subject = randomUUID();
  const email = journey.office.emailOf('supervisor');
  await comeFromProvider(page, { subject, email, emailVerified: true });
  await page.getByLabel('Code').fill(await journey.office.codeFor('supervisor'));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(navigation(page)).toBeVisible();

  await page.context().clearCookies();
  await comeFromProvider(page, { subject, email, emailVerified: true, ways: ['pwd', 'mfa'] });
  await expect(navigation(page)).toBeVisible();
});

test('opens nothing for an answer that this browser did not ask for', async ({ page, journey, browser }) => {
  const account = randomUUID();
  people.set(account, {
    subject: randomUUID(),
    email: journey.office.emailOf('caseworker'),
    emailVerified: true,
  });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Sign in with Test Provider' }).click();
  await page.getByLabel('Account').fill(account);
  const answered = page.waitForRequest(/api\/auth\/callback\/provider/);
  await page.getByRole('button', { name: 'Continue' }).click();
  const answer = (await answered).url();
  await expect(navigation(page)).toBeVisible();

  const stranger = await browser.newPage();
  await stranger.goto(answer);
  await expect(stranger).toHaveURL(/\/sign-in/);
  await stranger.goto('/');
  await expect(stranger).toHaveURL(/\/sign-in/);
  await stranger.close();
  // The same answer a second time opens nothing either.
  await page.context().clearCookies();
  await page.goto(answer);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('works without JavaScript', async ({ browser, journey, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await comeFromProvider(page, {
    subject: randomUUID(),
    email: journey.office.emailOf('caseworker'),
    emailVerified: true,
  });
  await expect(navigation(page)).toBeVisible();
  await context.close();
});
