import { aCase } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

const DAY = '2026-03-10';

test('an administrator sees what another policy would do in the month ahead, then saves it', async ({
  page,
  journey,
}) => {
  const { office } = journey;
  await aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-03-02').in(office);
  await journey.itIs(DAY);
  await journey.signIn(page, 'administrator');
  await page.goto('/reminders/policy');
  await expect(page.getByRole('table', { name: '60 days or more to act' })).toContainText('90 days before');

  const month = page.getByRole('region', { name: 'The next 30 days' });
  await expect(month.getByRole('row', { name: /Mar 18/ })).toBeVisible();
  await page.getByLabel('Single messages to the owner').fill('14, 7, 3, 1, 0');
  await expect(month.getByRole('row', { name: /Mar 18/ })).toContainText('was 0 , becomes 1');

  await page.getByLabel('Countdown of short windows').fill('14, 7, 3, 1');
  await expect(month).toContainText('The day itself (0) cannot be left out.');
  await page.getByRole('button', { name: 'Save the policy' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The day itself (0) cannot be left out.',
  );
  await expect(page.getByLabel('Single messages to the owner')).toHaveValue('14, 7, 3, 1, 0');

  await page.getByLabel('Countdown of short windows').fill('0 1 3 7 14');
  await page.getByRole('button', { name: 'Save the policy' }).click();
  await expect(page.getByRole('main').getByText('The policy was saved.')).toBeVisible();
  await expect(page.getByText(/by Test administrator/)).toBeVisible();
  await expect(
    page.getByRole('table', { name: '4 to 59 days to act' }).getByRole('row', { name: /14 days before/ }),
  ).toContainText('message');
});

test('a caseworker reads the policy and changes the hour of their own digest', async ({ page, journey }) => {
  await journey.itIs(DAY);
  await journey.signIn(page, 'caseworker');
  await page.goto('/account');
  await page.getByRole('link', { name: 'Who hears what, and when' }).click();
  await expect(page.getByRole('heading', { name: 'Reminder policy' })).toBeVisible();
  await expect(page.getByText('An administrator of your office changes the policy.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the policy' })).toHaveCount(0);

  await page.goto('/account/digest');
  await page.getByLabel('Hour of the digest').fill('7:30');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('At 7:30 am, with what is overdue')).toBeVisible();
  await page.getByRole('link', { name: 'Change the digest' }).click();
  await page.getByLabel('Send me the morning digest').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Stopped. Messages for one deadline alone come all the same.')).toBeVisible();
});

test('reminders of a clock are answered and the answer withdrawn, by keyboard alone', async ({
  page,
  journey,
}) => {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-03-02')
    .in(journey.office);
  await journey.itIs(DAY);
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}`);
  await page.getByRole('link', { name: 'Put off reminders: Answer the grievance' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Answer its reminders' })).toBeVisible();

  await page.getByRole('radio', { name: /^I know/ }).press('ArrowDown');
  await page.getByLabel('Remind me on').fill('4/2/26');
  await page.getByLabel('Why can it wait?').fill('The records come on Monday.');
  await page.getByRole('button', { name: 'Save the answer' }).press('Enter');
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Thursday, April 2, 2026 is after the date itself.',
  );
  await page.getByLabel('Remind me on').fill('3/20/26');
  await page.getByRole('button', { name: 'Save the answer' }).press('Enter');

  const clocks = page.getByRole('table', { name: 'Clocks of this case' });
  await expect(clocks).toContainText(
    'Quiet until Fri Mar 20: Test caseworker, “The records come on Monday.”',
  );
  await page
    .getByRole('link', { name: 'Change or withdraw the answer: Answer the grievance' })
    .press('Enter');
  await page.getByRole('button', { name: 'Withdraw the answer' }).press('Enter');
  await expect(clocks).not.toContainText('Quiet until');
});

test('a form names the reminders of a clock of hours before it is saved', async ({ page, journey }) => {
  const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(journey.office);
  await journey.itIs(DAY);
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/grievance`);
  await page.getByRole('textbox', { name: 'Date the plan received it' }).fill('3/10/26');
  await page.getByRole('checkbox', { name: /^Expedited/ }).check();
  await page.getByLabel('Who says it is urgent').fill('Dr. Amrit Sethi');
  const preview = page.getByRole('region', { name: 'What saving will do' });
  await expect(preview).toContainText('in its last working hours');
  await expect(preview).not.toContainText('NaN');
});
