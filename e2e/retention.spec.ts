import { aCase } from '../tests/support/a-case.ts';
import { expect, test } from './support/journey.ts';

const CLOSED_ON = '2026-03-10';
const YEARS_LATER = '2033-03-11';

test('a closed case is kept for its years and through a hold, then erased by two people', async ({
  page,
  journey,
}) => {
  const { office } = journey;
  const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
  const number = (await office.read(caseId, CLOSED_ON))?.number ?? '';
  const toCase = new RegExp(`/cases/${caseId}$`);
  await journey.itIs(CLOSED_ON);
  await journey.signIn(page, 'supervisor');
  await page.goto(`/cases/${caseId}/closure`);
  await page.getByRole('radio', { name: 'The client withdrew' }).check();
  await page.getByRole('button', { name: 'Close the case' }).click();
  await expect(page).toHaveURL(toCase);

  await page.goto(`/cases/${caseId}/hold`);
  await page
    .getByRole('textbox', { name: 'Why must it be kept?' })
    .fill('A court has asked for the records.');
  await page.getByRole('button', { name: 'Place the hold' }).click();
  await expect(page).toHaveURL(toCase);

  await test.step('before its years are over it cannot be put forward', async () => {
    await journey.itIs('2033-03-09');
    await page.goto(`/retention/${caseId}`);
    await expect(page.getByText('This case has to be kept until Thursday, March 10, 2033.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Put forward for erasure' })).toHaveCount(0);
  });

  await test.step('a hold outlasts the years', async () => {
    await journey.itIs(YEARS_LATER);
    await page.goto('/retention');
    await expect(page.getByRole('row', { name: new RegExp(number) })).toContainText(
      'A court has asked for the records.',
    );
    await page.getByRole('link', { name: number }).click();
    await expect(page.getByText('This case is under a legal hold, so it is kept.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Put forward for erasure' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Release the hold' }).click();
    await page
      .getByRole('textbox', { name: 'Why need it not be kept any longer?' })
      .fill('The court has its copies.');
    await page.getByRole('button', { name: 'Release the hold' }).click();
    await expect(page).toHaveURL(toCase);
  });

  await page.goto(`/retention/${caseId}`);
  await page.getByRole('textbox', { name: 'Note for the second person' }).fill('Nothing is pending.');
  await page.getByRole('button', { name: 'Put forward for erasure' }).click();
  await expect(page).toHaveURL(/\/retention$/);
  await expect(page.getByRole('row', { name: new RegExp(number) })).toContainText(
    'Put forward by Test supervisor',
  );
  await page.goto(`/retention/${caseId}`);
  await expect(
    page.getByText('You put this case forward, so another supervisor or administrator decides.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /for good$/ })).toHaveCount(0);

  const second = await journey.elsewhere();
  await journey.signIn(second, 'administrator');
  await second.goto('/retention');
  await second.getByRole('link', { name: number }).click();
  await office.owner.pool.query(
    `update sessions set factor_at = factor_at - interval '11 minutes' where user_id = $1`,
    [office.person('administrator').userId],
  );
  const erase = second.getByRole('button', { name: `Erase case ${number} for good` });
  await erase.click();
  await expect(second.getByText('One more thing before this is done')).toBeVisible();
  await second.getByLabel('Code from your authenticator').fill(await office.codeFor('administrator'));
  await erase.click();
  await expect(second).toHaveURL(/\/retention$/);
  await expect(second.getByText(`${number}, erased Fri, Mar 11, 2033 by Test administrator`)).toBeVisible();

  await page.goto(`/cases/${caseId}`);
  await expect(
    page.getByText(`Case ${number} was erased on Friday, March 11, 2033 by Test administrator.`),
  ).toBeVisible();
  expect(await page.content()).not.toContain('Ana Prueba');
  for (const path of ['note', 'hold', 'lookers'])
    expect((await page.goto(`/cases/${caseId}/${path}`))?.status(), path).toBe(404);
  await page.goto('/cases?who=everyone&closed=1');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Ana Prueba')).toHaveCount(0);
});
