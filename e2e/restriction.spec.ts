import type { Page } from '@playwright/test';
import { aCase, CaseStory } from '../tests/support/a-case.ts';
import { addColleague, letSignIn } from '../tests/support/colleague.ts';
import { expect, test } from './support/journey.ts';

const CLIENT = 'Rosa Callada';
const REASON = 'Her former partner knows somebody here.';
const MADE_UP = '0190b1c2-0000-7000-8000-000000000000';

test('a restricted case is there for the people named on it and for nobody else, until it is lifted', async ({
  page,
  journey,
}) => {
  const { office } = journey;
  await aCase().denied('2026-01-20', 'medical-necessity').in(office);
  const caseId = await new CaseStory({ on: '2026-01-05', line: 'dmhc', name: CLIENT })
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-20')
    .in(office);
  const number = (await office.read(caseId, '2026-03-10'))?.number ?? '';
  const email = await letSignIn(office, await addColleague(office, 'Olaf Other', 'caseworker'));
  await journey.itIs('2026-03-10');
  const other = await journey.elsewhere();
  await journey.signIn(other, 'caseworker', email);
  await expectListed(other, 2);
  expect((await other.goto(`/cases/${caseId}`))?.status()).toBe(200);

  await journey.signIn(page, 'supervisor');
  await page.goto(`/cases/${caseId}`);
  await page.getByRole('link', { name: 'Restrict to named people' }).click();
  await page.getByRole('radio', { name: 'Domestic violence' }).check();
  await page.getByRole('textbox', { name: 'In a sentence' }).fill(REASON);
  const named = page.getByRole('group', { name: /Who else may know of it/ });
  await expect(named).toContainText('Test caseworker (the case’s owner)');
  await expect(named.getByRole('checkbox', { name: /Test caseworker/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Restrict the case' }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expectMark(page);

  await test.step('its owner works it as before', async () => {
    const owner = await journey.elsewhere();
    await journey.signIn(owner, 'caseworker');
    await expect(owner.getByRole('link', { name: CLIENT }).first()).toBeVisible();
    await owner.goto(`/cases/${caseId}`);
    await expectMark(owner);
    await expect(owner.getByRole('link', { name: /the restriction/ })).toHaveCount(0);
    await owner.goto(`/cases/${caseId}/note`);
    await owner.getByRole('textbox', { name: 'What was said or done' }).fill('Call her sister only.');
    await owner.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(owner).toHaveURL(new RegExp(`/cases/${caseId}$`));
  });

  await test.step('to another caseworker it is not there', async () => {
    for (const screen of [
      '/',
      '/cases',
      '/cases?who=everyone',
      '/cases?who=unassigned',
      '/cases?who=everyone&closed=1',
    ]) {
      await other.goto(screen);
      await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await other.content(), screen).not.toMatch(new RegExp(`${CLIENT}|${number}|${caseId}`));
    }
    await expectListed(other, 1);
    for (const text of ['Rosa', 'Callada', number]) {
      await search(other, text);
      await expect(other.getByText(`No case was found under “${text}”.`)).toBeVisible();
    }
    for (const path of ['', '/note', '/grievance', '/proof/ca.grv.resolve'])
      expect(await seenAt(other, `/cases/${caseId}${path}`), path).toEqual(
        await seenAt(other, `/cases/${MADE_UP}${path}`),
      );
  });

  await page.getByRole('link', { name: 'Change or lift the restriction' }).click();
  await expect(page.getByText(REASON)).toBeVisible();
  await page.getByRole('textbox', { name: 'Why it is no longer needed' }).fill('She moved away.');
  await page.getByRole('button', { name: 'Lift the restriction' }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expect(page.getByText('people may know of it')).toHaveCount(0);
  await expectListed(other, 2);
  await search(other, 'Rosa');
  await other.getByRole('link', { name: CLIENT }).first().click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText(CLIENT);
});

/** How many cases the office has to this person, as the list counts them. */
async function expectListed(page: Page, count: number): Promise<void> {
  await page.goto('/cases?who=everyone');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Open cases ${count}`);
}

async function expectMark(page: Page): Promise<void> {
  const flags = page.getByRole('list', { name: 'Needs attention' });
  await expect(flags).toContainText('Restricted: 2 people may know of it');
}

async function search(page: Page, text: string): Promise<void> {
  await page.goto('/cases?who=everyone');
  await page.getByLabel('Search in this list').fill(text);
  await page.getByLabel('Search in this list').press('Enter');
  await page.waitForURL(/find=/);
}

async function seenAt(page: Page, path: string) {
  const response = await page.goto(path);
  await expect(page).toHaveTitle('Case not found · Recourse');
  return {
    status: response?.status(),
    text: await page.getByRole('main').innerText(),
  };
}
