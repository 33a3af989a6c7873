import type { Browser, Page } from '@playwright/test';
import { clearFactor, insideOffice } from '../lib/access/repository.ts';
import type { Role } from '../lib/db/vocabulary.ts';
import { aCase } from '../tests/support/a-case.ts';
import { TEST_PASS_PHRASE, type TestOffice } from '../tests/support/office.ts';
import { codeAt } from '../tests/support/second-factor.ts';
import { expect, test } from './support/journey.ts';

const NOTE = 'She called back and said';

async function showPassword(page: Page, office: TestOffice, role: Role, path = '/sign-in'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('E-mail').fill(office.emailOf(role));
  await page.getByLabel('Password').fill(TEST_PASS_PHRASE);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const ofSessions = (office: TestOffice, role: Role, change: string) =>
  office.owner.pool.query(`update sessions set ${change} where user_id = $1 and revoked_at is null`, [
    office.person(role).userId,
  ]);
const leaveAlone = (office: TestOffice, role: Role) =>
  ofSessions(office, role, `last_seen_at = now() - interval '20 minutes'`);
const letProofAge = (office: TestOffice, role: Role) =>
  ofSessions(
    office,
    role,
    `created_at = created_at - interval '11 minutes', factor_at = factor_at - interval '11 minutes'`,
  );

const noteForm = async (page: Page, office: TestOffice): Promise<string> => {
  const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
  await page.goto(`/cases/${caseId}/note`);
  return caseId;
};
const saveNote = (page: Page) => page.locator('main').getByRole('button', { name: /^Save|^Add|^Record/ });

async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  return context.newPage();
}

test('a leader without an authenticator sets one up before anything else opens, and comes in with it and without', async ({
  page,
  journey: { office },
  browser,
  baseURL,
}) => {
  const { userId } = office.person('supervisor');
  await insideOffice(office.owner.db, office.officeId, (tx) => clearFactor(tx, userId));
  await showPassword(page, office, 'supervisor', '/sign-in?to=%2Fteam');
  await expect(page.getByRole('heading', { name: 'Set up your authenticator' })).toBeVisible();
  await page.goto('/team');
  await expect(page.getByRole('heading', { name: 'Set up your authenticator' })).toBeVisible();

  const secret = (await page.locator('figure code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code the app shows').fill('000000');
  await page.getByRole('button', { name: 'Add authenticator' }).click();
  await expect(page.getByRole('alert').first()).toContainText('not the code of this authenticator');
  await page.getByLabel('Code the app shows').fill(codeAt(secret, Date.now()));
  await page.getByRole('button', { name: 'Add authenticator' }).click();
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible();
  const codes = await page.locator('ol code').allInnerTexts();
  expect(codes).toHaveLength(10);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('recourse-recovery-codes.txt');
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page).toHaveURL(/\/team$/);

  const phone = await elsewhere(browser, baseURL);
  await showPassword(phone, office, 'supervisor');
  await phone.getByRole('link', { name: 'Use a recovery code' }).click();
  for (const arrives of [true, false]) {
    await phone.getByLabel('Recovery code').fill(codes[0] ?? '');
    await phone.getByRole('button', { name: 'Go on' }).click();
    if (!arrives) continue;
    await expect(phone.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await phone.context().clearCookies();
    await showPassword(phone, office, 'supervisor', '/sign-in');
    await phone.getByRole('link', { name: 'Use a recovery code' }).click();
  }
  await expect(phone.getByRole('alert').first()).toContainText('none of your recovery codes');
  await phone.context().close();
  await page.goto('/account');
  await expect(page.getByText('9 codes are left')).toBeVisible();
});

test('the second step gives the browser another session, and the first one is worth nothing', async ({
  page,
  context,
  journey: { office },
}) => {
  await showPassword(page, office, 'supervisor');
  await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible();
  const half = await context.cookies();
  await page.getByLabel('Code').fill(await office.codeFor('supervisor'));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const session = (await context.cookies()).find(({ name }) => name.endsWith('recourse-session'));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(half.find(({ name }) => name === session?.name)?.value).not.toBe(session?.value);
  await context.clearCookies();
  await context.addCookies(half);
  await page.goto('/cases');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('guessing is held off, with the same words for an account and for none', async ({
  page,
  journey: { office },
}) => {
  for (const email of [office.emailOf('caseworker'), `nobody-${office.officeId}@example.org`]) {
    await page.goto('/sign-in');
    for (let tries = 0; tries < 6; tries += 1) {
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password').fill('not the pass phrase');
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await answered;
      await expect(page.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-disabled');
    }
    await expect(page.locator('.summary')).toContainText('Wait a minute and try again');
    await expect(page.locator('.summary')).toContainText('A new password, mailed to you, works at once');
  }
});

test('signing in leads on within Recourse only', async ({ page, journey: { office }, baseURL }) => {
  await showPassword(page, office, 'caseworker', '/sign-in?to=%2F%2Fevil.example%2F');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(page.url()).toBe(`${new URL(baseURL ?? '').origin}/`);
});

test('a page left alone is covered until its person is back, with what was typed still in it', async ({
  page,
  journey,
}) => {
  const { office } = journey;
  await journey.signIn(page, 'caseworker');
  const caseId = await noteForm(page, office);
  await page.locator('textarea').first().fill(NOTE);
  await leaveAlone(office, 'caseworker');
  await saveNote(page).click();
  const dialog = page.getByRole('dialog', { name: 'Locked' });
  await expect(dialog).toBeVisible();
  await expect(page.locator('main textarea').first()).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();

  await dialog.getByLabel(/^Password of/).fill('not the pass phrase');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog.getByRole('alert')).toContainText('That is not right');
  await dialog.getByLabel(/^Password of/).fill(TEST_PASS_PHRASE);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('main textarea').first()).toHaveValue(NOTE);
  await saveNote(page).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expect(page.getByText(NOTE).first()).toBeVisible();
});

test('a session that ended in the middle of a sentence begins again over the same form', async ({
  page,
  journey,
}) => {
  const { office } = journey;
  await journey.signIn(page, 'supervisor');
  const caseId = await noteForm(page, office);
  await page.locator('textarea').first().fill(NOTE);
  await ofSessions(office, 'supervisor', `revoked_at = now(), ended_because = 'revoked'`);
  await saveNote(page).click();
  await page.getByLabel(/^Password of/).fill(TEST_PASS_PHRASE);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
  await page
    .getByRole('dialog')
    .getByLabel('Code from your authenticator')
    .fill(await office.codeFor('supervisor'));
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('main textarea').first()).toHaveValue(NOTE);
  await saveNote(page).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
});

test('the screen can be locked by hand, for every page of the session', async ({
  page,
  context,
  journey,
}) => {
  await journey.signIn(page, 'caseworker');
  await page.locator('details.account summary').click();
  await page.getByRole('button', { name: 'Lock the screen' }).click();
  await expect(page.getByRole('dialog', { name: 'Locked' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/plans');
  await expect(other).toHaveURL(/\/unlock\?to=%2Fplans$/);
  await other.getByLabel('Your password').fill(TEST_PASS_PHRASE);
  await other.getByRole('button', { name: 'Unlock' }).click();
  await expect(other).toHaveURL(/\/plans$/);
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByRole('dialog', { name: 'Locked' })).toBeHidden();
});

test('one’s other sessions are seen and ended', async ({ page, browser, baseURL, journey }) => {
  const { office } = journey;
  await journey.signIn(page, 'caseworker');
  const other = await elsewhere(browser, baseURL);
  await showPassword(other, office, 'caseworker');
  await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('here and now')).toHaveCount(1);
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await expect(page.getByText('Nowhere but here')).toBeVisible();
  await other.goto('/cases');
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('what does lasting harm asks again who it is, and keeps the form', async ({ page, journey }) => {
  const { office } = journey;
  await journey.signIn(page, 'supervisor');
  await letProofAge(office, 'supervisor');
  await page.goto('/account/recovery-codes');
  await expect(page).toHaveURL(/\/confirm\?to=%2Faccount%2Frecovery-codes$/);
  await page.getByLabel('Code from your authenticator').fill(await office.codeFor('supervisor'));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeVisible();

  await letProofAge(office, 'supervisor');
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await expect(page.getByText('One more thing before this is done')).toBeVisible();
  await page.getByLabel('Code from your authenticator').fill('000000');
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await expect(page.getByText('That code is not right')).toBeVisible();
  await page.getByLabel('Code from your authenticator').fill(await office.codeFor('supervisor'));
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await expect(page.locator('ol code')).toHaveCount(10);
});

test('a changed password ends the other sessions and is the one that counts', async ({
  page,
  browser,
  baseURL,
  journey,
}) => {
  const { office } = journey;
  await journey.signIn(page, 'caseworker');
  const other = await elsewhere(browser, baseURL);
  await showPassword(other, office, 'caseworker');
  await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.goto('/account/password');
  await page.getByLabel('Present password').fill(TEST_PASS_PHRASE);
  await page.getByLabel('New password', { exact: true }).fill('walnut ferry paper candle');
  await page.getByLabel('New password, once more').fill('walnut ferry paper candle');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByRole('main').getByText('The password was changed')).toBeVisible();
  await other.goto('/cases');
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a locked session leads back to the same page, and a second step is taken', async ({
    page,
    journey,
  }) => {
    const { office } = journey;
    await journey.signIn(page, 'supervisor');
    const caseId = await noteForm(page, office);
    await leaveAlone(office, 'supervisor');
    await page.goto(`/cases/${caseId}/note?kind=call`);
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await page.getByLabel('Your password').fill('not the pass phrase');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByText('That is not right').first()).toBeVisible();
    await page.getByLabel('Your password').fill(TEST_PASS_PHRASE);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page).toHaveURL(new RegExp(`/cases/${caseId}/note\\?kind=call$`));
  });

  test('an authenticator is added and its recovery codes are shown', async ({ page, journey }) => {
    await journey.signIn(page, 'caseworker');
    await page.goto('/account/authenticator');
    const secret = (await page.locator('figure code').innerText()).replaceAll(' ', '');
    await page.getByLabel('Code the app shows').fill('000000');
    await page.getByRole('button', { name: 'Add authenticator' }).click();
    await expect(page.getByText('not the code of the new authenticator').first()).toBeVisible();
    await expect(page.locator('figure code')).toHaveText(secret.replace(/(.{4})(?=.)/g, '$1 '));
    await page.getByLabel('Code the app shows').fill(codeAt(secret, Date.now()));
    await page.getByRole('button', { name: 'Add authenticator' }).click();
    await expect(page.locator('ol code')).toHaveCount(10);
  });
});
