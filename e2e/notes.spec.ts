import { aCase } from '../tests/support/a-case.ts';
import { addColleague, letSignIn } from '../tests/support/colleague.ts';
import { expect, test } from './support/journey.ts';

const silent = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');

test('a call is logged from a text, and the colleague named in it hears of it until they look', async ({
  page,
  journey,
}) => {
  const caseId = await silent().in(journey.office);
  const tom = await addColleague(journey.office, 'Tom Bradshaw', 'caseworker');
  const tomsMail = await letSignIn(journey.office, tom);
  await journey.itIs('2026-03-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/note?kind=call`);
  await page.getByRole('link', { name: 'Left a voicemail' }).click();
  const said = page.getByLabel('What was said or done');
  await expect(said).toHaveValue(/Said no name and no topic/);
  await said.press('Control+End');
  await said.pressSequentially(' Soon. @Tom');
  await expect(page.getByRole('button', { name: '@Tom Bradshaw' })).toBeVisible();
  await said.press('Tab');
  await page.keyboard.press('Enter');
  await expect(said).toBeFocused();
  await expect(said).toHaveValue(/Soon\. @Tom Bradshaw $/);
  await page.getByRole('radio', { name: 'Voicemail' }).check();
  await page.getByLabel('With whom').selectOption('The client');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const newest = page.locator('.tl li').first();
  await expect(newest).toContainText('We called the client, voicemail left.');
  await expect(newest).toContainText('Told Tom Bradshaw.');

  const toms = await journey.elsewhere();
  await journey.signIn(toms, 'caseworker', tomsMail);
  await toms.goto('/');
  const mentions = toms.getByRole('region', { name: /^Mentions/ });
  await expect(mentions).toContainText('Test caseworker');
  await mentions.getByRole('link').click();
  await expect(toms.getByRole('link', { name: 'New to you 1' })).toBeVisible();
  await expect(toms.locator('.tl .unread')).toHaveCount(1);
  await toms.getByRole('link', { name: 'New to you 1' }).click();
  await expect(toms.locator('.tl li')).toHaveCount(1);
  await toms.goto('/');
  await expect(toms.getByRole('region', { name: /^Mentions/ })).toHaveCount(0);
});

test('a name that nobody has is refused, and what was typed stays', async ({ page, journey }) => {
  const caseId = await silent().in(journey.office);
  await journey.itIs('2026-03-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/note`);
  await page.getByLabel('What was said or done').fill('@Nobodyhere should know.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/Nobody who works here is called “Nobodyhere”/).first()).toBeVisible();
  await expect(page.getByLabel('What was said or done')).toHaveValue('@Nobodyhere should know.');
});

test('a fact is pinned to the top, unpinned, and brought back', async ({ page, journey }) => {
  const caseId = await silent().in(journey.office);
  await journey.itIs('2026-03-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/pinned-facts`);
  await page.getByLabel('What everybody has to know first').fill('Dialysis Tue and Thu.');
  await page.getByRole('button', { name: 'Pin to the top' }).click();
  const first = page.getByRole('region', { name: 'Know first' });
  await expect(first).toContainText('Dialysis Tue and Thu.');
  await first.getByRole('link', { name: 'Change' }).click();
  await page.getByRole('button', { name: 'Unpin “Dialysis Tue and Thu.”' }).click();
  await expect(page.getByText('Nothing is pinned to this case.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Unpin “Dialysis Tue and Thu.”' })).toBeVisible();
});

test('cases of a family are linked, and one task is put on both', async ({ page, journey }) => {
  const caseId = await silent().in(journey.office);
  const otherId = await journey.office.openCase({ on: '2026-02-02', name: 'Dora Quiroga' });
  await journey.itIs('2026-03-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/family`);
  await page.getByLabel('The other case').fill('Dora Quiroga');
  await expect(page.getByRole('region', { name: 'The family then' })).toContainText('Dora Quiroga');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Unlink Dora Quiroga/ })).toBeVisible();
  await page.goto(`/cases/${caseId}/deadline`);
  await page.getByLabel('What is due?').fill('Call the clinic');
  await page.getByLabel('Due on').fill('4/2/26');
  await page.getByRole('checkbox', { name: /^Dora Quiroga/ }).check();
  await page.getByRole('button', { name: 'Add the deadline' }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}([?#]|$)`));
  await page.goto(`/cases/${otherId}`);
  await expect(page.getByText('Call the clinic').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Family/ })).toBeVisible();
});

test('an office’s own text is added, retired and brought back', async ({ page, journey }) => {
  await journey.signIn(page, 'supervisor');
  await page.goto('/settings/note-templates');
  await page.getByLabel('Name').fill('Portal message');
  await page.getByLabel('Text', { exact: true }).fill('Sent through the portal: ');
  await page.getByRole('button', { name: 'Add the text' }).click();
  await page.getByRole('button', { name: 'Retire “Portal message”' }).click();
  await expect(page.getByRole('main').getByText('Retired “Portal message”.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Retire “Portal message”' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a note starts from a text and names a colleague', async ({ page, journey }) => {
    const caseId = await silent().in(journey.office);
    await addColleague(journey.office, 'Tom Bradshaw', 'caseworker');
    await journey.itIs('2026-03-20');
    await journey.signIn(page, 'caseworker');
    await page.goto(`/cases/${caseId}/note`);
    await page.getByRole('link', { name: 'Handing the case over' }).click();
    const said = page.getByLabel('What was said or done');
    await expect(said).toHaveValue(/Where it stands:/);
    await said.fill('Where it stands: filed. @tom has it now.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.locator('.tl li').first()).toContainText('Told Tom Bradshaw.');
  });
});
