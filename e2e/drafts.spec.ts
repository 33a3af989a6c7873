import type { Page } from '@playwright/test';
import { aCase } from '../tests/support/a-case.ts';
import { TEST_PASS_PHRASE, type TestOffice } from '../tests/support/office.ts';
import { expect, type Journey, test } from './support/journey.ts';

const NOTE = 'She will call back on Friday with the name of the nurse.';

const silent = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');

async function openNote(page: Page, journey: Journey): Promise<string> {
  await journey.itIs('2026-02-20');
  const caseId = await silent().in(journey.office);
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/note`);
  return `/cases/${caseId}/note`;
}

const body = (page: Page) => page.locator('main textarea[name="body"]');
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const kept = (page: Page) => expect(page.getByText(/^Draft kept, /)).toBeVisible();

async function draftsIn({ owner, officeId }: TestOffice): Promise<number> {
  const { rows } = await owner.pool.query<{ count: number }>(
    'select count(*)::int as count from drafts where office_id = $1',
    [officeId],
  );
  return rows[0]?.count ?? 0;
}

test('what was typed survives a closed tab, and goes when it is saved', async ({
  page,
  context,
  journey,
}) => {
  const path = await openNote(page, journey);
  await body(page).fill(NOTE);
  // At once: nothing was kept yet when the tab closes.
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => draftsIn(journey.office)).toBe(1);

  const again = await context.newPage();
  await again.goto(path);
  await expect(body(again)).toHaveValue(NOTE);
  await expect(again.getByText(/^Your draft of 9:00 am is here/)).toBeVisible();
  await save(again);
  await expect(again).toHaveURL(new RegExp(`${path.replace('/note', '')}$`));
  expect(await draftsIn(journey.office)).toBe(0);
  await again.goto(path);
  await expect(body(again)).toHaveValue('');
});

test('what was typed survives an expired session, in the page and after it', async ({
  page,
  context,
  journey,
}) => {
  const path = await openNote(page, journey);
  await body(page).fill(NOTE);
  await kept(page);
  await journey.office.owner.pool.query(
    `update sessions set revoked_at = now(), ended_because = 'revoked' where office_id = $1`,
    [journey.office.officeId],
  );
  await body(page).pressSequentially(' At noon.');
  const dialog = page.getByRole('dialog', { name: 'You were signed out' });
  await expect(dialog).toBeVisible();

  const again = await context.newPage();
  await again.goto(path);
  await again.getByLabel('E-mail').fill(journey.office.emailOf('caseworker'));
  await again.getByLabel('Password').fill(TEST_PASS_PHRASE);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again).toHaveURL(new RegExp(`${path}$`));
  await expect(body(again)).toHaveValue(NOTE);
  await again.close();

  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(dialog).toBeHidden();
  await expect(body(page)).toHaveValue(`${NOTE} At noon.`);
  await kept(page);
  await page.reload();
  await expect(body(page)).toHaveValue(`${NOTE} At noon.`);
});

test('while the server cannot be reached nothing typed is lost, and the page says when it can again', async ({
  page,
  context,
  journey,
}) => {
  const path = await openNote(page, journey);
  await context.route('**/*', (route) => route.abort('connectionrefused'));
  await body(page).fill(NOTE);
  await expect(page.getByText('No connection. What you typed is still here')).toBeVisible();
  await save(page);
  const alert = page.getByRole('alert').filter({ hasText: 'Recourse cannot be reached' });
  await expect(alert).toBeVisible();
  await expect(body(page)).toHaveValue(NOTE);
  await context.unroute('**/*');
  await expect(
    page.getByRole('main').getByText('The connection is back, and everything you typed is here'),
  ).toBeVisible();
  await expect(alert).toBeHidden();
  await save(page);
  await expect(page).toHaveURL(new RegExp(`${path.replace('/note', '')}$`));
  await expect(page.getByText(NOTE).filter({ visible: true }).first()).toBeVisible();
  expect(await draftsIn(journey.office)).toBe(0);
});

test('a draft is discarded, and that is taken back', async ({ page, journey }) => {
  const path = await openNote(page, journey);
  await body(page).fill(NOTE);
  await kept(page);
  await page.goto(path);
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await expect(page.getByRole('main').getByText('The draft is discarded.')).toBeVisible();
  await expect(body(page)).toHaveValue('');
  expect(await draftsIn(journey.office)).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(body(page)).toHaveValue(NOTE);
  await page.reload();
  await expect(body(page)).toHaveValue(NOTE);
});

test('two tabs of one form: neither saving nor discarding in one takes what the other kept last', async ({
  page,
  context,
  journey,
}) => {
  const path = await openNote(page, journey);
  await body(page).fill('She will call back.');
  await kept(page);
  const other = await context.newPage();
  await other.goto(path);
  await expect(body(other)).toHaveValue('She will call back.');
  const keptAgain = page.waitForResponse((response) => response.url().endsWith('/api/drafts'));
  await body(page).fill(NOTE);
  await keptAgain;
  await save(other);
  await expect(other).toHaveURL(new RegExp(`${path.replace('/note', '')}$`));
  expect(await draftsIn(journey.office)).toBe(1);
  await page.reload();
  await expect(body(page)).toHaveValue(NOTE);

  await other.goto(path);
  await expect(body(other)).toHaveValue(NOTE);
  const keptOnceMore = page.waitForResponse((response) => response.url().endsWith('/api/drafts'));
  await body(page).fill(`${NOTE} At noon.`);
  await keptOnceMore;
  await other.getByRole('button', { name: 'Discard draft' }).click();
  await expect(body(other)).toHaveValue('');
  expect(await draftsIn(journey.office)).toBe(1);
});

test('a draft says what others changed since, and shows its dates and what saving it would do', async ({
  page,
  journey,
}) => {
  await journey.itIs('2026-02-20');
  const caseId = await silent().in(journey.office);
  await journey.signIn(page, 'caseworker');
  const path = `/cases/${caseId}/plan-decision`;
  await page.goto(path);
  await page.getByLabel(/keeps the denial/i).check();
  await page.getByRole('textbox', { name: 'Date on the letter' }).fill('2/18/26');
  await kept(page);
  await page.goto('/');

  const colleague = await journey.elsewhere();
  await journey.signIn(colleague, 'supervisor');
  await colleague.goto(`/cases/${caseId}/note`);
  await body(colleague).fill('Called the appeals desk.');
  await save(colleague);
  await expect(colleague).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await colleague.goto(path);
  await expect(colleague.getByRole('textbox', { name: 'Date on the letter' })).toHaveValue('');

  await page.goto(path);
  await expect(page.getByRole('alert').first()).toContainText('Test supervisor');
  await expect(page.getByLabel(/keeps the denial/i)).toBeChecked();
  await expect(page.getByText('Wednesday, February 18, 2026').first()).toBeVisible();
  await page.getByRole('button', { name: 'Save decision' }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
});

test('intake is gone on with where it was left', async ({ page, journey }) => {
  await journey.itIs('2026-02-20');
  await journey.signIn(page, 'caseworker');
  await page.goto('/cases/new');
  await page.locator('[name="denialLetterOn"]').fill('1/20/26');
  await page.locator('[name="name"]').fill('Rosario Villaseñor');
  await kept(page);
  await page.goto('/cases/new');
  await expect(page.locator('[name="name"]')).toHaveValue('Rosario Villaseñor');
  await expect(page.locator('[name="denialLetterOn"]')).toHaveValue('1/20/26');
  await page.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rosario Villaseñor' })).toBeVisible();
  expect(await draftsIn(journey.office)).toBe(0);
});
