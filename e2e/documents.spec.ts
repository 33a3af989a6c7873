import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aCase } from '../tests/support/a-case.ts';
import { pdfOf } from '../tests/support/files/pdfs.ts';
import { jpeg } from '../tests/support/files/pictures.ts';
import { expect, type Journey, test } from './support/journey.ts';

const TODAY = '2026-03-20';

test.beforeEach(async ({ journey, page }) => {
  test.slow();
  await journey.itIs(TODAY);
  await journey.signIn(page, 'caseworker');
});

const openCase = ({ office }: Journey) =>
  aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02').in(office);

type Given = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
const pdf = async (name: string, ...pages: string[]): Promise<Given> => ({
  name,
  mimeType: 'application/pdf',
  buffer: await pdfOf(...pages),
});
const fileRow = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Files being added' }).getByRole('listitem').filter({ hasText: name });

/** A case with one document of three pages that was looked at; answers its address. */
async function withDocument(page: Page, journey: Journey): Promise<string> {
  const caseId = await openCase(journey);
  await page.goto(`/cases/${caseId}/documents`);
  await page.getByLabel('Files to add').setInputFiles(await pdf('thick.pdf', 'One', 'Two', 'Three'));
  await expect(fileRow(page, 'thick.pdf')).toContainText('Sent.');
  await journey.workOnDocuments();
  const href = await fileRow(page, 'thick.pdf').getByRole('link').getAttribute('href');
  return href ?? '';
}

test('a caseworker brings in a pile, describes a letter and saves a copy', async ({ page, journey }) => {
  const caseId = await openCase(journey);
  await page.goto(`/cases/${caseId}`);
  await page
    .getByRole('navigation', { name: 'Case sections' })
    .getByRole('link', { name: 'Documents' })
    .click();
  await expect(page.getByText('Copies only.')).toBeVisible();
  await page.getByLabel('What are they?').selectOption('Medical records and tests');
  await page
    .getByLabel('Files to add')
    .setInputFiles([
      await pdf('letter.pdf', 'Notice of denial', 'Your rights'),
      { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await jpeg() },
      { name: 'disguised.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF at all') },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('The plan called.') },
    ]);
  for (const name of ['letter.pdf', 'photo.jpg', 'notes.txt'])
    await expect(fileRow(page, name)).toContainText('Sent.');
  await expect(fileRow(page, 'disguised.pdf')).toContainText(
    'The end of the file’s name says one type, and what is inside is another.',
  );
  await expect(page.getByRole('heading', { name: 'Documents 3' })).toBeVisible();

  await journey.workOnDocuments();
  await expect(page.getByRole('row', { name: /letter/ })).toContainText('2 pages', { timeout: 30_000 });

  await page.getByRole('table').getByRole('link', { name: 'letter', exact: true }).click();
  await expect(page.getByRole('img', { name: 'Page 1 of 2 of letter' })).toHaveJSProperty('complete', true);
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page.getByText('Page 2 of 2')).toBeVisible();
  await page.getByLabel('What is it?').selectOption('Denial letter or explanation of benefits');
  await page.getByLabel('Title').fill('Denial of the pump');
  await page.getByLabel('Date on it').fill('1/20/26');
  await page.getByLabel('Received').fill('1/19/26');
  await page.getByRole('button', { name: 'Save description' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toContainText(
    'is before the date on the letter',
  );
  await page.getByLabel('Received').fill('1/22/26');
  await page.getByRole('button', { name: 'Save description' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Denial of the pump');

  await page.getByRole('table').getByRole('link', { name: 'Denial of the pump' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'The file as it came in' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^denial-letter-[\d-]+-original\.pdf$/);

  await page.goto(`/cases/${caseId}?timeline=documents`);
  await expect(page.getByText('Saved a copy of a document: Denial of the pump.')).toBeVisible();
  await expect(page.getByText('Described a document: Denial of the pump.')).toBeVisible();
});

test('files are dropped too, and the same file twice is told where it is', async ({ page, journey }) => {
  const caseId = await openCase(journey);
  await page.goto(`/cases/${caseId}/documents`);
  const bytes = [...(await pdfOf('Dropped'))];
  const drop = () =>
    page.locator('[data-drop]').evaluate((place, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], 'dropped.pdf', { type: 'application/pdf' }));
      place.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }, bytes);
  await drop();
  await expect(fileRow(page, 'dropped.pdf')).toContainText('Sent.');
  await drop();
  await expect(fileRow(page, 'dropped.pdf').last()).toContainText('already on this case, as dropped');
  await expect(page.getByRole('heading', { name: 'Documents 1' })).toBeVisible();
});

test('an upload goes on where the connection dropped', async ({ page, context, journey }) => {
  const caseId = await openCase(journey);
  await page.goto(`/cases/${caseId}/documents`);
  const parts: string[] = [];
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    parts.push(route.request().headers()['upload-offset'] ?? '');
    if (parts.length !== 2) return route.continue();
    await context.setOffline(true);
    return route.abort('internetdisconnected');
  });
  // Larger than two parts: a text of lines, since nothing else is as quickly made.
  const buffer = Buffer.from('The plan said the same again.\n'.repeat(170_000));
  await page.getByLabel('Files to add').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer });
  await expect(fileRow(page, 'long.txt')).toContainText('The connection dropped. What was sent is kept.');
  await context.setOffline(false);
  await expect(fileRow(page, 'long.txt')).toContainText('Sent.', { timeout: 30_000 });
  const part = 2 * 1024 * 1024;
  expect(parts).toEqual(['0', String(part), String(part), String(2 * part)]);
});

test('an upload is paused, continued and canceled', async ({ page, journey }) => {
  const caseId = await openCase(journey);
  await page.goto(`/cases/${caseId}/documents`);
  let held = true;
  await page.route('**/api/uploads/*', async (route) => {
    if (held && route.request().method() === 'PATCH') return;
    await route.continue();
  });
  await page
    .getByLabel('Files to add')
    .setInputFiles([await pdf('one.pdf', 'One'), await pdf('two.pdf', 'Two')]);
  await fileRow(page, 'one.pdf').getByRole('button', { name: 'Pause' }).click();
  await expect(fileRow(page, 'one.pdf')).toContainText('Paused at');
  await fileRow(page, 'two.pdf').getByRole('button', { name: 'Cancel' }).click();
  await expect(fileRow(page, 'two.pdf')).toHaveCount(0);
  held = false;
  await fileRow(page, 'one.pdf').getByRole('button', { name: 'Continue' }).click();
  await expect(fileRow(page, 'one.pdf')).toContainText('Sent.');
});

test('pages are turned, moved, split off and blacked out for good', async ({ page, journey }) => {
  const address = await withDocument(page, journey);
  await page.goto(`${address}/pages`);
  await page.getByRole('button', { name: 'Turn page 2 right' }).click();
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Turn page 3 right' }) })
    .dragTo(
      page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Turn page 1 right' }) }),
    );
  await page.getByText('Type page numbers instead').click();
  await expect(page.getByLabel('Order of the pages')).toHaveValue('3, 1, 2');
  await page.getByRole('button', { name: 'Save pages' }).click();
  await expect(page.getByText('Pages put in order, 3 pages')).toBeVisible();

  await page.getByRole('link', { name: 'Split off some pages' }).click();
  await page.getByLabel('From page').fill('3');
  await page.getByLabel('What are these pages?').selectOption('Bill or receipt');
  await page.getByLabel('Title of the new document').fill('The bill');
  await page.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The bill' })).toBeVisible();

  await page.getByRole('link', { name: 'Black something out for good' }).click();
  await expect(page.getByText('they show these pages')).toBeVisible();
  await drawBox(page);
  await page.getByRole('button', { name: 'Black out for good' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toContainText(
    'Say why this is blacked out.',
  );
  await page.getByLabel('Why is it blacked out?').fill('Another patient’s name.');
  await page.getByLabel('to say that this is meant').fill('redact');
  await page.getByRole('button', { name: 'Black out for good' }).click();
  await expect(page.getByText('Redacted, 1 page')).toBeVisible();
  await expect(page.getByText(/^Destroyed /)).toBeVisible();

  await page.goto(address);
  await expect(page.getByText(/^Destroyed /)).toHaveCount(2);
  await expect(page.getByRole('link', { name: 'The file as it came in' })).toHaveCount(0);
  expect((await page.request.get(`${address}/file?version=1`)).status()).toBe(404);
});

test('a document is brought in, looked through and withdrawn by keyboard alone', async ({
  page,
  journey,
}) => {
  const caseId = await openCase(journey);
  await page.goto(`/cases/${caseId}/documents`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).focus();
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(await pdf('keys.pdf', 'First leaf', 'Second leaf'));
  await expect(fileRow(page, 'keys.pdf')).toContainText('Sent.');
  await journey.workOnDocuments();
  await fileRow(page, 'keys.pdf').getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Page 1 of 2')).toBeVisible();
  await untilListened(
    () => page.keyboard.press('ArrowRight'),
    () => expect(page.getByText('Page 2 of 2')).toBeVisible({ timeout: 2_000 }),
  );
  await page.getByRole('link', { name: 'Read the words of this page' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Second leaf')).toBeVisible();
  await untilListened(
    () => page.keyboard.press('ArrowLeft'),
    () => expect(page.getByText('First leaf')).toBeVisible({ timeout: 2_000 }),
  );

  await page.getByRole('link', { name: 'Black something out for good' }).focus();
  await page.keyboard.press('Enter');
  await untilListened(
    () => page.getByRole('button', { name: 'Add a box' }).press('Enter'),
    () => expect(page.getByLabel('Box 1, Top %')).toBeVisible({ timeout: 2_000 }),
  );
  await page.getByRole('button', { name: 'Box 1 on page 1' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByLabel('Box 1, Top %')).toHaveValue('10.5');
  await expect(page.getByLabel('Box 1, Width %')).toHaveValue('30.5');
  await page.getByRole('button', { name: 'Box 1 on page 1' }).press('Delete');
  await expect(page.getByLabel('Box 1, Top %')).toHaveCount(0);
  await page.getByRole('link', { name: 'Back to the document' }).press('Enter');

  await page.getByRole('link', { name: 'Withdraw it' }).press('Enter');
  await page.getByLabel('Why is it withdrawn?').fill('It belongs to another case.');
  await page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await page.getByText('1 withdrawn document').press('Enter');
  await expect(page.getByText('It belongs to another case.')).toBeVisible();
});

for (const width of [1400, 390])
  test(`every screen of documents is free of axe violations and of sideways scrolling at ${width} px`, async ({
    page,
    journey,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const address = await withDocument(page, journey);
    await page
      .getByLabel('Files to add')
      .setInputFiles({ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') });
    await expect(fileRow(page, 'empty.txt')).toContainText('This file is empty.');
    await expectFits(page);
    for (const screen of ['', '?page=2&zoom=2.5', '/pages', '/redaction', '/withdrawal']) {
      await page.goto(`${address}${screen}`);
      if (screen === '/redaction') await page.getByRole('button', { name: 'Add a box' }).click();
      await expectFits(page);
    }
  });

/** Draws over the head of the page. */
const drawBox = (page: Page): Promise<void> =>
  untilListened(
    async () => {
      const { x, y } = (await page.locator('.glass').boundingBox()) ?? { x: 0, y: 0 };
      await page.mouse.move(x + 40, y + 40);
      await page.mouse.down();
      await page.mouse.move(x + 300, y + 120, { steps: 4 });
      await page.mouse.up();
    },
    () => expect(page.getByRole('button', { name: 'Box 1 on page 1' })).toBeVisible({ timeout: 2_000 }),
  );

/** A page is seen before its scripts listen: what only they answer is done until it is answered. */
const untilListened = (act: () => Promise<void>, isAnswered: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await act();
    await isAnswered();
  }).toPass();

async function expectFits(page: Page): Promise<void> {
  const place = new URL(page.url()).pathname.split('/').at(-1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(over, `${place} scrolls sideways`).toBeLessThanOrEqual(0);
}
