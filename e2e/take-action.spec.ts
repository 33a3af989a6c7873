import { changeClient } from '../lib/clients/change-client.ts';
import { clientInput } from '../lib/clients/input.ts';
import { aCase } from '../tests/support/a-case.ts';
import { type TestOffice, valueOf } from '../tests/support/office.ts';
import { expect, test } from './support/journey.ts';

const silent = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');

/** Ana, who reads Spanish and may be written to without a word about the case. */
async function reachable(office: TestOffice): Promise<string> {
  const caseId = await silent().in(office);
  const client = {
    caseId,
    name: 'Ana Prueba',
    email: 'ana@example.org',
    emailConsentOn: '2/3/26',
    emailConsentHow: 'By phone',
    language: 'es',
    messageDetail: 'neutral',
    reason: 'She agreed.',
  };
  valueOf(await office.run(changeClient, clientInput, client, { on: '2026-02-03' }));
  return caseId;
}

test('a call, the waiting, a message and the next task are seen first and saved in one act', async ({
  page,
  journey,
}) => {
  const caseId = await reachable(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}`);
  await page.getByRole('link', { name: 'Take action' }).click();

  await page.getByText('Call', { exact: true }).click();
  await page.getByRole('combobox', { name: 'With whom' }).selectOption({ label: 'The provider' });
  await page.getByRole('textbox', { name: 'What was said or done' }).fill('The letter comes on Tuesday.');
  await page.getByRole('combobox', { name: 'The case waits for' }).selectOption({ label: 'The provider' });
  await page.getByRole('combobox', { name: 'What it says' }).selectOption({ label: 'We are still waiting' });
  await page.getByRole('textbox', { name: 'What is to be done' }).fill('Ask for the letter');
  await page.getByRole('textbox', { name: 'Due on' }).fill('2/24/26');

  const preview = page.getByRole('region', { name: 'What saving will do' });
  await expect(
    preview.getByRole('listitem').filter({ hasText: 'A call goes on the timeline' }),
  ).toBeVisible();
  await expect(preview).toContainText('The case waits for: the provider.');
  await expect(preview).toContainText('The client is sent “We are still waiting”.');
  await expect(preview).toContainText('A task is added: Ask for the letter, due Tuesday, February 24, 2026.');
  await expect(preview.locator('blockquote[lang="es"]')).toBeVisible();
  await expect(preview.getByRole('heading', { name: 'The same in English' })).toBeVisible();

  await page.getByRole('button', { name: 'Save all of it' }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expect(page.getByText('The case waits for the provider, since Fri Feb 20.')).toBeVisible();
  const now = page.getByRole('region', { name: 'What to do now' });
  await expect(now.getByText('Ask for the letter')).toBeVisible();
  await expect(
    page.getByText('The letter comes on Tuesday.').filter({ visible: true }).first(),
  ).toBeVisible();

  await now.getByRole('listitem').filter({ hasText: 'Ask for the letter' }).getByRole('link').last().click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(now.getByText('“Ask for the letter” is done.')).toBeVisible();
  await now.getByRole('button', { name: 'Undo' }).click();
  await expect(now.getByText('“Ask for the letter” is done.')).toBeHidden();
  await expect(now.getByRole('listitem').filter({ hasText: 'Ask for the letter' })).toBeVisible();
});

test('one part that is refused keeps all of it from being saved, and nothing typed is lost', async ({
  page,
  journey,
}) => {
  const caseId = await reachable(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/take-action`);
  await page.getByRole('textbox', { name: 'What was said or done' }).fill('She asked for a copy.');
  await page.getByRole('textbox', { name: 'What is to be done' }).fill('Send the copy');
  await page.getByRole('textbox', { name: 'Due on' }).fill('2/19/26');
  await page.getByRole('button', { name: 'Save all of it' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Not saved');
  await expect(page.getByRole('textbox', { name: 'What was said or done' })).toHaveValue(
    'She asked for a copy.',
  );
  const { rows } = await journey.office.owner.pool.query(
    `select (select count(*)::int from case_notes where case_id = $1) as notes,
      (select count(*)::int from manual_deadlines where case_id = $1) as tasks`,
    [caseId],
  );
  expect(rows).toEqual([{ notes: 0, tasks: 0 }]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an act is previewed and saved', async ({ page, journey }) => {
    const caseId = await reachable(journey.office);
    await journey.itIs('2026-02-20');
    await journey.signIn(page, 'caseworker');
    await page.goto(`/cases/${caseId}/take-action`);
    await page.getByRole('textbox', { name: 'What was said or done' }).fill('She asked for a copy.');
    await page.getByRole('button', { name: 'What saving will do' }).click();
    await expect(page.getByText('A note goes on the timeline.')).toBeVisible();
    await page.getByRole('button', { name: 'Save all of it' }).click();
    await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  });

  test('an act starts from a text', async ({ page, journey }) => {
    const caseId = await reachable(journey.office);
    await journey.itIs('2026-02-20');
    await journey.signIn(page, 'caseworker');
    await page.goto(`/cases/${caseId}/take-action`);
    await page.getByRole('link', { name: 'Left a voicemail' }).click();
    await expect(page).toHaveURL(/take-action\?kind=call/);
    await expect(page.getByRole('textbox', { name: 'What was said or done' })).toHaveValue(
      /Said no name and no topic/,
    );
    await expect(page.getByRole('radio', { name: 'Call' })).toBeChecked();
  });
});
