import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { localDate } from '../lib/calendar/local-date.ts';
import type { Letter } from '../lib/mail/letter.ts';
import { printLetter } from '../lib/mail/print-letter.ts';
import { staffCorrection } from '../lib/reminders/letters/staff-correction.ts';
import { aDigest } from '../tests/support/a-digest.ts';
import { clientTemplates, WRITTEN_LANGUAGES } from '../tests/support/client-letters.ts';

const WIDTHS = [700, 390] as const;
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const language of WRITTEN_LANGUAGES)
  test(`every letter to a client in ${language} can be read on any screen`, async ({ page }, info) => {
    test.slow();
    for (const { name, detail, letter } of clientTemplates(language))
      await expectReadable(page, letter, (width, body) =>
        info.attach(`${name}, ${detail}, ${width} px`, { body, contentType: 'image/png' }),
      );
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`letters to the staff can be read in ${colorScheme}`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme });
    const correction = staffCorrection({
      record: { number: '26-0311', client: { name: 'Walter Adams' } },
      rule: 'ca.imr.deadline.silence',
      formerDate: localDate('2026-11-24'),
      dueOn: localDate('2026-11-30'),
      recipient: { name: 'Inés Caldera', why: 'the case is yours' },
      caseUrl: 'https://recourse.example/cases/1',
    });
    for (const [name, letter] of [
      ['digest', aDigest],
      ['correction', correction],
    ] as const)
      await expectReadable(page, letter, (width, body) =>
        info.attach(`${name}, ${width} px, ${colorScheme}`, { body, contentType: 'image/png' }),
      );
  });

/** Nothing runs off the side, nothing is blank, the language is named, and axe finds nothing. */
async function expectReadable(
  page: Page,
  letter: Letter,
  keep: (width: number, picture: Buffer) => Promise<void>,
): Promise<void> {
  const { html, subject } = await printLetter(letter);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 500 });
    await page.setContent(html);
    await expect(page.locator('html')).toHaveAttribute('lang', letter.language);
    await expect(page).toHaveTitle(subject);
    await expect(page.getByText(letter.greeting)).toBeVisible();
    await expect(page.getByText(letter.preview, { exact: true })).toBeHidden();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${subject} at ${width} px`).toBe(0);
    const picture = await page.screenshot({ fullPage: true });
    await keep(width, picture);
    await page.addStyleTag({ content: '* { color: transparent !important }' });
    const wordless = await page.screenshot({ fullPage: true });
    expect(picture.byteLength, 'words in the picture').toBeGreaterThan(wordless.byteLength * 1.25);
  }
  await page.setContent(html);
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
