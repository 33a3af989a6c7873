import fs from 'node:fs/promises';
import { aCase } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

test('who looked at a case is shown to a supervisor and to nobody else', async ({
  page,
  browser,
  baseURL,
  journey,
}) => {
  const caseId = await aCase().withGrievance('2026-02-02').in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}`);
  await page.goto(`/cases/${caseId}/client`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`/cases/${caseId}`);
  await expect(page.getByRole('link', { name: 'Who looked at this case' })).toHaveCount(0);
  await expect(page.getByText('Looked at the case.')).toHaveCount(0);
  const refused = await page.goto(`/cases/${caseId}/lookers`);
  expect(refused?.status()).toBe(403);

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  await context.addCookies([
    { name: 'recourse-test-now', value: '2026-02-20T17:00:00Z', url: baseURL ?? '' },
  ]);
  const supervisor = await context.newPage();
  await journey.signIn(supervisor, 'supervisor');
  await supervisor.goto(`/cases/${caseId}`);
  await supervisor.getByRole('link', { name: 'Who looked at this case' }).click();
  const looks = supervisor.getByRole('table', { name: 'Who looked, and when' }).getByRole('row');
  await expect(looks).toContainText([
    /Who/,
    /supervisor.*The case/i,
    /caseworker.*client’s details/i,
    /caseworker.*The case/i,
  ]);
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a client is found by name, and the name stands in no address', async ({ page, journey }) => {
      const caseId = await aCase().in(journey.office);
      await journey.signIn(page, 'caseworker');
      await page.goto(`/cases/${caseId}`);
      // With scripts it offers what it finds while one types; Enter leads to the list either way.
      const search = page.getByRole(javaScriptEnabled ? 'combobox' : 'textbox', {
        name: 'Find a client or case',
      });
      await search.fill('Prueba');
      await search.press('Enter');
      await expect(page.getByText('Found under “Prueba”.')).toBeVisible();
      await expect(page).toHaveURL(/\/cases\?find=v1\./);
      await page.reload();
      await expect(page.locator(`a[href="/cases/${caseId}"]`).first()).toBeAttached();
      await page.getByRole('link', { name: /Prueba.*remove this filter/ }).click();
      await expect(page).toHaveURL(/\/cases(\?who=everyone)?$/);
    });
  });
}

test('an administrator reads and exports the audit record, and both are on it', async ({ page, journey }) => {
  await aCase().withGrievance('2026-02-02').in(journey.office);
  await journey.signIn(page, 'administrator');
  await page.goto('/audit');
  const events = page.getByRole('list', { name: 'Events, newest first' }).getByRole('listitem');
  await expect(events.first()).toContainText('Read the audit record.');
  await page.getByRole('combobox', { name: 'Event' }).selectOption('grievance.logged');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(events).toHaveCount(1);
  await events.getByText('Before and after').click();
  await expect(events.getByRole('row', { name: /^receivedOn/ })).toContainText('2026-02-02');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as CSV' }).click(),
  ]);
  const lines = (await fs.readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  await page.goto('/audit?event=audit.exported');
  await expect(events).toHaveCount(1);
});
