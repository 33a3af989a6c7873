import { CaseStory } from '../tests/support/a-case.ts';
import { addColleague } from '../tests/support/colleague.ts';
import type { TestOffice } from '../tests/support/office.ts';
import { expect, test } from './support/journey.ts';

/** The plan's 30 days to answer ended on Saturday the 21st; today is the Monday after. */
const TODAY = '2026-03-23';

const caseOf = (office: TestOffice, name: string) =>
  new CaseStory({ on: '2026-01-05', line: 'dmhc', name })
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-19')
    .in(office);

test('a supervisor tries a move out, moves what they chose, and takes it back', async ({ page, journey }) => {
  const { office } = journey;
  for (const name of ['Ana Primera', 'Bea Segunda', 'Cleo Tercera']) await caseOf(office, name);
  await addColleague(office, 'Priya Raman', 'caseworker');
  await journey.itIs(TODAY);
  await journey.signIn(page, 'supervisor');
  await page.goto('/team');
  await page.getByRole('link', { name: 'Move work from Test caseworker' }).click();
  const dryRun = page.getByRole('region', { name: 'Dry run' });
  await expect(dryRun).toContainText('Nothing has moved yet. 3 cases');
  await page.getByRole('checkbox', { name: 'Move Cleo Tercera' }).uncheck();
  await expect(dryRun).toContainText('Nothing has moved yet. 2 cases');
  await expect(dryRun).toContainText('3 to 1');
  await page.getByRole('button', { name: 'Move cases' }).click();
  await expect(page.getByRole('main').getByText('Moved 2 cases, with the reminders.')).toBeVisible();
  const load = page.getByRole('row', { name: /^Priya Raman/ });
  await expect(load.getByRole('cell').nth(1)).toHaveText('2');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('main').getByText('Put 2 cases back.')).toBeVisible();
  await expect(load.getByRole('cell').nth(1)).toHaveText('0');
});

test('a supervisor nudges the owner of a late clock, once that day, and both get the mail', async ({
  page,
  journey,
}) => {
  const { office } = journey;
  await caseOf(office, 'Ana Primera');
  await journey.itIs(TODAY);
  await journey.signIn(page, 'supervisor');
  await page.goto('/team');
  const nudge = page.getByRole('button', { name: 'Nudge whoever works the case: Ana Primera' });
  const count = await nudge.count();
  await nudge.first().click();
  await expect(
    page.getByRole('main').getByText('Asked Test caseworker to look at it, by mail.'),
  ).toBeVisible();
  await expect(page.getByText('nudged today')).toBeVisible();
  await expect(nudge).toHaveCount(count - 1);
  await journey.morningOf(TODAY);
  // A letter's plain text breaks its lines.
  const textsTo = async (address: string) =>
    (await journey.mailTo(address)).map(({ text }) => text.replaceAll(/\s+/g, ' ')).join();
  const asked = await textsTo(office.emailOf('caseworker'));
  expect(asked).toContain('Test supervisor asks you to look at this clock today.');
  const copy = await textsTo(office.emailOf('supervisor'));
  expect(copy).toContain('This is your copy.');
});

test('an administrator places each case of a colleague who leaves, and the account ends with it', async ({
  page,
  journey,
}) => {
  const { office } = journey;
  const leaver = office.person('caseworker');
  await caseOf(office, 'Ana Primera');
  await caseOf(office, 'Bea Segunda');
  await addColleague(office, 'Priya Raman', 'caseworker');
  await addColleague(office, 'Tom Bradshaw', 'caseworker');
  await journey.itIs(TODAY);
  await journey.signIn(page, 'administrator');
  await page.goto(`/people/${leaver.userId}`);
  await page.getByRole('link', { name: 'Deactivate' }).click();
  const taker = page.getByRole('combobox', { name: 'Who takes Ana Primera?' });
  await taker.selectOption({ label: 'Tom Bradshaw' });
  await page
    .getByRole('combobox', { name: 'Who takes Bea Segunda?' })
    .selectOption({ label: 'Tom Bradshaw' });
  const dryRun = page.getByRole('region', { name: 'Dry run' });
  await expect(dryRun).toContainText('Tom Bradshaw0 to 2');
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByRole('link', { name: 'Reactivate' })).toBeVisible();
  await page.goto('/team');
  await expect(
    page
      .getByRole('row', { name: /^Tom Bradshaw/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText('2');
  await expect(page.getByRole('row', { name: /^Test caseworker/ })).toHaveCount(0);
});
