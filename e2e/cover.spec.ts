import type { Page } from '@playwright/test';
import { arrangeCover } from '../lib/covers/arrange-cover.ts';
import { coverInput } from '../lib/covers/input.ts';
import { restrictionInput } from '../lib/restrictions/input.ts';
import { restrictCase } from '../lib/restrictions/restrict-case.ts';
import { CaseStory } from '../tests/support/a-case.ts';
import { addColleague, letSignIn } from '../tests/support/colleague.ts';
import { type TestOffice, valueOf } from '../tests/support/office.ts';
import { expect, test } from './support/journey.ts';

const TODAY = '2026-03-10';

/** A case of the test caseworker whose next date lies in the 30 days ahead. */
const caseOf = (office: TestOffice, name: string) =>
  new CaseStory({ on: '2026-01-05', line: 'dmhc', name })
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-20')
    .in(office);

async function restrictedCaseOf(office: TestOffice, name: string): Promise<string> {
  const caseId = await caseOf(office, name);
  valueOf(
    await office.run(
      restrictCase,
      restrictionInput,
      { caseId, ground: 'other', reason: 'She asked for it.' },
      { on: TODAY, as: office.person('supervisor') },
    ),
  );
  return caseId;
}

test('a colleague has the clocks of somebody who is away, for the days arranged and not a day longer', async ({
  page,
  journey,
}) => {
  const { office } = journey;
  await caseOf(office, 'Ana Abierta');
  const named = await restrictedCaseOf(office, 'Rosa Confiada');
  const hidden = await restrictedCaseOf(office, 'Carla Callada');
  const email = await letSignIn(office, await addColleague(office, 'Cora Colleague', 'caseworker'));
  await journey.itIs(TODAY);
  const covering = await journey.elsewhere();
  await journey.signIn(covering, 'caseworker', email);

  await journey.signIn(page, 'supervisor');
  await page.goto('/team');
  await page.getByRole('link', { name: 'Cover while somebody is away' }).click();
  await page.getByRole('link', { name: 'Arrange cover' }).click();
  await page.getByRole('link', { name: 'Test caseworker' }).click();
  await page.getByRole('radio', { name: /Cora Colleague/ }).check();
  await page.getByRole('textbox', { name: 'First day' }).fill('3/11/2026');
  await page.getByRole('textbox', { name: 'Last day' }).fill('3/13/2026');
  await page.getByRole('checkbox', { name: /Rosa Confiada/ }).check();
  await expect(page.getByText('Cora Colleague covers for Test caseworker,').first()).toBeVisible();
  await page.getByRole('button', { name: 'Arrange cover' }).click();
  await expect(page).toHaveURL(/\/team\/cover$/);
  await expect(page.getByRole('row', { name: /Test caseworker.*Cora Colleague/ })).toBeVisible();

  await expectNoCover(covering);
  for (const day of ['2026-03-11', '2026-03-13']) {
    await journey.itIs(day);
    await covering.goto('/');
    await expect(covering.getByText('You cover for Test caseworker through')).toBeVisible();
    for (const client of ['Ana Abierta', 'Rosa Confiada'])
      await expect(
        covering
          .getByRole('listitem')
          .filter({ hasText: client })
          .filter({ hasText: 'Covering for Test caseworker until' })
          .first(),
      ).toBeVisible();
    expect(await covering.content()).not.toContain('Carla Callada');
    expect((await covering.goto(`/cases/${hidden}`))?.status()).toBe(404);
    expect((await covering.goto(`/cases/${named}`))?.status()).toBe(200);
    await expect(covering.getByRole('heading', { level: 1 })).toContainText('Rosa Confiada');
  }

  await journey.itIs('2026-03-14');
  await expectNoCover(covering);
  expect((await covering.goto(`/cases/${named}`))?.status()).toBe(404);
  await page.goto('/team/cover');
  await expect(page.getByText('Nobody is covered now or in the days ahead.')).toBeVisible();
});

test('a cover that is called off ends at once, with what it opened', async ({ page, journey }) => {
  const { office } = journey;
  await caseOf(office, 'Ana Abierta');
  const named = await restrictedCaseOf(office, 'Rosa Confiada');
  const colleague = await addColleague(office, 'Cora Colleague', 'caseworker');
  const email = await letSignIn(office, colleague);
  valueOf(
    await office.run(
      arrangeCover,
      coverInput,
      {
        absentId: office.person('caseworker').userId,
        coverId: colleague.userId,
        fromOn: '2026-03-10',
        untilOn: '2026-03-20',
        namedCaseIds: [named],
      },
      { on: TODAY, as: office.person('supervisor') },
    ),
  );
  await journey.itIs(TODAY);
  const covering = await journey.elsewhere();
  await journey.signIn(covering, 'caseworker', email);
  await expect(covering.getByText('You cover for Test caseworker through')).toBeVisible();
  expect((await covering.goto(`/cases/${named}`))?.status()).toBe(200);

  await journey.signIn(page, 'supervisor');
  await page.goto('/team/cover');
  await page.getByRole('button', { name: 'Call off: Cora Colleague for Test caseworker' }).click();
  await expect(page.getByText('Nobody is covered now or in the days ahead.')).toBeVisible();
  await expectNoCover(covering);
  expect((await covering.goto(`/cases/${named}`))?.status()).toBe(404);
});

async function expectNoCover(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.content()).not.toMatch(/cover for|Covering for|Ana Abierta|Rosa Confiada|Carla Callada/);
}
