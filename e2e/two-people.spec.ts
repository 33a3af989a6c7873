import { aCase } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

test('the second of two people sees what the first changed and loses nothing typed', async ({
  page,
  browser,
  baseURL,
  journey,
}) => {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/note`);

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  await context.addCookies([
    { name: 'recourse-test-now', value: '2026-02-20T17:00:00Z', url: baseURL ?? '' },
  ]);
  const colleague = await context.newPage();
  await journey.signIn(colleague, 'supervisor');
  await colleague.goto(`/cases/${caseId}/plan-decision`);
  await colleague.getByLabel(/keeps the denial/i).check();
  await colleague.getByRole('textbox', { name: 'Date on the letter' }).fill('2/18/26');
  await colleague.getByRole('button', { name: 'Save decision' }).click();
  await expect(colleague).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await context.close();

  await page.getByRole('textbox', { name: 'What was said or done' }).fill('Left word with the appeals desk.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const notice = page.getByRole('alert').first();
  await expect(notice).toContainText('Test supervisor');
  await expect(notice).toContainText('Feb 18, 2026');
  await expect(page.getByRole('textbox', { name: 'What was said or done' })).toHaveValue(
    'Left word with the appeals desk.',
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    page.getByText('Left word with the appeals desk.').filter({ visible: true }).first(),
  ).toBeVisible();
});
