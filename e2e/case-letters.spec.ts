import fs from 'node:fs/promises';
import mammoth from 'mammoth';
import { aCase } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

const late = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');

test('a letter is written from the case, edited beside its look, and taken away', async ({
  page,
  journey,
}) => {
  const caseId = await late().in(journey.office);
  await journey.itIs('2026-03-10');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/letters`);
  await page.getByRole('link', { name: 'Write a letter' }).click();
  const start = page.getByRole('region', { name: 'How it will start' });
  await page.getByRole('radio', { name: /Notice of a late answer/ }).check();
  await expect(start).toContainText('The last day for your answer was March 4, 2026');
  await page.getByRole('radio', { name: 'Spanish' }).check();
  await expect(start).toContainText('El último día para su respuesta fue el 4 de marzo de 2026');
  await page.getByRole('button', { name: 'Write it' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aviso de respuesta tardía');
  const text = page.getByRole('textbox', { name: 'The letter' });
  await expect(text).toHaveValue(/Ana Prueba/);
  const look = page.getByRole('region', { name: 'How it will look' });
  await expect(look).toContainText('número de afiliación');
  const filled = (await text.inputValue()).replace('[número de afiliación]', 'XEA-9001');
  await text.fill(`${filled}\n\n## Otra cosa\n\nGracias.`);
  await expect(look.getByRole('heading', { name: 'Otra cosa' })).toBeVisible();
  await page.getByRole('button', { name: 'Save the letter' }).click();
  await expect(page.getByRole('main').getByText('Saved as version 2.')).toBeVisible();
  await expect(text).toHaveValue(/XEA-9001/);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as Word document' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^late-response-notice-\d{4}-\d{6}\.docx$/);
  const { value } = await mammoth.extractRawText({ buffer: await fs.readFile(await saved.path()) });
  expect(value).toContain('XEA-9001');

  await page.getByRole('link', { name: /Open its text.*version 1/ }).click();
  await expect(text).toHaveValue(/\[número de afiliación\]/);
  await page.goto(`/cases/${caseId}/letters`);
  await expect(page.getByRole('link', { name: 'Aviso de respuesta tardía' })).toBeVisible();
  await page.goto(`/cases/${caseId}`);
  await expect(page.getByText('Saved a copy of a letter: Aviso de respuesta tardía.')).toBeVisible();
});

test('what two people write into one letter is never lost', async ({ page, journey }) => {
  const caseId = await late().in(journey.office);
  await journey.itIs('2026-03-10');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/letters/new?template=grievance`);
  await page.getByRole('button', { name: 'Write it' }).click();
  const text = page.getByRole('textbox', { name: 'The letter' });
  await expect(text).toHaveValue(/Ana Prueba/);
  const other = await journey.elsewhere();
  await journey.signIn(other, 'supervisor');
  await other.goto(page.url());
  await other.getByRole('textbox', { name: 'The letter' }).fill('Hers.');
  await other.getByRole('button', { name: 'Save the letter' }).click();
  await expect(other.getByRole('main').getByText('Saved as version 2.')).toBeVisible();

  await text.fill('His.');
  await page.getByRole('button', { name: 'Save the letter' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved yet' })).toContainText(
    'Edited a letter: Grievance to the plan.',
  );
  await expect(text).toHaveValue('His.');
  await page.getByRole('button', { name: 'Save the letter' }).click();
  await expect(page.getByRole('main').getByText('Saved as version 3.')).toBeVisible();
  await page.getByRole('link', { name: /Open its text.*version 2/ }).click();
  await expect(text).toHaveValue('Hers.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a letter is shown, written and edited, and a refusal keeps what was typed', async ({
    page,
    journey,
  }) => {
    const caseId = await late().in(journey.office);
    await journey.itIs('2026-03-10');
    await journey.signIn(page, 'caseworker');
    await page.goto(`/cases/${caseId}/letters/new`);
    await page.getByRole('button', { name: 'Write it' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Choose what the letter is for');
    await page.getByRole('radio', { name: /Authorization, to sign/ }).check();
    await page.getByRole('button', { name: 'Show the letter' }).click();
    await expect(page.getByRole('region', { name: 'How it will start' })).toContainText('Part A: the member');
    await page.getByRole('button', { name: 'Write it' }).click();

    const text = page.getByRole('textbox', { name: 'The letter' });
    await expect(text).toHaveValue(/Part A/);
    await text.fill('Short, with a [blank].');
    await page.getByRole('button', { name: 'Show the letter' }).click();
    await expect(page.getByRole('region', { name: 'How it will look' })).toContainText('1 place to fill in');
    await expect(text).toHaveValue('Short, with a [blank].');
    await page.getByRole('button', { name: 'Save the letter' }).click();
    await expect(page.getByRole('main').getByText('Saved as version 2.')).toBeVisible();
  });
});
