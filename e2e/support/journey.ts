import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Role } from '../../lib/db/vocabulary.ts';
import { inheritEnv } from '../../lib/env.ts';
import { listMailbox, type MailboxMessage } from '../../lib/mail/local-mailbox.ts';
import { findPersonal } from '../../scripts/personal-texts.ts';
import { openTestOffice, TEST_PASS_PHRASE, type TestOffice } from '../../tests/support/office.ts';
import { keepTexts, storedTexts, watchAddresses, watchTyping } from './personal-texts.ts';

export { expect };

/** The name of the cookie by which a journey tells an instance started for tests what time it is. */
const TEST_CLOCK_COOKIE = 'recourse-test-now';
const environment = inheritEnv({});

export type Journey = {
  readonly office: TestOffice;
  /** Moves every page of this journey to nine in the morning of a day, in California. */
  itIs(day: string): Promise<void>;
  /** A page at another machine, on the same day as the first; it is closed when the journey is over. */
  elsewhere(): Promise<Page>;
  /** `email` tells who it is where the office has more than one person of the role. */
  signIn(page: Page, role: Role, email?: string): Promise<void>;
  /** The scheduled work of one morning: lapsed clocks are noted and reminders go out. */
  morningOf(day: string): Promise<void>;
  /** The worker looks inside the documents that came in, puts packets together and clears up, once. */
  workOnDocuments(): Promise<void>;
  /** The mail of this journey's office to one address, oldest first. */
  mailTo(address: string): Promise<MailboxMessage[]>;
};

export const test = base.extend<{ journey: Journey }>({
  journey: async ({ browser, context, page, baseURL }, provide) => {
    const office = await openTestOffice({
      ownerUrl: required('E2E_OWNER_DATABASE_URL'),
      appUrl: required('E2E_APP_DATABASE_URL'),
      workerUrl: required('E2E_WORKER_DATABASE_URL'),
    });
    // All journeys come from this one machine, so what one of them guesses wrong is not to hold the next one off.
    await office.owner.pool.query(`delete from attempt_counts where key ~ '^(try|gate):address[.]'`);
    const url = baseURL ?? required('E2E_URL');
    const seen = watchAddresses(browser, context, url);
    const typed = watchTyping(page);
    const contexts: BrowserContext[] = [context];
    let today: string | null = null;
    const tellDay = async (of: BrowserContext) => {
      if (today) await of.addCookies([{ name: TEST_CLOCK_COOKIE, value: nineOClock(today), url }]);
    };
    await provide({
      office,
      async itIs(day) {
        today = day;
        await Promise.all(contexts.map(tellDay));
      },
      async elsewhere() {
        const other = await browser.newContext({ baseURL: url });
        contexts.push(other);
        await tellDay(other);
        return other.newPage();
      },
      async signIn(page, role, email = office.emailOf(role)) {
        await page.goto('/sign-in');
        await page.getByLabel('E-mail').fill(email);
        await page.getByLabel('Password').fill(TEST_PASS_PHRASE);
        await page.getByRole('button', { name: 'Sign in' }).click();
        if (role === 'supervisor' || role === 'administrator') {
          await page.getByLabel('Code').fill(await office.codeFor(role));
          await page.getByRole('button', { name: 'Go on' }).click();
        }
        await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      },
      morningOf: (day) => runReminders(office.officeId, nineOClock(day)),
      workOnDocuments: runDocuments,
      async mailTo(address) {
        const messages = await listMailbox(required('E2E_MAIL_DIR'), office.officeId, 200);
        return messages.filter(({ to }) => to.includes(address)).toReversed();
      },
    });
    await Promise.all(contexts.slice(1).map((other) => other.close()));
    const texts = [...(await storedTexts(office)), ...typed];
    await office.close();
    keepTexts(required('E2E_PERSONAL_TEXTS'), texts);
    // Told by what it is and where it stands: the report of a run is read by others too.
    const places = [...seen];
    const leaks = findPersonal(places, texts).map(
      ({ place, from }) => `${from} in an ${(places[place] ?? '').replace(/[?#].*|(?<=^title ).*/s, '…')}`,
    );
    expect(leaks, 'what is said about people stands in no address and no title').toEqual([]);
  },
});

/** 9:00 in winter and 10:00 in summer: the same civil day in California either way. */
const nineOClock = (day: string) => `${day}T17:00:00Z`;

const runReminders = (officeId: string, asOf: string): Promise<void> =>
  runAsWorker('remind.ts', '--as-of', asOf, '--office', officeId);

const runDocuments = (): Promise<void> => runAsWorker('documents.ts', 'work');

async function runAsWorker(program: string, ...args: string[]): Promise<void> {
  const script = path.join(import.meta.dirname, '../../scripts', program);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], {
    env: inheritEnv({
      NODE_ENV: 'production',
      TEST_CLOCK: 'on',
      APP_URL: required('E2E_URL'),
      DATABASE_WORKER_URL: required('E2E_WORKER_DATABASE_URL'),
      MAIL_DIR: required('E2E_MAIL_DIR'),
      DATA_DIR: required('E2E_DATA_DIR'),
      DOCUMENT_KEY: required('E2E_DOCUMENT_KEY'),
      LOG_LEVEL: 'debug',
    }),
  });
  fs.appendFileSync(required('E2E_REMIND_LOG'), stdout + stderr);
}

function required(name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`${name} is not set: journeys are run by "npm test"`);
  return value;
}
