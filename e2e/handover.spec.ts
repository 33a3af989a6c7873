import { expect, test } from './support/journey.ts';

const TODAY = '2026-11-21';

test('hands a case over on one page, and gives the client a card that tells a finder nothing', async ({
  page,
  journey,
}) => {
  await journey.itIs(TODAY);
  const caseId = await journey.office.openCase({
    on: '2026-10-14',
    line: 'dmhc',
    denialLetterOn: '4/14/26',
    denialService: 'Continuous glucose monitor',
    denialBases: ['medical-necessity'],
    grievanceReceivedOn: '5/1/26',
    language: 'es',
  });
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}`);
  await page.getByRole('link', { name: 'Brief', exact: true }).click();
  const brief = page.getByRole('article', { name: 'Case brief' });
  await expect(brief.getByRole('heading', { name: 'Next three actions' })).toBeVisible();
  await expect(brief).toContainText('said no to: Continuous glucose monitor');
  await expect(brief).toContainText('H&S 1374.30');
  const pages = (await page.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
  expect(pages).toHaveLength(1);

  await page.getByRole('link', { name: 'Client card' }).click();
  const card = page.getByRole('article', { name: 'Su tarjeta' });
  await expect(card).toContainText('Lo que sigue');
  await expect(card).not.toContainText(/plan|salud|médic/i);
  await page.getByRole('link', { name: 'The plan and the step' }).click();
  await expect(page.getByRole('article', { name: 'Dónde está su caso' })).toContainText('revisión gratis');
});

test('explains beside a form what its law says, with the source and how sure we are of it', async ({
  page,
  journey,
}) => {
  await journey.itIs(TODAY);
  const caseId = await journey.office.openCase({ on: '2026-10-14', line: 'dmhc', denialLetterOn: '4/14/26' });
  await journey.signIn(page, 'caseworker');
  await page.goto(`/cases/${caseId}/grievance`);
  await page.getByRole('link', { name: 'Help: The plan’s own process first' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The plan’s own process first');
  await page
    .getByRole('link', { name: /^H&S 1368\.01\(a\)/ })
    .first()
    .click();
  await expect(page.locator(':target')).toContainText('within 30 days of receiving it');
  await expect(page.locator(':target')).toContainText('Read in the official text');
});
