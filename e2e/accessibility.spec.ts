import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { draftRuleVersion } from '../lib/rule-versions/draft-version.ts';
import { ruleDraftInput } from '../lib/rule-versions/input.ts';
import { aCase } from '../tests/support/a-case.ts';
import { TEST_PASS_PHRASE, valueOf } from '../tests/support/office.ts';
import { expect, test } from './support/journey.ts';

const WIDTHS = [1400, 390] as const;
const RECORDS = [
  'acknowledgment',
  'assignment',
  'client',
  'closure',
  'complaint',
  'coverage',
  'date',
  'date?rule=ca.grv.resolve',
  'deadline',
  'denial',
  'grievance',
  'hearing',
  'imr-acceptance',
  'imr-extension',
  'imr-filing',
  'lookers',
  'note',
  'plan-decision',
];

for (const width of WIDTHS) {
  test(`every screen is free of axe violations and of sideways scrolling at ${width} px`, async ({
    page,
    journey,
  }) => {
    test.slow();
    const { office } = journey;
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .in(office);
    const filed = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .answered('2026-02-20')
      .filed('2026-02-23')
      .in(office);
    const { versionId } = valueOf(
      await office.run(
        draftRuleVersion,
        ruleDraftInput,
        {
          rule: 'ca.grv.resolve',
          periodCount: '20',
          periodUnit: 'calendar days',
          startsOn: '2/1/2026',
          source: 'Statutes of 2026, chapter 12',
          reason: 'The amended section shortens the period.',
        },
        { on: '2026-03-10', as: office.person('administrator') },
      ),
    );
    await journey.itIs('2026-03-10');
    await journey.morningOf('2026-03-10');
    await page.setViewportSize({ width, height: 900 });

    const check = async (path: string) => {
      await expectNoViolations(page, path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    };

    for (const screen of ['/sign-in', '/reset', '/reset/asked', '/reset/nothing', '/invitation/nothing'])
      await check(screen);
    await journey.signIn(page, 'administrator');
    const person = `/people/${journey.office.person('caseworker').userId}`;
    const screens = [
      '/',
      '/cases',
      '/cases?who=all',
      '/cases/new',
      '/team',
      '/plans',
      '/plans/new',
      '/people',
      '/people/new',
      person,
      `${person}/role`,
      `${person}/deactivation`,
      '/settings',
      '/rules',
      '/rules/ca.imr.deadline.silence',
      '/rules/ca.grv.resolve/draft',
      '/audit',
      '/mailbox',
      '/cases/nothing',
    ];
    for (const screen of screens) await check(screen);
    await page.goto('/cases');
    await page.getByLabel('Search in this list').fill('prueba');
    await page.getByLabel('Search in this list').press('Enter');
    await page.waitForURL(/find=/);
    await check(page.url());
    await check(`/rules/ca.grv.resolve/versions/${versionId}`);
    await check(`/cases/${caseId}`);
    await check(`/cases/${caseId}/proof/ca.imr.deadline.silence`);
    for (const noun of RECORDS) await check(`/cases/${caseId}/${noun}`);
    await check(`/cases/${filed}`);
    await check(`/cases/${filed}/imr-determination`);
    await check('/calculator');
  });
}

test('the main screens are free of axe violations in dark colors', async ({ page, journey }) => {
  test.slow();
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(journey.office);
  await journey.itIs('2026-03-10');
  await journey.morningOf('2026-03-10');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1400, height: 900 });
  await journey.signIn(page, 'administrator');
  for (const screen of ['/', '/cases', `/cases/${caseId}`, `/cases/${caseId}/imr-filing`, '/team'])
    await expectNoViolations(page, screen);
});

for (const width of WIDTHS) {
  test(`the proof of a date is free of axe violations where it is opened at ${width} px`, async ({
    page,
    journey,
  }) => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .in(journey.office);
    await journey.itIs('2026-03-10');
    await page.setViewportSize({ width, height: 900 });
    await journey.signIn(page, 'caseworker');
    // Beside the page where there is room for both, and a page of its own on a phone.
    const proof = width > 720 ? page.getByRole('dialog') : page.getByRole('main');
    await expect(async () => {
      await page.goto(`/cases/${caseId}`);
      await page
        .getByRole('link', { name: /why this date, Ask for the IMR/i })
        .first()
        .click();
      await expect(proof.getByRole('heading', { name: 'The arithmetic' })).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await expect(page.getByRole('dialog')).toHaveCount(width > 720 ? 1 : 0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect
        .soft(violations.map(({ id, nodes }) => `${colorScheme}: ${id} ${nodes[0]?.target.join(' ')}`))
        .toEqual([]);
    }
  });
}

for (const width of WIDTHS) {
  test(`the steps of coming in and one’s account are free of axe violations at ${width} px`, async ({
    page,
    journey,
  }) => {
    test.slow();
    const { office } = journey;
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(office.emailOf('administrator'));
    await page.getByLabel('Password').fill(TEST_PASS_PHRASE);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible();
    for (const screen of ['/second-factor', '/second-factor/recovery'])
      await expectNoViolations(page, screen);
    await page.goto('/second-factor');
    await page.getByLabel('Code').fill(await office.codeFor('administrator'));
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    const own = ['/account', '/account/password', '/account/authenticator', '/account/recovery-codes'];
    for (const screen of own) await expectNoViolations(page, screen);
    await page.getByRole('button', { name: 'Make new codes' }).click();
    await expect(page.locator('ol code').first()).toBeVisible();
    expect.soft((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await office.owner.pool.query(
      `update sessions set factor_at = factor_at - interval '11 minutes' where user_id = $1`,
      [office.person('administrator').userId],
    );
    await expectNoViolations(page, '/confirm');
    await page.goto('/account');
    await page.locator('details.account summary').click();
    await page.getByRole('button', { name: 'Lock the screen' }).click();
    await expect(page.getByRole('dialog', { name: 'Locked' })).toBeVisible();
    expect.soft((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await expectNoViolations(page, '/unlock');
  });
}

test('the account menu is free of axe violations when open', async ({ page, journey }) => {
  await journey.signIn(page, 'supervisor');
  await page.locator('details.account summary').click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

async function expectNoViolations(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('main')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}
