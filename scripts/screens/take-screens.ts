import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { inheritEnv } from '../../lib/env.ts';
import { findChrome } from '../chrome.ts';
import { Problem } from '../launcher/problem.ts';
import { galleryOf, type Picture } from './gallery.ts';
import { findPlaces } from './places.ts';
import { type Screen, screensOf } from './screens-list.ts';

const WIDTHS = [1400, 390] as const;
/** A server that reloads as the code changes compiles a page when it is first asked for. */
const NAVIGATION_MILLISECONDS = 120_000;

type Asked = {
  readonly address: string;
  readonly account: { readonly email: string; readonly password: string };
  readonly folder: string;
  readonly say: (line: string) => void;
};

/** Takes a picture of every screen at both widths into the folder, with a page that shows them all. */
export async function takeScreens({ address, account, folder, say }: Asked): Promise<void> {
  const chrome = findChrome();
  const browser = await chromium.launch({
    ...(chrome && { executablePath: chrome.executablePath }),
    ...(chrome?.env && { env: inheritEnv(chrome.env) }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const staff = await signIn(browser, address, account);
    const places = await findPlaces(staff.request, address);
    const stranger = await browser.newContext();
    const pictures: Picture[] = [];
    for (const screen of screensOf(places)) {
      const take = async () => {
        const page = await (screen.isPublic ? stranger : staff).newPage();
        try {
          return await pictureOf(page, address, screen, folder);
        } finally {
          await page.close();
        }
      };
      // A server that reloads as the code changes may break one visit off.
      const files = await take().catch(take);
      if (!files) say(`${screen.name}: leads elsewhere, no picture`);
      else pictures.push({ ...screen, files });
    }
    fs.writeFileSync(path.join(folder, 'index.html'), galleryOf(pictures, WIDTHS));
    say(`${pictures.length} screens at ${WIDTHS.join(' and ')} px: ${path.join(folder, 'index.html')}`);
  } finally {
    await browser.close();
  }
}

async function signIn(
  browser: Browser,
  address: string,
  { email, password }: Asked['account'],
): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', timezoneId: 'America/Los_Angeles' });
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('button[type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  // The demo office lets its leaders put the authenticator off.
  await page.goto(`${address}/`);
  if (new URL(page.url()).pathname !== '/')
    throw new Problem(`Signing in led to ${new URL(page.url()).pathname}: sign in there once by hand.`);
  await page.close();
  return context;
}

/** The files by width; null where the address leads to another page. */
async function pictureOf(
  page: Page,
  address: string,
  { name, path: at, theme }: Screen,
  folder: string,
): Promise<Picture['files'] | null> {
  const wanted = new URL(at, address);
  page.setDefaultNavigationTimeout(NAVIGATION_MILLISECONDS);
  await page.emulateMedia({ colorScheme: theme });
  const files: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(wanted.href, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    if (new URL(page.url()).pathname !== wanted.pathname) return null;
    const file = `${name.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}.png`;
    await page.screenshot({ path: path.join(folder, file), fullPage: true, animations: 'disabled' });
    files.push(file);
  }
  return files;
}
