import { gzipSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';
import { aCase } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

/** What the app's own scripts may add to a page of the framework, in bytes as they travel. See docs/decisions/2026-11-22-weight-of-scripts.md. */
const OWN_SHARE = 14 * 1024;

/** The scripts that opening an address loads in an empty browser, gzipped, in bytes. */
async function weightOf(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('javascript')) bodies.push(response.body());
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const loaded = await Promise.all(bodies);
  await page.close();
  return loaded.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

test('the list of cases and a case load little beside the framework itself', async ({
  page,
  journey,
  browser,
}) => {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(journey.office);
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  const signedIn = await page.context().storageState();
  const weigh = async (address: string) => {
    const context = await browser.newContext({ storageState: signedIn, baseURL: new URL(page.url()).origin });
    try {
      return await weightOf(context, address);
    } finally {
      await context.close();
    }
  };
  // A page without one component of ours in the browser.
  const framework = await weigh('/password-set');
  expect(framework).toBeGreaterThan(0);
  for (const address of ['/', '/cases?who=everyone', `/cases/${caseId}`]) {
    const own = (await weigh(address)) - framework;
    expect(own, `${address.replace(caseId, ':id')} over the framework's ${framework}`).toBeLessThan(
      OWN_SHARE,
    );
  }
});
