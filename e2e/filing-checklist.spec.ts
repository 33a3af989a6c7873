import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aCase } from '../tests/support/a-case.ts';
import { pdfOf } from '../tests/support/files/pdfs.ts';
import { expect, type Journey, test } from './support/journey.ts';

/** The plan upheld on Feb 20, so the IMR is open. */
const upheld = aCase()
  .denied('2026-01-20', 'medical-necessity')
  .withGrievance('2026-02-02')
  .answered('2026-02-20');

test.beforeEach(async ({ journey, page }) => {
  test.slow();
  await journey.itIs('2026-03-02');
  await journey.signIn(page, 'caseworker');
});

const section = (page: Page, name: string | RegExp) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });

/** Adds a letter of two pages from the documents' page that is open, and has it looked at. */
async function addLetter(page: Page, journey: Journey) {
  const buffer = await pdfOf('Notice of denial', 'Your rights');
  const file = { name: 'denial.pdf', mimeType: 'application/pdf', buffer };
  const row = page.getByRole('list', { name: 'Files being added' }).getByRole('listitem');
  // Until the page's scripts run, a chosen file goes nowhere.
  await expect(async () => {
    if ((await row.count()) === 0) await page.getByLabel('Files to add').setInputFiles(file);
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(row).toContainText('Sent.');
  await journey.workOnDocuments();
}

test('a caseworker gets an application ready, item by item', async ({ page, journey }) => {
  const caseId = await upheld.in(journey.office);
  const checklist = `/cases/${caseId}/filing-checklist`;

  await test.step('what blocks comes first, and the case says how ready it is', async () => {
    await page.goto(`/cases/${caseId}`);
    await expect(section(page, 'Filing-ready')).toContainText('the application cannot do without');
    await page.getByRole('link', { name: 'Filing checklist' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Filing checklist/ })).toBeVisible();
    const blockers = section(page, /not whole without/);
    await expect(blockers).toContainText('Statement of the dispute');
    await expect(blockers).not.toContainText('Denial letter');
    await expect(section(page, /Would help/)).toContainText('Denial letter');
  });

  await test.step('a paper that is looked at makes its item done', async () => {
    await page.getByRole('link', { name: 'Add the paper: Denial letter' }).click();
    await expect(page.getByLabel('What are they?')).toHaveValue('denial-letter');
    await addLetter(page, journey);
    await page.goto(checklist);
    await section(page, /^Done/)
      .getByRole('listitem')
      .filter({ hasText: 'Denial letter' })
      .getByRole('link')
      .click();
    await expect(page).toHaveURL(/\/documents\/[0-9a-f-]+$/);
  });

  await test.step('what no paper says is answered by a person, with a reason, and taken back', async () => {
    await page.goto(checklist);
    await page.getByRole('link', { name: 'Done, or not needed: Client’s signature' }).click();
    await page.getByRole('button', { name: 'Save the answer' }).click();
    await expect(page.getByText('The reason is missing.').first()).toBeVisible();
    await page
      .getByLabel('Where is it, or why is it not needed?')
      .fill('Signed on Mar 1, in the paper file.');
    await page.getByRole('button', { name: 'Save the answer' }).click();
    await page.waitForURL(new RegExp(`${checklist}$`));
    const signature = section(page, /^Done/).getByRole('listitem').filter({ hasText: 'Client’s signature' });
    await expect(signature).toContainText('“Signed on Mar 1, in the paper file.”');
    await signature.getByRole('link', { name: 'Change the answer' }).click();
    await page.getByRole('button', { name: 'Withdraw the answer' }).click();
    await page.waitForURL(new RegExp(`${checklist}$`));
    await expect(section(page, /not whole without/)).toContainText('Client’s signature');
  });

  await test.step('what the client can bring is listed in a language of theirs', async () => {
    await page.getByRole('link', { name: 'List for the client' }).click();
    await page.getByRole('link', { name: 'Spanish' }).click();
    const list = page.getByRole('article', { name: 'Papeles que necesitamos de usted' });
    await expect(list).toHaveAttribute('lang', 'es');
    await expect(list).toContainText('Su tarjeta de miembro, por los dos lados');
    await expect(list).toContainText('guarde los originales');
    await expect(list).not.toContainText('La carta en la que su plan dijo que no');
    await page.getByRole('link', { name: 'Korean' }).click();
    await expect(page.getByText('nobody who reads Korean has looked at it yet')).toBeVisible();
  });
});

test('a date is read from the page that shows it, and leads back to it', async ({ page, journey }) => {
  const caseId = await upheld.in(journey.office);
  await page.goto(`/cases/${caseId}/documents?kind=denial-letter`);
  await addLetter(page, journey);
  await page.goto(`/cases/${caseId}/documents`);
  await page.getByRole('link', { name: 'denial', exact: true }).first().click();

  await test.step('the form opens with the page beside its fields, and leafs through it', async () => {
    await section(page, 'Record dates from this letter').getByRole('link', { name: 'The denial' }).click();
    const pane = page.getByRole('region', { name: 'denial, page 1 of 2' });
    await expect(pane.getByRole('img', { name: 'Page 1 of 2 of denial' })).toBeVisible();
    await expect(page.getByLabel('Date on the denial letter: shown on')).toHaveValue(/^[0-9a-f-]{36}$/);
    await expect(page.getByLabel('Date the client received it: shown on')).toHaveValue('');
    const next = page.getByRole('button', { name: 'Next page' });
    await expect(async () => {
      if (await next.isEnabled()) await next.click();
      await expect(page.getByLabel('Date on the denial letter: page')).toHaveValue('2', { timeout: 500 });
    }).toPass();
  });

  for (const width of [1400, 390])
    await test.step(`it is free of axe violations and of sideways scrolling at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
    });
  await page.setViewportSize({ width: 1400, height: 900 });

  await test.step('tying it needs no other change, and the fact and the proof link to the page', async () => {
    await page.getByRole('button', { name: 'Save correction' }).click();
    await page.waitForURL(new RegExp(`/cases/${caseId}$`));
    await expect(page.getByText('Tied a date to the document that shows it: denial.')).toBeVisible();
    await expect(
      page.locator('#record-denial').getByRole('link', { name: 'denial, page 2' }),
    ).toHaveAttribute('href', /\?page=2$/);
    await page.goto(`/cases/${caseId}/proof/ca.grv.file`);
    await page.getByRole('link', { name: 'denial, page 2' }).click();
    await expect(page.getByText('Page 2 of 2').first()).toBeVisible();
  });
});

test('the page of a date is chosen without scripts too', async ({ page, journey, browser }) => {
  const caseId = await upheld.in(journey.office);
  await page.goto(`/cases/${caseId}/documents?kind=denial-letter`);
  await addLetter(page, journey);
  const state = await page.context().storageState();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: state,
    baseURL: new URL(page.url()).origin,
  });
  const bare = await plain.newPage();
  await bare.goto(`/cases/${caseId}/denial`);
  await bare.getByLabel('Date on the denial letter: shown on').selectOption('denial');
  await bare.getByLabel('Date on the denial letter: page').fill('3');
  await bare.getByRole('button', { name: 'Save correction' }).click();
  await expect(bare.getByText('“denial” has 2 pages, and no page 3.').first()).toBeVisible();
  await bare.getByLabel('Date on the denial letter: page').fill('2');
  await bare.getByRole('button', { name: 'Save correction' }).click();
  await expect(bare.locator('#record-denial').getByRole('link', { name: 'denial, page 2' })).toBeVisible();
  await plain.close();
});
