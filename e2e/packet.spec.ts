import fs from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { textOfPage } from '../lib/pages/read-pages.ts';
import { aCase } from '../tests/support/a-case.ts';
import { pdfOf } from '../tests/support/files/pdfs.ts';
import { checkPdf } from '../tests/support/qpdf.ts';
import { expect, type Journey, test } from './support/journey.ts';

const TODAY = '2026-03-20';

test.beforeEach(async ({ journey }) => {
  test.slow();
  await journey.itIs(TODAY);
});

/** A case with two papers that were looked at. */
async function withPapers(page: Page, journey: Journey): Promise<string> {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(journey.office);
  // Of two kinds, since papers of one kind that came at the same moment stand in any order.
  for (const [name, kind] of [
    ['first', 'medical-records'],
    ['second', 'bill'],
  ] as const) {
    await page.goto(`/cases/${caseId}/documents?kind=${kind}`);
    await page.getByLabel('Files to add').setInputFiles({
      name: `${name}.pdf`,
      mimeType: 'application/pdf',
      buffer: await pdfOf(`The ${name} paper`),
    });
    await expect(page.getByText('Sent.', { exact: true })).toHaveCount(1);
  }
  await journey.workOnDocuments();
  return caseId;
}

const exhibits = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('checkbox') });

test('a caseworker orders the exhibits, assembles the packet and saves it', async ({ page, journey }) => {
  await journey.signIn(page, 'caseworker');
  const caseId = await withPapers(page, journey);
  await page.goto(`/cases/${caseId}`);
  await page.getByRole('link', { name: 'Packet' }).click();
  await expect(page.getByText('Statement of the dispute needed')).toBeVisible();
  await expect(page.getByText('DMHC: 916-255-5241')).toBeVisible();
  await expect(exhibits(page).first()).toContainText('first');
  await page.getByRole('button', { name: 'Move down: first' }).click();
  await expect(exhibits(page).first()).toContainText('second');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Assemble packet' }).click();
  await expect(page.getByRole('heading', { name: 'Packet 1' })).toBeVisible();

  await journey.workOnDocuments();
  await expect(page.getByText('pages for the DMHC by fax.')).toBeVisible({ timeout: 60_000 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the packet' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^imr-packet-\d{4}-\d{6}-1\.pdf$/);
  const pdf = await fs.readFile(await saved.path());
  expect(await checkPdf(pdf)).toMatchObject({ exitCode: 0 });
  const count = (await PDFDocument.load(pdf)).getPageCount();
  expect(await textOfPage(pdf, count - 1)).toContain('The second paper');
  expect(await textOfPage(pdf, count)).toContain(`page ${count} of ${count}`);
  await page.goto(`/cases/${caseId}`);
  await expect(page.getByText('Saved a copy of packet 1.')).toBeVisible();
});

test('a second packet says what changed, and the first stays to be saved', async ({ page, journey }) => {
  await journey.signIn(page, 'caseworker');
  const caseId = await withPapers(page, journey);
  for (const number of [1, 2]) {
    await page.goto(`/cases/${caseId}/packet`);
    if (number === 2) await page.getByRole('checkbox', { name: /second/ }).uncheck();
    await page.getByRole('button', { name: /^Assemble/ }).click();
    await expect(page.getByRole('heading', { name: `Packet ${number}` })).toBeVisible();
    await journey.workOnDocuments();
  }
  await page.goto(`/cases/${caseId}/packet`);
  await expect(page.getByRole('heading', { name: 'Packet 2' })).toBeVisible();
  await expect(page.getByText('Exhibits taken out: B second.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /second/ })).not.toBeChecked();
  await expect(page.getByRole('link', { name: 'Packet 1' })).toHaveAttribute('href', /\/file$/);
});

test('an administrator adds the department’s form once, and packets begin with it', async ({
  page,
  journey,
}) => {
  const form = await PDFDocument.create();
  const sheet = form.addPage([612, 792]);
  form.getForm().createTextField('Patient Name').addToPage(sheet, { x: 60, y: 600, width: 300, height: 24 });
  form
    .getForm()
    .createTextField('Something Else')
    .addToPage(sheet, { x: 60, y: 540, width: 300, height: 24 });
  await journey.signIn(page, 'administrator');
  await page.goto('/settings');
  await page.getByRole('link', { name: 'The departments’ own forms' }).click();
  const fill = async (name: string, buffer: Buffer) => {
    await page.getByRole('radio', { name: 'DMHC' }).check();
    await page.getByLabel('Its title and revision').fill('DMHC 20-224 (Rev. 01/20)');
    await page.getByLabel('The form as a PDF').setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Add the form' }).click();
  };
  await fill('form.pdf', Buffer.from('no PDF at all'));
  await expect(page.getByRole('alert').first()).toContainText('This is not a PDF that can be used');
  await fill('form.pdf', Buffer.from(await form.save()));
  await expect(page.getByLabel('Patient Name')).toHaveValue('1');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel('Something Else').selectOption('9 Health plan name');
  await page.getByRole('button', { name: 'Save the fields' }).click();
  await expect(page.getByText('2 fields filled from the case')).toBeVisible();

  const caseId = await withPapers(page, journey);
  await page.goto(`/cases/${caseId}/packet`);
  await expect(page.getByText('“DMHC 20-224 (Rev. 01/20)”, is filled from the case')).toBeVisible();
  await page.getByRole('button', { name: 'Assemble packet' }).click();
  await expect(page.getByRole('heading', { name: 'Packet 1' })).toBeVisible();
  await journey.workOnDocuments();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the packet' }).click({ timeout: 60_000 });
  const pdf = await fs.readFile(await (await saving).path());
  expect(await textOfPage(pdf, 3)).toContain('Ana Prueba');
  expect(await textOfPage(pdf, 3)).toContain('Golden Valley Health Plan');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a packet is refused with a sentence, and asked for', async ({ page, journey }) => {
    const { office } = journey;
    const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
    await journey.signIn(page, 'caseworker');
    await page.goto(`/cases/${caseId}/packet`);
    await page.getByRole('button', { name: 'Assemble packet' }).click();
    await expect(page.getByRole('alert').first()).toContainText('There is nothing to send');
    await office.owner.pool.query(
      `insert into documents (office_id, case_id, kind, title, state, page_count, added_by, added_at)
       values ($1, $2, 'denial-letter', 'Denial letter', 'ready', 1, $3, now())`,
      [office.officeId, caseId, office.person('caseworker').userId],
    );
    await page.goto(`/cases/${caseId}/packet`);
    await page.getByRole('button', { name: 'Assemble packet' }).click();
    await expect(page.getByRole('heading', { name: 'Packet 1' })).toBeVisible();
  });
});
