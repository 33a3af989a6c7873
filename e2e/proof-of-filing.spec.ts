import { aCase } from '../tests/support/a-case.ts';
import { addDocument } from '../tests/support/a-document.ts';
import { expect, test } from './support/journey.ts';

/** The plan upheld on Feb 20, so the last safe day to ask for the IMR is Aug 20. */
const upheld = aCase()
  .denied('2026-01-20', 'medical-necessity')
  .withGrievance('2026-02-02')
  .answered('2026-02-20');

test('an application that was faxed stops the clock only with its receipt, and then from the day it was sent', async ({
  page,
  journey,
}) => {
  const { office } = journey;
  const caseId = await upheld.in(office);
  const header = page.locator('.case-head');
  const way = page.getByRole('region', { name: 'The way to an Independent Medical Review' });
  await journey.itIs('2026-08-19');
  await journey.signIn(page, 'caseworker');

  await test.step('sent without proof, the case stays open and says what is missing', async () => {
    await page.goto(`/cases/${caseId}/imr-filing`);
    await page.getByRole('textbox', { name: 'Date sent' }).fill('today');
    await page.getByRole('textbox', { name: 'Time sent' }).fill('8:40 am');
    await page.getByLabel('How it was sent').selectOption('fax');
    await page.getByLabel('Exact destination').fill('916-255-5241');
    await page.getByRole('textbox', { name: 'Pages sent' }).fill('48');
    await expect(page.getByText('Without a number or a receipt it is saved as')).toBeVisible();
    await page.getByRole('button', { name: 'Save filing' }).click();
    await page.waitForURL(new RegExp(`/cases/${caseId}$`));
    await expect(header.getByText(/Prove that the IMR application sent Wed Aug 19 arrived/)).toBeVisible();
    await expect(way.getByText('Sent, no proof')).toBeVisible();
    await expect(header.getByRole('link', { name: 'Record proof of filing' })).toBeVisible();
  });

  await test.step('on the last day the owner is told, of the clock and of the proof', async () => {
    await journey.morningOf('2026-08-20');
    const subjects = (await journey.mailTo(office.emailOf('caseworker'))).map(({ subject }) => subject);
    expect(subjects.some((subject) => /get proof that it arrived/.test(subject))).toBe(true);
    expect(subjects.some((subject) => /ask for the IMR, today/i.test(subject))).toBe(true);
  });

  await test.step('the receipt, recorded a week late, stops it as of the day it was sent', async () => {
    await journey.itIs('2026-08-27');
    await page.goto(`/cases/${caseId}/proof-of-filing`);
    await expect(page.getByText('Nothing shows yet that it arrived')).toBeVisible();
    await addDocument(office, caseId, { kind: 'filing-receipt', title: 'Fax report' });
    await page.reload();
    await page.getByLabel('Receipt', { exact: true }).selectOption('Fax report');
    await page.getByRole('button', { name: 'Save proof' }).click();
    await page.waitForURL(new RegExp(`/cases/${caseId}$`));
    await expect(way.getByText('Filed', { exact: true })).toBeVisible();
    await expect(page.getByText('Sent, no proof')).toHaveCount(0);
    await expect(
      page
        .getByText(/Met, Aug 19/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await expect(page.getByRole('heading', { name: 'After the filing' })).toBeVisible();
    await expect(page.getByText(/Recorded what proves that the IMR application arrived/)).toBeVisible();
  });
});

test('the ways to file are at hand, each with what it needs', async ({ page, journey }) => {
  const caseId = await upheld.in(journey.office);
  await journey.itIs('2026-03-02');
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/filing`);
  await page.getByRole('link', { name: 'Open the checklist for the website' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Checklist for the website' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Copy: First name/ })).toBeVisible();
  await expect(page.getByText('Check against the current form').first()).toBeVisible();
  await page.goto(`/cases/${caseId}/filing/cover?by=mail`);
  await expect(page.getByText('980 9th Street, Suite 500').first()).toBeVisible();
  await expect(page.getByText('Article number', { exact: true })).toBeVisible();
});
