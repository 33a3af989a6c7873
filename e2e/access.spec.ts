import { inheritEnv } from '../lib/env.ts';
import { aCase } from '../tests/support/a-case.ts';
import { openTestOffice } from '../tests/support/office.ts';
import { expect, test } from './support/journey.ts';

test('a wrong password and an unknown account get the same sentence', async ({ page, journey }) => {
  for (const email of [journey.office.emailOf('caseworker'), 'nobody@example.org']) {
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill('not the pass phrase');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').first()).toContainText('do not belong together');
  }
});

test('signing out ends the session, also for a copied cookie', async ({ page, context, journey }) => {
  await journey.signIn(page, 'caseworker');
  const copied = await context.cookies();
  await page.locator('details.account summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await context.addCookies(copied);
  await page.goto('/cases');
  await expect(page).toHaveURL(/sign-in/);
});

test('another office’s case is not there', async ({ page, journey }) => {
  const environment = inheritEnv({});
  const neighbor = await openTestOffice({
    ownerUrl: environment['E2E_OWNER_DATABASE_URL'] ?? '',
    appUrl: environment['E2E_APP_DATABASE_URL'] ?? '',
    workerUrl: environment['E2E_WORKER_DATABASE_URL'] ?? '',
  });
  const theirs = await aCase().in(neighbor);
  await neighbor.close();
  await journey.signIn(page, 'caseworker');
  for (const path of ['', '/grievance', '/imr-filing', '/proof/ca.grv.resolve']) {
    const response = await page.goto(`/cases/${theirs}${path}`);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByText('Ana Prueba')).toHaveCount(0);
  }
});

test('a page is never kept in a cache, and its scripts carry a nonce', async ({ page, journey }) => {
  await journey.signIn(page, 'caseworker');
  const response = await page.goto('/');
  const headers = response?.headers() ?? {};
  expect(headers['cache-control']).toContain('no-store');
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
});
