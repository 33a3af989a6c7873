import { CaseStory } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

const EMAIL = 'rosario@example.org';
const story = new CaseStory({
  on: '2026-01-05',
  line: 'dmhc',
  name: 'Rosario Villaseñor',
  language: 'es',
  email: EMAIL,
  emailConsentOn: '2026-01-05',
  emailConsentHow: 'by phone',
});

test('a message is read in the client’s language before it is sent, and arrives word for word', async ({
  page,
  journey,
}) => {
  const caseId = await story.in(journey.office);
  await journey.itIs('2026-03-04');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/message`);
  await page.getByRole('radio', { name: 'Please send us papers' }).check();
  const text = page.getByRole('region', { name: 'Spanish, as the client reads it' });
  await expect(text).toContainText('Necesitamos algo de usted.');
  await expect(page.getByRole('region', { name: 'The same in English' })).toContainText(
    'We need something from you.',
  );
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expect(
    page.getByText('Asked for a message to be sent to the client: please send us papers.').first(),
  ).toBeVisible();

  await journey.morningOf('2026-03-04');
  const [mail] = await journey.mailTo(EMAIL);
  expect(mail).toMatchObject({ subject: 'Un mensaje para usted', language: 'es' });
  expect(mail?.text).toContain('Necesitamos algo de usted.');
  expect(mail?.text).not.toMatch(/Rosario|Villaseñor|Golden/);
  await page.goto(`/cases/${caseId}/reminders`);
  await expect(page.getByRole('main')).toContainText('Please send us papers, sent by Test caseworker');
  await expect(page.getByRole('main')).toContainText('Sent Wed, Mar 4, 2026');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a message that has not gone is taken back, and does not go', async ({ page, journey }) => {
    const caseId = await story.in(journey.office);
    await journey.itIs('2026-03-04');
    await journey.signIn(page, 'caseworker');
    await page.goto(`/cases/${caseId}/message`);
    await page.getByRole('radio', { name: 'There is news' }).check();
    await expect(page.getByText('Tenemos noticias para usted.')).toBeVisible();
    await expect(page.getByText('Quisiéramos hablar con usted.')).toBeHidden();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.goto(`/cases/${caseId}/message`);
    const waiting = page.getByRole('region', { name: 'Waiting to go' });
    await expect(waiting).toContainText('There is news');
    await waiting.getByRole('button', { name: 'Take it back' }).click();
    await expect(waiting).toHaveCount(0);
    await journey.morningOf('2026-03-04');
    expect(await journey.mailTo(EMAIL)).toEqual([]);
  });
});
