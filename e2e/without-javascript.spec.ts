import { aCase } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

test.use({ javaScriptEnabled: false });

test('a decision can be checked, refused and recorded without JavaScript', async ({ page, journey }) => {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/plan-decision`);
  await page.getByLabel(/keeps the denial/i).check();
  await page.getByRole('textbox', { name: 'Date on the letter' }).fill('2/1/26');
  await page.getByRole('button', { name: 'Save decision' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Date on the letter' })).toHaveValue('2/1/26');

  await page.getByRole('textbox', { name: 'Date on the letter' }).fill('2/18/26');
  await page.getByRole('button', { name: 'Check dates' }).click();
  await expect(page.getByRole('region', { name: 'What saving will do' })).toContainText('Aug 18');
  await page.getByRole('button', { name: 'Save decision' }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
});

test('a date leads to its proof as a page without JavaScript', async ({ page, journey }) => {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(journey.office);
  await journey.itIs('2026-03-10');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}`);
  await page
    .getByRole('link', { name: /why this date, Ask for the IMR/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/proof\/ca\.imr\.deadline\.silence$/);
  const proof = page.getByRole('main');
  await expect(proof.getByRole('heading', { level: 1 })).toHaveText('Friday, September 4, 2026');
  await expect(proof.getByRole('heading', { name: 'Where popular pages say otherwise' })).toBeVisible();
});

test('another reminder policy can be looked at and saved without JavaScript', async ({ page, journey }) => {
  await aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-03-02').in(journey.office);
  await journey.itIs('2026-03-10');
  await journey.signIn(page, 'administrator');
  await page.goto('/reminders/policy');
  await page.getByLabel('Single messages to the owner').fill('14, 7, 3, 1, 0');
  await page.getByRole('button', { name: 'Preview' }).click();
  const month = page.getByRole('region', { name: 'The next 30 days' });
  await expect(month.getByRole('row', { name: /Mar 18/ })).toContainText('was 0 , becomes 1');
  await page.getByRole('button', { name: 'Save the policy' }).click();
  await expect(page.getByRole('main').getByText('The policy was saved.')).toBeVisible();
});
