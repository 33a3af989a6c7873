import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import ICAL from 'ical.js';

test.beforeEach(async ({ context, baseURL }) => {
  await context.addCookies([
    { name: 'recourse-test-now', value: '2026-11-21T17:00:00Z', url: baseURL ?? 'http://localhost' },
  ]);
});

async function answer(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Through a job/ }).check();
  await page.getByRole('radio', { name: /\(DMHC\)/ }).check();
  await page.getByRole('checkbox', { name: 'Not medically necessary' }).check();
  await page.getByRole('textbox', { name: 'Date on the denial letter' }).fill('Sep 1');
  await page.getByRole('textbox', { name: 'The day the plan got it' }).fill('9/22/26');
  await page.getByRole('radio', { name: 'It keeps the denial' }).check();
  await page.getByRole('textbox', { name: 'Date on the answer' }).fill('October 9, 2026');
  await page.getByRole('textbox', { name: 'The day you received the answer' }).fill('10/14');
}

const compute = (page: Page) => page.getByRole('button', { name: /^Show my dates/ }).click();
const headline = (page: Page) => page.getByRole('heading', { level: 1 });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('anybody learns by when to ask for the review, and why', async ({ page }) => {
      await page.goto('/calculator');
      await answer(page);
      await compute(page);
      await expect(headline(page)).toHaveText(
        'You can ask for an Independent Medical Review now. Do it by Friday, April 9, 2027.',
      );
      expect(page.url()).not.toMatch(/2026|2027|Sep|9%2F/);
      const proof = page.locator('details.c-row').first();
      await expect(proof).toContainText('Your plan kept its denial in a letter dated Fri, Oct 9, 2026.');
      await expect(proof).toContainText('Another reading: Wed, Apr 14, 2027');
      await expect(proof.getByRole('link', { name: 'Government Code 6804' })).toBeVisible();
      const grievance = page.locator('details.c-row').filter({ hasText: 'Answer your grievance' });
      await grievance.locator('summary').click();
      await expect(grievance).toContainText('Plus 30 calendar days is Thu, Oct 22, 2026.');
      await expect(page.getByRole('img', { name: /^October 2026/ })).toBeVisible();
      await expect(page.getByText('You may have read otherwise')).toBeVisible();
      await expect(page.getByRole('link', { name: '1-888-466-2219' })).toBeVisible();
    });

    test('a date that cannot be is said beside it, and nothing typed is lost', async ({ page }) => {
      await page.goto('/calculator');
      await answer(page);
      await page.getByRole('textbox', { name: 'The day the plan got it' }).fill('10/20/26');
      await compute(page);
      const refusal = page.getByRole('alert').filter({ hasText: 'needs another look' });
      await expect(refusal.getByRole('link')).toHaveText(
        /^Date on the answer: Fri, Oct 9, 2026 comes before “Your plan got it”/,
      );
      await expect(page.getByRole('textbox', { name: 'Date on the denial letter' })).toHaveValue('Sep 1');
      await expect(page.getByText('Tuesday, September 1, 2026')).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Date on the answer' })).toHaveAttribute(
        'aria-invalid',
        'true',
      );
      await page.getByRole('textbox', { name: 'The day the plan got it' }).fill('9/22/26');
      await compute(page);
      await expect(headline(page)).toContainText('Friday, April 9, 2027');
    });

    test('the answers go along into Spanish', async ({ page }) => {
      await page.goto('/calculator');
      await answer(page);
      await compute(page);
      await page.getByRole('button', { name: 'Español' }).click();
      await expect(headline(page)).toHaveText(
        'Ya puede pedir una Revisión Médica Independiente. Hágalo a más tardar el viernes, 9 de abril de 2027.',
      );
      await expect(page.locator('html')).toHaveAttribute('lang', 'es');
      await expect(page.locator('.c-proof').first()).toContainText('Más seis meses del calendario');
      await expect(page.getByRole('link', { name: 'Cambiar Su cobertura' })).toHaveAttribute(
        'href',
        '#program',
      );
    });

    test('the days ahead are a calendar file that says nothing about health', async ({ page }) => {
      await page.goto('/calculator');
      await answer(page);
      await compute(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Add to calendar' }).click(),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      expect(events.map((event) => event.getFirstPropertyValue('dtstart')?.toString())).toEqual([
        '2027-04-09',
      ]);
      expect(text).not.toMatch(/medical|review|grievance|denial/i);
    });
  });
}

test('no page in Spanish is wider than a phone, its drawing read as text included', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/calculator?lang=es');
  await page.getByRole('radio', { name: /^Por un empleo/ }).check();
  await page.getByRole('radio', { name: /\(DMHC\)/ }).check();
  await page.getByText('¿Ya pidió una revisión').click();
  await page.getByRole('textbox', { name: 'El día en que el plan la recibió' }).fill('3/1/26');
  await page.getByRole('radio', { name: 'Mantiene la negación' }).check();
  await page.getByRole('textbox', { name: 'Fecha de la respuesta' }).fill('3/28/26');
  await page.getByRole('textbox', { name: 'El departamento recibió la solicitud completa' }).fill('5/3/26');
  await page.getByRole('textbox', { name: 'El departamento la aceptó' }).fill('5/9/26');
  await page.getByRole('textbox', { name: 'El revisor tuvo' }).fill('5/20/26');
  await page.getByRole('button', { name: /^Ver mis fechas/ }).click();
  await expect(headline(page)).toContainText('en marcha');
  await page.getByText('Leer el dibujo como texto').click();
  await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('every answer leads back to the question it belongs to', async ({ page }) => {
  await page.goto('/calculator');
  await answer(page);
  await compute(page);
  const links = page.getByRole('link', { name: /^Change / });
  await expect(links.first()).toBeVisible();
  const targets = await links.evaluateAll((all) =>
    all.map((link) => {
      const id = link.getAttribute('href')?.slice(1) ?? '';
      const found = document.querySelectorAll(`[id="${id}"]`);
      return [id, found.length, found[0]?.tagName];
    }),
  );
  expect(targets.map(([id]) => id)).toContain('answer');
  expect(targets.filter(([, count, tag]) => count !== 1 || tag !== 'INPUT')).toEqual([]);
});

test('a calendar is made of a form that can be one, and of no other', async ({ request, baseURL }) => {
  const form = (more: Record<string, string>) =>
    request.post('/calculator/dates.ics', {
      headers: { origin: baseURL ?? '' },
      form: { lang: 'es', program: 'commercial', ...more },
      maxRedirects: 0,
    });
  expect((await form({ denialLetterOn: '11/1/26' })).headers()['content-type']).toContain('text/calendar');
  const flawed = await form({ denialLetterOn: 'soon' });
  expect([flawed.status(), flawed.headers()['location']]).toEqual([303, '/calculator?lang=es']);
  expect((await form({ denialLetterOn: '1'.repeat(100_000) })).status()).toBe(413);
});

test('only what this coverage needs is asked', async ({ page }) => {
  await page.goto('/calculator');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Medicare', exact: true }).check();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.getByRole('radio', { name: /^Medi-Cal/ }).check();
  await expect(page.getByRole('textbox', { name: /cut or end/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /\(DMHC\)/ })).toBeHidden();
  await page.getByRole('radio', { name: /employer pays/ }).check();
  await expect(page.getByRole('checkbox', { name: /about the bill/ })).toBeVisible();
});

test('by keyboard alone', async ({ page }) => {
  await page.goto('/calculator');
  await page.getByRole('radio', { name: /^Through a job/ }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'Date on the denial letter' }).focus();
  await page.keyboard.type('9/1/26');
  await page.keyboard.press('Enter');
  await expect(headline(page)).toContainText('Sunday, February 28, 2027');
  const first = page.locator('details.c-row').first();
  await expect(first).toHaveAttribute('open');
  await first.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(first).not.toHaveAttribute('open');
});

for (const width of [1400, 390]) {
  test(`every public page is free of axe violations and of sideways scrolling at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect
        .soft(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.target.join(' ')}`))
        .toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
    };
    await page.goto('/calculator/api');
    await check('reference');
    await page.goto('/calculator?lang=es');
    await check('in Spanish');
    await page.goto('/calculator');
    await check('asking');
    await answer(page);
    await page
      .locator('details.more')
      .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    await check('answered');
    await page.getByRole('textbox', { name: 'Date on the answer' }).fill('soon');
    await compute(page);
    await expect(page.getByRole('alert').first()).toBeVisible();
    await check('refused');
    await page.getByRole('textbox', { name: 'Date on the answer' }).fill('10/9/26');
    await page.getByRole('radio', { name: 'Yes', exact: true }).check();
    await compute(page);
    await expect(headline(page)).toContainText('The last safe day is');
    await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    await check('result');
  });
}
