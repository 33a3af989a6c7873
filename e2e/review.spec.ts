import fs from 'node:fs';
import { keyFor } from '../lib/access/keys.ts';
import { closeCase } from '../lib/cases/close-case.ts';
import { closureInput } from '../lib/cases/input.ts';
import { referenceOf } from '../lib/review/reference.ts';
import { CaseStory } from '../tests/support/a-case.ts';
import { TEST_PASS_PHRASE, valueOf } from '../tests/support/office.ts';
import { expect, test } from './support/journey.ts';
import { storedTexts } from './support/personal-texts.ts';

/** Dates as this application or a database writes them, and the numbers of cases. */
const DATE =
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b/;
const CASE_NUMBER = /\b\d{4}-\d{6}\b/;

test('a reviewer works with figures and references, and learns of nobody', async ({ page, journey }) => {
  const { office } = journey;
  const caseId = await new CaseStory({
    on: '2026-01-05',
    line: 'dmhc',
    name: 'Rosa Callada',
    phone: '415-555-0142',
    memberNumber: 'XEA904411',
  })
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .answered('2026-02-20')
    .filed('2026-02-23')
    .in(office);
  const closed = await new CaseStory({ on: '2026-01-06', line: 'mediCal', name: 'Bruno Breve' })
    .denied('2026-01-21', 'not-covered')
    .in(office);
  const closing = { caseId: closed, outcome: 'client-withdrew', note: 'He feels better.' };
  valueOf(await office.run(closeCase, closureInput, closing, { on: '2026-02-02' }));
  const reference = referenceOf(keyFor('review'), office.officeId, caseId);
  const { rows } = await office.owner.pool.query<{ number: string }>(
    'select number from cases where office_id = $1',
    [office.officeId],
  );
  const own = [office.emailOf('reviewer'), 'Test reviewer'];
  const personal = [
    ...(await storedTexts(office)).map(({ text }) => text).filter((text) => !own.includes(text)),
    ...rows.map(({ number }) => number),
    caseId,
    closed,
  ];
  const expectNobody = (where: string, shown: string, whole = shown) => {
    expect(
      personal.filter((text) => whole.includes(text) && !where.includes(text)),
      where,
    ).toEqual([]);
    expect(shown, where).not.toMatch(DATE);
    expect(shown, where).not.toMatch(CASE_NUMBER);
  };
  const expectNobodyHere = async () =>
    expectNobody(page.url(), await page.getByRole('main').innerText(), await page.content());

  await journey.itIs('2026-03-10');
  await journey.signIn(page, 'reviewer');
  await expect(page).toHaveURL(/\/review$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review 2');
  await expect(page.getByText('Open: 1.', { exact: false })).toContainText('The client withdrew: 1.');
  await page.getByText('Every clock, and how often it was kept').click();
  await expect(page.getByRole('table', { name: 'Clocks by how they stand' })).toBeVisible();
  await expectNobodyHere();

  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Case ${reference}`);
  await expect(page.getByRole('table', { name: 'Clocks of the case' })).toBeVisible();
  await expectNobodyHere();

  await page.getByRole('link', { name: 'Review' }).last().click();
  await page.getByLabel('Outcome').selectOption('Open');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review 1');
  await page.goto('/review');

  await office.owner.pool.query(
    `update sessions set created_at = created_at - interval '11 minutes', factor_at = factor_at - interval '11 minutes'
     where user_id = $1`,
    [office.person('reviewer').userId],
  );
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  await page.getByLabel('Your password').fill(TEST_PASS_PHRASE);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Go on' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('review.csv');
  const file = fs.readFileSync(await download.path(), 'utf8');
  expect(file.split('\n').filter((line) => line.includes(reference)).length).toBeGreaterThan(1);
  expectNobody('the file', file);

  for (const path of [
    '/cases',
    `/cases/${caseId}`,
    '/cases/new',
    '/team',
    '/plans',
    '/audit',
    '/retention',
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(403);
    await expect(page.getByText('Your role does not include this page.')).toBeVisible();
    await expectNobodyHere();
  }
});
