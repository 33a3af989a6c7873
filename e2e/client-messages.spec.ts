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
})
  .withGrievance('2026-01-20')
  .answered('2026-02-18');

test('messages tell more once the day is recorded on which the client agreed', async ({ page, journey }) => {
  const caseId = await story.in(journey.office);
  await journey.itIs('2026-03-02');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/client`);
  const levels = page.getByRole('radiogroup', { name: 'How much may a message tell?' });
  await expect(levels.getByRole('radio', { name: /Nothing of what it is about/ })).toBeChecked();
  await levels.getByRole('radio', { name: /The plan and the step/ }).check();
  await page.getByRole('button', { name: 'Save client' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Say when the client agreed');
  await page.getByLabel('The client agreed to that on').fill('3/2/26');
  await page.getByRole('button', { name: 'Save client' }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expect(page.getByText('E-mail is fine, with the plan and the step')).toBeVisible();

  await journey.morningOf('2026-07-20');
  const [letter] = await journey.mailTo(EMAIL);
  expect(letter).toMatchObject({ subject: 'Un recordatorio', language: 'es' });
  expect(letter?.text.replace(/\s+/g, ' ')).toContain('El último día para pedir una revisión independiente');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, locale: 'ko-KR' });

  test('the link in a message asks in the client’s language, and one press stops the reminders', async ({
    page,
    journey,
  }) => {
    await story.in(journey.office);
    await journey.morningOf('2026-07-20');
    const [letter] = await journey.mailTo(EMAIL);
    const link = /https?:\/\/[^\s/]+(\/stop\/\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
    await journey.itIs('2026-07-20');

    await page.goto(link);
    await expect(page.getByRole('main')).toHaveAttribute('lang', 'es');
    await expect(page.getByRole('main')).not.toContainText(/Rosario|Villaseñor|plan|Office/);
    await page.getByRole('button', { name: 'No recibir más recordatorios' }).click();
    await expect(page.getByRole('heading', { name: 'Ya no recibirá recordatorios' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Llamar al 555-0100' })).toBeVisible();

    await journey.morningOf('2026-08-05');
    expect(await journey.mailTo(EMAIL)).toHaveLength(1);
    await journey.morningOf('2026-08-18');
    expect(await journey.mailTo(EMAIL), 'the day before is told all the same').toHaveLength(2);

    await page.goto(link.replace(/[^/]+$/, '0190b1c2-0000-7000-8000-000000000000'));
    await expect(page.getByRole('main')).toHaveAttribute('lang', 'ko');
    await expect(page.getByRole('link', { name: /555-0100/ })).toBeVisible();
  });
});
