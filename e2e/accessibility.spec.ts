import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { linkAddress } from '../lib/access/access-links.ts';
import { keyFor } from '../lib/access/keys.ts';
import { clearFactor, insideOffice } from '../lib/access/repository.ts';
import { closeCase } from '../lib/cases/close-case.ts';
import { closureInput } from '../lib/cases/input.ts';
import { arrangeCover } from '../lib/covers/arrange-cover.ts';
import { coverInput } from '../lib/covers/input.ts';
import { inUnitOfWork } from '../lib/db/unit-of-work.ts';
import { LINK_PURPOSES, type LinkPurpose } from '../lib/db/vocabulary.ts';
import { done } from '../lib/errors.ts';
import { issueLink } from '../lib/people/issue-link.ts';
import { restrictionInput } from '../lib/restrictions/input.ts';
import { restrictCase } from '../lib/restrictions/restrict-case.ts';
import { eraseCase } from '../lib/retention/erase-case.ts';
import { erasureInput, erasureProposalInput, holdInput } from '../lib/retention/input.ts';
import { placeHold } from '../lib/retention/place-hold.ts';
import { proposeErasure } from '../lib/retention/propose-erasure.ts';
import { referenceOf } from '../lib/review/reference.ts';
import { draftRuleVersion } from '../lib/rule-versions/draft-version.ts';
import { ruleDraftInput } from '../lib/rule-versions/input.ts';
import { aCase } from '../tests/support/a-case.ts';
import { addColleague } from '../tests/support/colleague.ts';
import { TEST_PASS_PHRASE, type TestOffice, valueOf } from '../tests/support/office.ts';
import { expect, test } from './support/journey.ts';

const WIDTHS = [1400, 390] as const;
const PUBLIC_STEPS = [
  '/sign-in',
  '/reset',
  '/reset/asked',
  '/reset/nothing',
  '/invitation/nothing',
  '/stop/nobody/nothing',
];
const RECORDS = [
  'take-action?kind=call',
  'take-action',
  'pinned-facts',
  'family',
  'client-card',
  'brief',
  'acknowledgment',
  'assignment',
  'client',
  'closure',
  'complaint',
  'coverage',
  'date',
  'date?rule=ca.grv.resolve',
  'deadline',
  'deadline/answer?rule=ca.imr.deadline.silence',
  'denial',
  'filing',
  'filing/cover?by=mail',
  'filing/online',
  'filing-checklist',
  'filing-checklist/answer?item=release-signature',
  'filing-checklist/client',
  'filing-checklist/client?language=vi',
  'grievance',
  'hearing',
  'hold',
  'imr-acceptance',
  'imr-extension',
  'imr-filing',
  'letters',
  'letters/new?template=dispute-statement',
  'lookers',
  'message',
  'note',
  'packet',
  'plan-decision',
  'proof-of-filing',
  'restriction',
];

/** Looking at a screen in three themes and at four widths takes a second or two each. */
const LONG_LOOK_MS = 420_000;

for (const width of WIDTHS) {
  test(`every screen of the office is free of axe violations and of sideways scrolling at ${width} px`, async ({
    page,
    journey,
  }) => {
    test.setTimeout(LONG_LOOK_MS);
    const { office } = journey;
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .in(office);
    const { versionId } = valueOf(
      await office.run(
        draftRuleVersion,
        ruleDraftInput,
        {
          rule: 'ca.grv.resolve',
          periodCount: '20',
          periodUnit: 'calendar days',
          startsOn: '2/1/2026',
          source: 'Statutes of 2026, chapter 12',
          reason: 'The amended section shortens the period.',
        },
        { on: '2026-03-10', as: office.person('administrator') },
      ),
    );
    await journey.itIs('2026-03-10');
    await journey.morningOf('2026-03-10');
    await page.setViewportSize({ width, height: 900 });

    for (const screen of PUBLIC_STEPS) await expectFits(page, screen);
    await journey.signIn(page, 'administrator');
    const person = `/people/${journey.office.person('caseworker').userId}`;
    for (const screen of [
      '/',
      '/cases',
      '/cases/views',
      `/cases/message?cases=${caseId}`,
      '/cases?who=all',
      '/cases/new',
      '/team',
      '/plans',
      '/plans/new',
      '/people',
      '/people/new',
      person,
      `${person}/role`,
      `${person}/deactivation`,
      `${person}/second-factor`,
      '/settings',
      '/settings/note-templates',
      '/reminders/policy',
      '/account/digest',
      '/rules',
      '/rules/ca.imr.deadline.silence',
      '/rules/ca.grv.resolve/draft',
      `/rules/ca.grv.resolve/versions/${versionId}`,
      '/audit',
      '/mailbox',
      '/help',
      '/help/imr',
      '/cases/nothing',
      '/calculator',
      '/calculator/api',
    ])
      await expectFits(page, screen);
    await page.goto('/cases');
    await page.getByLabel('Search in this list').fill('prueba');
    await page.getByLabel('Search in this list').press('Enter');
    await page.waitForURL(/find=/);
    await expectFits(page, page.url());
  });

  test(`every screen of a case is free of axe violations and of sideways scrolling at ${width} px`, async ({
    page,
    journey,
  }) => {
    test.setTimeout(LONG_LOOK_MS);
    const { office } = journey;
    const denied = aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');
    const caseId = await denied.in(office);
    const filed = await denied.answered('2026-02-20').filed('2026-02-23').in(office);
    await journey.itIs('2026-03-10');
    await journey.morningOf('2026-03-10');
    await page.setViewportSize({ width, height: 900 });
    await journey.signIn(page, 'administrator');
    for (const screen of ['', '/proof/ca.imr.deadline.silence', ...RECORDS.map((record) => `/${record}`)])
      await expectFits(page, `/cases/${caseId}${screen}`);
    for (const screen of ['', '/imr-determination', '/implementation'])
      await expectFits(page, `/cases/${filed}${screen}`);
  });
}

for (const width of WIDTHS) {
  test(`who may know of a case, its keeping and the review are free of axe violations at ${width} px`, async ({
    page,
    journey,
  }) => {
    test.setTimeout(LONG_LOOK_MS);
    const { office } = journey;
    const { absentId, restricted, held, waiting, proposed, erased, reference } = await furnish(office);
    const former = await addColleague(office, 'Fay Former', 'caseworker');
    await office.owner.pool.query('update users set deactivated_at = now() where id = $1', [former.userId]);
    const plans = await office.owner.pool.query<{ id: string }>(
      'select id from health_plans where office_id = $1',
      [office.officeId],
    );
    const plan = `/plans/${plans.rows[0]?.id}`;
    await journey.itIs('2026-03-10');
    await page.setViewportSize({ width, height: 900 });
    await journey.signIn(page, 'administrator');
    for (const screen of [
      '/',
      '/team',
      '/team/cover',
      '/team/cover/new',
      `/team/cover/new?absent=${absentId}`,
      `/cases/${restricted}`,
      `/cases/${restricted}/restriction`,
      `/cases/${held}/hold`,
      `/cases/${erased}`,
      '/retention',
      `/retention/${held}`,
      `/retention/${waiting}`,
      `/retention/${proposed}`,
      '/review',
      '/review?year=1999',
      `/review/${reference}`,
      `/people/${former.userId}/reactivation`,
      plan,
      `${plan}/change`,
      `${plan}/lines/new`,
      `${plan}/lines/${office.lines.dmhc}`,
    ])
      expect.soft(await expectFits(page, screen), screen).toBe(200);
    await page.context().clearCookies();
    await journey.itIs('2026-03-10');
    await journey.signIn(page, 'reviewer');
    expect(await expectFits(page, '/cases')).toBe(403);
  });
}

/** A case in every standing that keeping and restriction know, and a cover that stands. */
async function furnish(office: TestOffice) {
  const on = '2026-03-10';
  const as = office.person('administrator');
  const closed = async () => {
    const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
    valueOf(
      await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: '2026-02-02' }),
    );
    await office.owner.pool.query(`update cases set retain_until_on = '2026-03-01' where id = $1`, [caseId]);
    return caseId;
  };
  const putForward = async () => {
    const caseId = await closed();
    const by = { on, as: office.person('supervisor') };
    valueOf(await office.run(proposeErasure, erasureProposalInput, { caseId, reason: 'Over.' }, by));
    return caseId;
  };
  const open = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-20').in(office);
  const restricted = await open();
  const why = { ground: 'domestic-violence', reason: 'She asked for it.' };
  valueOf(await office.run(restrictCase, restrictionInput, { caseId: restricted, ...why }, { on, as }));
  const held = await closed();
  valueOf(await office.run(placeHold, holdInput, { caseId: held, reason: 'A lawsuit.' }, { on, as }));
  const waiting = await closed();
  const proposed = await putForward();
  const erased = await putForward();
  valueOf(await office.run(eraseCase, erasureInput, { caseId: erased }, { on, as }));
  const absentId = office.person('caseworker').userId;
  const coverId = as.userId;
  const days = { fromOn: on, untilOn: '2026-03-20', note: 'Call me if in doubt.' };
  valueOf(await office.run(arrangeCover, coverInput, { absentId, coverId, ...days }, { on, as }));
  const reference = referenceOf(keyFor('review'), office.officeId, await open());
  return { absentId, restricted, held, waiting, proposed, erased, reference };
}

for (const width of WIDTHS) {
  test(`the proof of a date is free of axe violations where it is opened at ${width} px`, async ({
    page,
    journey,
  }) => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .in(journey.office);
    await journey.itIs('2026-03-10');
    await page.setViewportSize({ width, height: 900 });
    await journey.signIn(page, 'caseworker');
    // Beside the page where there is room for both, and a page of its own on a phone.
    const proof = width > 720 ? page.getByRole('dialog') : page.getByRole('main');
    await expect(async () => {
      await page.goto(`/cases/${caseId}`);
      await page
        .getByRole('link', { name: /why this date, Ask for the IMR/i })
        .first()
        .click();
      await expect(proof.getByRole('heading', { name: 'The arithmetic' })).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await expect(page.getByRole('dialog')).toHaveCount(width > 720 ? 1 : 0);
    await expectAccessible(page, 'the proof');
  });
}

for (const width of WIDTHS) {
  test(`the steps of coming in and one’s account are free of axe violations at ${width} px`, async ({
    page,
    journey,
  }) => {
    test.slow();
    const { office } = journey;
    await page.setViewportSize({ width, height: 900 });
    for (const purpose of LINK_PURPOSES) {
      await expectNoViolations(page, await linkTo(office, purpose));
      await expect(page.getByRole('textbox', { name: 'New password' })).toBeVisible();
    }
    await expectNoViolations(page, '/password-set');
    const { userId } = office.person('supervisor');
    await insideOffice(office.owner.db, office.officeId, (tx) => clearFactor(tx, userId));
    await showPassword(page, office.emailOf('supervisor'));
    await expect(page.getByRole('heading', { name: 'Set up your authenticator' })).toBeVisible();
    await expectNoViolations(page, '/second-factor/set-up');
    await page.context().clearCookies();
    await showPassword(page, office.emailOf('administrator'));
    await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible();
    for (const screen of ['/second-factor', '/second-factor/recovery'])
      await expectNoViolations(page, screen);
    await page.goto('/second-factor');
    await page.getByLabel('Code').fill(await office.codeFor('administrator'));
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    const own = ['/account', '/account/password', '/account/authenticator', '/account/recovery-codes'];
    for (const screen of own) await expectNoViolations(page, screen);
    await page.getByRole('button', { name: 'Make new codes' }).click();
    await expect(page.locator('ol code').first()).toBeVisible();
    await expectAccessible(page, 'the new codes');
    await office.owner.pool.query(
      `update sessions set factor_at = factor_at - interval '11 minutes' where user_id = $1`,
      [office.person('administrator').userId],
    );
    await expectNoViolations(page, '/confirm');
    await page.goto('/account');
    await page.locator('details.account summary').click();
    await page.getByRole('button', { name: 'Lock the screen' }).click();
    await expect(page.getByRole('dialog', { name: 'Locked' })).toBeVisible();
    await expectAccessible(page, 'the locked screen');
    await expectNoViolations(page, '/unlock');
  });
}

async function showPassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(TEST_PASS_PHRASE);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A link of somebody of the office by which a password is chosen, as it would be mailed. */
async function linkTo(office: TestOffice, purpose: LinkPurpose): Promise<string> {
  const person = await addColleague(office, `Nia ${purpose}`, 'caseworker');
  const email = `nia-${purpose}-${office.officeId}@example.org`;
  const issued = await inUnitOfWork(office.app.db, office.person('administrator'), new Date(), async (unit) =>
    done(await issueLink(unit, purpose, { id: person.userId, name: person.name, email })),
  );
  return linkAddress('', purpose, valueOf(issued).token);
}

for (const width of WIDTHS) {
  test(`the palette, the sheet of keys and the search are free of axe violations at ${width} px`, async ({
    page,
    journey,
  }) => {
    const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(journey.office);
    await page.setViewportSize({ width, height: 900 });
    await journey.signIn(page, 'supervisor');
    await page.goto(`/cases/${caseId}`);
    const menu = page.locator('details.account summary').first();
    const openFromMenu = async (entry: string, name: string) => {
      await expect(async () => {
        if (!(await page.getByRole('button', { name: entry }).isVisible())) await menu.click();
        await page.getByRole('button', { name: entry }).click();
        await expect(page.getByRole('dialog', { name })).toBeVisible({ timeout: 3_000 });
      }).toPass();
    };
    await openFromMenu('Every action', 'Find a case or an action');
    await expectAccessible(page, 'the palette');
    await page.keyboard.type('call prueba');
    await expect(page.getByRole('option', { name: /Ana Prueba/ }).first()).toBeVisible();
    await expectAccessible(page, 'the palette with a case');
    await page.keyboard.press('Escape');
    await openFromMenu('Keyboard', 'Keyboard');
    await expectAccessible(page, 'the sheet of keys');
    await page.keyboard.press('Escape');
    if (width < 720) return;
    await page.keyboard.press('/');
    await page.keyboard.type('prueba');
    await expect(page.getByRole('option', { name: /Ana Prueba/ })).toBeVisible();
    await expectAccessible(page, 'the cases found');
  });
}

test('the account menu is free of axe violations when open', async ({ page, journey }) => {
  await journey.signIn(page, 'supervisor');
  await page.locator('details.account summary').click();
  await expectAccessible(page, 'the account menu');
});

async function expectFits(page: Page, path: string): Promise<number | undefined> {
  const status = await expectNoViolations(page, path);
  await expectNoSideways(page, path);
  return status;
}

/** Read again at the width of a 1280 pixel window at 400 %, which is the least that has to hold without scrolling sideways. */
const REFLOW_WIDTH = 320;
/** A window of 1400 pixels at 200 %. */
const ZOOMED_WIDTH = 700;

async function expectNoSideways(page: Page, path: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1400, height: 900 };
  for (const width of [size.width, ZOOMED_WIDTH, REFLOW_WIDTH]) {
    await page.setViewportSize({ ...size, width });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${path} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(size);
}

async function expectNoViolations(page: Page, path: string): Promise<number | undefined> {
  const response = await page.goto(path);
  await expect(page.locator('main')).toBeVisible();
  await expectAccessible(page, path);
  return response?.status();
}

const THEMES = {
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'high contrast': { colorScheme: 'light', contrast: 'more' },
} as const;

/** What stands on the page now: every rule of axe in light colors, and those about color in the other themes. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(said(violations, what)).toEqual([]);
  for (const [theme, media] of Object.entries(THEMES)) {
    // Without motion no color is caught between two themes.
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    const colors = await new AxeBuilder({ page })
      .withRules(['color-contrast', 'link-in-text-block'])
      .analyze();
    expect.soft(said(colors.violations, `${what} in ${theme}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', reducedMotion: null });
}

const said = (violations: readonly AxeResult[], what: string): string[] =>
  violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.target.join(' ')}`);

type AxeResult = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];
