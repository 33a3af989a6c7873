import AxeBuilder from '@axe-core/playwright';
import { aCase } from '../tests/support/a-case.ts';
import { faultsOf } from '../tests/support/rfc5545.ts';
import { expect, test } from './support/journey.ts';

const WIDTHS = [1400, 390];

for (const width of WIDTHS) {
  test(`a calendar address is made, fetched, replaced and removed at ${width} px`, async ({
    page,
    request,
    journey,
  }) => {
    const { office } = journey;
    await aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02').in(office);
    await page.setViewportSize({ width, height: 900 });
    await journey.itIs('2026-02-10');
    await journey.signIn(page, 'caseworker');
    const hasNoViolations = async () =>
      expect.soft((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const made = async (button: string): Promise<string> => {
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('heading', { name: 'Your address, shown this once' })).toBeVisible();
      await hasNoViolations();
      return page.getByRole('main').locator('code').innerText();
    };
    const fetched = (address: string, headers: Record<string, string> = {}) =>
      request.get(address, { headers: { 'user-agent': 'Google-Calendar-Importer', ...headers } });

    await page.goto('/account');
    await page.getByRole('link', { name: 'Your calendar' }).click();
    await hasNoViolations();
    const first = await made('Make an address');
    const file = await fetched(first);
    expect(file.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(file.headers()['cache-control']).toContain('no-store');
    const text = await file.text();
    expect(faultsOf(text)).toEqual([]);
    expect(text).toContain('A. P.: the plan to answer the grievance');
    const etag = file.headers()['etag'] ?? '';
    expect((await fetched(first, { 'if-none-match': etag })).status()).toBe(304);

    await page.getByRole('link', { name: 'Done' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Google Calendar' })).toContainText('Last ');
    await hasNoViolations();
    const second = await made('Make a new address');
    expect((await fetched(first)).status()).toBe(404);
    expect((await fetched(second)).status()).toBe(200);

    await page.goto('/account/calendar');
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(page.getByRole('main').getByText('The address was removed.')).toBeVisible();
    const gone = await fetched(second);
    expect([gone.status(), await gone.text()]).toEqual([404, '']);
  });
}

test('a calendar address is made only by whoever showed lately who they are', async ({ page, journey }) => {
  const { office } = journey;
  await journey.signIn(page, 'supervisor');
  await office.owner.pool.query(
    `update sessions set factor_at = factor_at - interval '11 minutes' where user_id = $1`,
    [office.person('supervisor').userId],
  );
  await page.goto('/account/calendar');
  await page.getByRole('button', { name: 'Make an address' }).click();
  await expect(page.getByText('One more thing before this is done')).toBeVisible();
  await page.getByLabel('Code from your authenticator').fill(await office.codeFor('supervisor'));
  await page.getByRole('button', { name: 'Make an address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address, shown this once' })).toBeVisible();
});
