import fs from 'node:fs';
import { aCase } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

const silent = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');
const ON = '2026-03-20';

test('a list is narrowed, kept under a name for everybody, and come back to', async ({ page, journey }) => {
  await silent().in(journey.office);
  await journey.itIs(ON);
  await journey.signIn(page, 'supervisor');
  await page.goto('/cases?who=everyone');
  await page.getByRole('link', { name: /^Past its date/ }).click();
  await page.getByText('Save this view', { exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('Late everywhere');
  await page.getByLabel('For everybody in the office').check();
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Late everywhere/ })).toBeVisible();
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Late everywhere/ })).toBeVisible();

  const theirs = await journey.elsewhere();
  await journey.signIn(theirs, 'caseworker');
  await theirs.goto('/cases');
  await expect(theirs.getByRole('heading', { level: 1, name: /My open cases/ })).toBeVisible();
  await theirs.getByRole('link', { name: 'Late everywhere' }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: /Late everywhere/ })).toBeVisible();

  await page.goto('/cases/views');
  await page.getByRole('button', { name: 'Remove “Late everywhere”' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Late everywhere' })).toBeVisible();
});

test('the choices of a filter say how many cases they leave', async ({ page, journey }) => {
  await silent().in(journey.office);
  await journey.itIs(ON);
  await journey.signIn(page, 'caseworker');
  await page.goto('/cases');
  const filters = page.getByRole('navigation', { name: 'Filters' });
  await filters.getByText('Language', { exact: true }).click();
  await expect(filters.getByRole('link', { name: 'English 1' })).toBeVisible();
  await expect(filters.getByRole('link', { name: /Hmong/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await filters.getByLabel('More filters').click();
  await filters.getByLabel('Stage').selectOption({ label: 'Grievance 1' });
  await filters.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/stage=grievance/);
});

test('chosen cases are handed on together, and the move is undone', async ({ page, journey }) => {
  for (let index = 0; index < 3; index += 1) await silent().in(journey.office);
  await journey.itIs(ON);
  await journey.signIn(page, 'supervisor');
  await page.goto('/cases?who=everyone');
  const boxes = page.getByRole('checkbox', { name: /^Select (?!all)/ });
  await boxes.nth(0).click();
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.getByText('Reassign', { exact: true }).click();
  await page.getByLabel('Move to').selectOption({ label: 'Test administrator' });
  await page.getByRole('button', { name: 'Move cases' }).click();
  await expect(page.getByRole('main').getByText('Moved 3 cases to Test administrator')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('main').getByText('Put 3 cases back')).toBeVisible();
});

test('what is chosen is taken as a file, and nothing else', async ({ page, journey }) => {
  for (let index = 0; index < 2; index += 1) await silent().in(journey.office);
  await journey.itIs(ON);
  await journey.signIn(page, 'supervisor');
  await page.goto('/cases?who=everyone');
  await page
    .getByRole('checkbox', { name: /^Select (?!all)/ })
    .first()
    .check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`cases-${ON}.csv`);
  expect(
    fs
      .readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n'),
  ).toHaveLength(2);
});

test('several clients are sent a message, and those who cannot be are named first', async ({
  page,
  journey,
}) => {
  const told = await silent().in(journey.office);
  await silent().in(journey.office);
  await journey.office.owner.pool.query(
    `update clients k set name = 'Bea Told', email = 'bea@example.org', email_consent_on = '2026-01-05',
      email_consent_how = 'by phone' from cases c where c.id = $1 and k.id = c.client_id`,
    [told],
  );
  await journey.itIs(ON);
  await journey.signIn(page, 'caseworker');
  await page.goto('/cases');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Message' }).click();
  await page.getByLabel(/Please call us/).check();
  const dryRun = page.getByRole('region', { name: 'Dry run' });
  await expect(dryRun).toContainText('Bea Told');
  await expect(dryRun).toContainText('The client has not consented to e-mail.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('main').getByText('A message goes to 1 client, to 1 none.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('cases are chosen and handed on all the same', async ({ page, journey }) => {
    await silent().in(journey.office);
    await journey.itIs(ON);
    await journey.signIn(page, 'supervisor');
    await page.goto('/cases?who=everyone');
    await page.getByRole('checkbox', { name: /^Select/ }).check();
    await page.getByText('Reassign', { exact: true }).click();
    await page.getByLabel('Move to').selectOption({ label: 'Test administrator' });
    await page.getByRole('button', { name: 'Move cases' }).click();
    await expect(page.getByRole('main').getByText('Moved 1 case to Test administrator')).toBeVisible();
  });
});
