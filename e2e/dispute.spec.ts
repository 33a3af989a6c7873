import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';

const CLIENT = 'Marisol Vega';
const CLIENT_MAIL = 'marisol@example.org';

/** What saving will do is asked while typing; a journey waits for the answer as a person would. */
async function seesInPreview(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('region', { name: /What saving will do|Deadlines so far/ })).toContainText(
    words,
  );
}

async function record(page: Page, verb: string | RegExp): Promise<void> {
  const link = page.getByRole('link', { name: verb }).first();
  if (!(await link.isVisible())) await page.getByText('Record', { exact: true }).click();
  await link.click();
}

test('a dispute goes from intake through silence to a determination carried out', async ({
  page,
  browser,
  baseURL,
  journey,
}) => {
  test.slow();
  const { office } = journey;
  await journey.itIs('2026-02-02');
  await journey.signIn(page, 'caseworker');

  await test.step('intake shows the deadlines while the letter is being read', async () => {
    await page.getByRole('banner').getByRole('link', { name: 'New case' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(CLIENT);
    await page.getByLabel('Health plan and line').selectOption({ label: 'Golden Valley Health Plan: HMO' });
    await page.getByRole('textbox', { name: 'Date on the denial letter' }).fill('1/20/26');
    await expect(page.getByText('Tuesday, January 20, 2026').filter({ visible: true }).first()).toBeVisible();
    await page.getByLabel('Not medically necessary').check();
    await page.getByRole('textbox', { name: 'Treatment or service' }).fill('Continuous glucose monitor');
    await page.getByLabel('Language', { exact: true }).selectOption('es');
    await page.getByRole('textbox', { name: /^E-mail/ }).fill(CLIENT_MAIL);
    await page.getByRole('textbox', { name: 'Consent to e-mail given on' }).fill('today');
    await page.getByRole('textbox', { name: 'How it was given' }).fill('by phone');
    await seesInPreview(page, /Jul 19/);
    await page.getByRole('button', { name: 'Open the case' }).click();
    await expect(page.getByRole('heading', { level: 1, name: CLIENT })).toBeVisible();
    await expect(page.getByText('2026-000001').filter({ visible: true }).first()).toBeVisible();
  });
  const casePath = new URL(page.url()).pathname;
  const isBackOnCase = () => expect(page).toHaveURL(new RegExp(`${casePath}$`));

  await test.step('the grievance starts the plan’s clocks', async () => {
    await page.goto(`${casePath}/grievance`);
    await page.getByRole('textbox', { name: 'Date sent to the plan' }).fill('2/1/26');
    await page.getByRole('textbox', { name: 'Date the plan received it' }).fill('2/2/26');
    await seesInPreview(page, /Mar 4/);
    await page.getByRole('button', { name: 'Save grievance' }).click();
    await isBackOnCase();
    await expect(page.getByText(/Feb 7/).filter({ visible: true }).first()).toBeVisible();
  });

  await test.step('filing before day 31 is refused, naming the day it opens, and keeps what was typed', async () => {
    await journey.itIs('2026-02-20');
    await page.goto(`${casePath}/imr-filing`);
    await page.getByRole('textbox', { name: 'Date sent' }).fill('2/20/26');
    await page.getByLabel('How it was sent').selectOption('online');
    await page.getByLabel('Exact destination').fill('www.HealthHelp.ca.gov');
    await page.getByRole('textbox', { name: 'Confirmation number' }).fill('HH-20931');
    await page.getByRole('button', { name: 'Save filing' }).click();
    const summary = page.getByRole('alert').first();
    await expect(summary).toContainText('Thursday, March 5, 2026');
    await expect(summary).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Confirmation number' })).toHaveValue('HH-20931');
  });

  await test.step('the morning after day 30 the case says what the silence opened', async () => {
    await journey.morningOf('2026-03-05');
    await journey.itIs('2026-03-05');
    await page.goto(casePath);
    await expect(
      page
        .getByText(/did not answer by Wed, Mar 4, 2026/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await page.goto('/');
    await expect(page.getByText(CLIENT).filter({ visible: true }).first()).toBeVisible();
    const owner = await journey.mailTo(office.emailOf('caseworker'));
    expect(owner.length).toBeGreaterThan(0);
    for (const { subject } of owner) expect(subject).not.toContain('Marisol');
    const client = await journey.mailTo(CLIENT_MAIL);
    expect(client).toHaveLength(1);
    expect(client[0]?.language).toBe('es');
    expect(`${client[0]?.subject} ${client[0]?.text}`).not.toMatch(
      /Golden Valley|glucosa|glucose|plan|IMR|médic/i,
    );
    await journey.morningOf('2026-03-05');
    expect(await journey.mailTo(CLIENT_MAIL)).toHaveLength(1);
  });

  await test.step('the supervisor sees the clock that lapsed', async () => {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    await context.addCookies([
      { name: 'recourse-test-now', value: '2026-03-05T17:00:00Z', url: baseURL ?? '' },
    ]);
    const supervisor = await context.newPage();
    await journey.signIn(supervisor, 'supervisor');
    await supervisor.getByRole('link', { name: 'Team' }).click();
    await expect(supervisor.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
    await expect(supervisor.getByText(CLIENT).filter({ visible: true }).first()).toBeVisible();
    expect((await journey.mailTo(office.emailOf('supervisor'))).length).toBeGreaterThan(0);
    await context.close();
  });

  await test.step('the IMR is filed', async () => {
    await page.goto(`${casePath}/imr-filing`);
    await page.getByRole('textbox', { name: 'Date sent' }).fill('today');
    await page.getByLabel('How it was sent').selectOption('online');
    await page.getByLabel('Exact destination').fill('www.HealthHelp.ca.gov');
    await page.getByRole('textbox', { name: 'Confirmation number' }).fill('HH-20931');
    await seesInPreview(page, /applied for/);
    await page.getByRole('button', { name: 'Save filing' }).click();
    await isBackOnCase();
    await expect(
      page
        .getByText(/Filed the IMR with DMHC/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  });

  await test.step('the department accepts it and the reviewer has the records', async () => {
    await journey.itIs('2026-03-16');
    await page.goto(`${casePath}/imr-acceptance`);
    await page.getByRole('textbox', { name: 'Date the department received it' }).fill('3/5/26');
    await page.getByText('Accepted', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Date of the department’s answer' }).fill('3/10/26');
    await page
      .getByRole('textbox', { name: 'Date the plan received the department’s notice' })
      .fill('3/10/26');
    await page.getByRole('textbox', { name: 'Date the plan sent its records' }).fill('3/12/26');
    await page
      .getByRole('textbox', { name: 'Date the reviewer had the application and records' })
      .fill('3/13/26');
    await seesInPreview(page, /Apr 12/);
    await page.getByRole('button', { name: 'Save answer' }).click();
    await isBackOnCase();
    await expect(
      page
        .getByText(/Apr 12/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  });

  await test.step('the determination overturns the denial, and the plan has five working days', async () => {
    await journey.itIs('2026-04-10');
    await page.goto(casePath);
    await record(page, /determination/i);
    await page
      .getByLabel(/overturned the denial|overturns|Overturned/i)
      .first()
      .check();
    await page.getByRole('textbox', { name: 'Date of the determination' }).fill('4/8/26');
    await page.getByRole('textbox', { name: 'Date the plan received it' }).fill('4/9/26');
    await seesInPreview(page, /Apr 16/);
    await page.getByRole('button', { name: 'Save determination' }).click();
    await isBackOnCase();
    await expect(
      page
        .getByText(/Apr 16/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  });

  await test.step('the plan carries it out, and the case is closed with its outcome', async () => {
    await journey.itIs('2026-04-15');
    await page.goto(`${casePath}/implementation`);
    await page.getByRole('textbox', { name: 'Date the plan authorized or paid' }).fill('4/14/26');
    await page.getByRole('button', { name: /Save/ }).click();
    await isBackOnCase();
    await page.goto(`${casePath}/closure`);
    await page.getByLabel('The IMR overturned the denial').check();
    await page.getByRole('button', { name: 'Close the case' }).click();
    await expect(
      page
        .getByText(/closed/i)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: /Reopen/ })).toBeVisible();
  });

  await test.step('the mail is in the mailbox', async () => {
    await page.goto('/mailbox');
    await expect(page.getByText(CLIENT_MAIL).filter({ visible: true }).first()).toBeVisible();
  });
});
