import { expect, test } from '@playwright/test';
import { keyFor } from '../lib/access/keys.ts';
import { may } from '../lib/access/policy.ts';
import { closeCase } from '../lib/cases/close-case.ts';
import { closureInput } from '../lib/cases/input.ts';
import { ROLES, type Role } from '../lib/db/vocabulary.ts';
import { inheritEnv } from '../lib/env.ts';
import { writeLetterInput } from '../lib/letters/input.ts';
import { writeLetter } from '../lib/letters/write-letter.ts';
import { referenceOf } from '../lib/review/reference.ts';
import { aCase } from '../tests/support/a-case.ts';
import { openTestOffice, type TestOffice, valueOf } from '../tests/support/office.ts';
import { addPaperToCase } from './support/server-store.ts';
import { TODAY } from './sweep/actions-table.ts';
import { type Answer, NOBODY, open, post, type Session, sessionOf } from './sweep/browser.ts';
import { builtRoutes } from './sweep/built.ts';
import { type Places, ROUTES, type RouteRow } from './sweep/routes-table.ts';
import { writtenIn } from './sweep/written.ts';

/** Every page and route handler of the build, opened by everybody who must not; and what every answer carries. */

/** Made by the framework: what it answers when nothing else can. */
const FRAMEWORK = ['/_global-error/page'];

test('every route of the build has its row, and every row its route', () => {
  const built = [...builtRoutes().keys()].filter((route) => !FRAMEWORK.includes(route));
  expect(Object.keys(ROUTES).toSorted()).toEqual(built.toSorted());
});

let office: TestOffice;
let neighbor: TestOffice;
let places: Places;

test.beforeAll(async () => {
  const environment = inheritEnv({});
  const database = {
    ownerUrl: environment['E2E_OWNER_DATABASE_URL'] ?? '',
    appUrl: environment['E2E_APP_DATABASE_URL'] ?? '',
    workerUrl: environment['E2E_WORKER_DATABASE_URL'] ?? '',
  };
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
  places = await furnish(office);
});
test.afterAll(async () => {
  await office.close();
  await neighbor.close();
});

/** One of everything that has an address. */
async function furnish(whole: TestOffice): Promise<Places> {
  const { owner, officeId, lines, person } = whole;
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(whole);
  const letter = { caseId, template: 'grievance', language: 'en' };
  const { documentId: letterId } = valueOf(
    await whole.run(writeLetter, writeLetterInput, letter, { on: '2026-02-03' }),
  );
  const closedCaseId = await aCase().denied('2026-01-21', 'medical-necessity').in(whole);
  const closed = { caseId: closedCaseId, outcome: 'client-withdrew' };
  valueOf(await whole.run(closeCase, closureInput, closed, { on: '2026-02-02' }));
  await owner.pool.query(`update cases set retain_until_on = '2026-03-01' where id = $1`, [closedCaseId]);
  const plans = await owner.pool.query<{ id: string }>('select id from health_plans where office_id = $1', [
    officeId,
  ]);
  const versions = await owner.pool.query<{ id: string }>(
    `insert into rule_versions (office_id, rule, period_count, period_unit, in_force_from, source, reason, drafted_by, drafted_at)
     values ($1, 'ca.grv.ack', 7, 'calendar days', '2026-04-01', 'A bill', 'It changed.', $2, now()) returning id`,
    [officeId, person('administrator').userId],
  );
  return {
    caseId,
    letterId,
    closedCaseId,
    reference: referenceOf(keyFor('review'), officeId, caseId),
    personId: person('caseworker').userId,
    planId: plans.rows[0]?.id ?? '',
    lineId: lines.dmhc,
    versionId: versions.rows[0]?.id ?? '',
    documentId: await addPaperToCase(whole, caseId),
  };
}

const holders = ({ permission }: RouteRow): Role[] =>
  permission === 'own' || permission === 'public'
    ? ['administrator']
    : ROLES.filter((role) => may({ role }, permission));
const mostPermitted = (row: RouteRow): Role =>
  holders(row).includes('administrator') ? 'administrator' : 'caseworker';
const isStaffed = ({ permission }: RouteRow): boolean => permission !== 'own' && permission !== 'public';

const visit = (
  row: RouteRow,
  session: Session,
  { path = row.path(places), headers = row.headers }: { path?: string; headers?: RouteRow['headers'] } = {},
): Promise<Answer> => {
  const sending = { path, session, on: TODAY, ...(headers && { headers }) };
  return row.method === 'POST' ? post(sending, new URLSearchParams()) : open(sending);
};

const TELLING = /\n\s+at |node_modules|\.ts:\d+|Ana Prueba/;

/** What every answer carries, a refusal and an error too. */
function expectHeaders({ headers }: Answer, { isFile }: Pick<RouteRow, 'isFile'> = {}): void {
  expect
    .soft(headers.get('content-security-policy'))
    .toMatch(
      isFile
        ? /^sandbox; default-src 'none'$/
        : /script-src 'self' 'nonce-[^']+' 'strict-dynamic';.*frame-ancestors 'none'/,
    );
  expect.soft(headers.get('content-security-policy')).not.toContain('unsafe-eval');
  expect.soft(headers.get('x-frame-options')).toBe('DENY');
  expect.soft(headers.get('x-content-type-options')).toBe('nosniff');
  expect.soft(headers.get('referrer-policy')).toBe('same-origin');
  expect.soft(headers.get('permissions-policy')).toContain('camera=()');
  expect.soft(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect.soft(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect.soft(headers.get('x-powered-by')).toBeNull();
  // This server is reached by plain http: binding a browser to https would lock it out.
  expect.soft(headers.get('strict-transport-security')).toBeNull();
}

const expectNotKept = ({ headers }: Answer) => expect.soft(headers.get('cache-control')).toMatch(/no-store/);

for (const [key, row] of Object.entries(ROUTES)) {
  test(`${key} opens for those who may, and is closed to the rest`, async () => {
    const before = await writtenIn([office, neighbor]);
    const sessionFor = (role: Role, facts?: Parameters<typeof sessionOf>[2], of = office) =>
      sessionOf(of, of.person(role), facts);
    const keptOut = (
      name: string,
      session: Promise<Session>,
      expected: (answer: Answer) => void,
      asked: Parameters<typeof visit>[2] = {},
    ) =>
      test.step(name, async () => {
        const answer = await visit(row, await session, asked);
        expect.soft(answer.text, `${name}: nothing is told`).not.toMatch(TELLING);
        expectHeaders(answer, row);
        if (!key.startsWith('/icon')) expectNotKept(answer);
        expected(answer);
      });
    const answered = (status: number) => (answer: Answer) => expect.soft(answer.status).toBe(status);
    const ledTo = (place: string) =>
      row.tellsScript
        ? answered(401)
        : (answer: Answer) =>
            expect.soft(answer.location, answer.text.slice(0, 200)).toMatch(new RegExp(`^${place}(\\?|$)`));
    const hidden = answered(row.staysBlank ? 200 : 404);
    const noFailure = (answer: Answer) => {
      if (!row.tellsHealth || answer.status !== 503) expect.soft(answer.status).toBeLessThan(500);
    };
    const role = mostPermitted(row);

    if (isStaffed(row)) {
      await keptOut('without a session', Promise.resolve(NOBODY), ledTo('/sign-in'));
      if (key.endsWith('/page'))
        await keptOut('by script, without a session', Promise.resolve(NOBODY), ledTo('/sign-in'), {
          headers: { rsc: '1', ...row.headers },
        });
      await keptOut('expired', sessionFor(role, { expiresIn: -1 }), ledTo('/sign-in'));
      await keptOut('revoked', sessionFor(role, { isRevoked: true }), ledTo('/sign-in'));
      await keptOut('locked', sessionFor(role, { isLocked: true }), ledTo('/unlock'));
      await keptOut('left alone', sessionFor(role, { seenAgo: 16 }), ledTo('/unlock'));
      await keptOut(
        'second factor owed',
        sessionFor('administrator', { factorAgo: null }),
        ledTo('/second-factor'),
      );
      for (const outsider of ROLES.filter((each) => !holders(row).includes(each)))
        await keptOut(
          `as a ${outsider}`,
          sessionFor(outsider),
          row.elsewhere?.[outsider] ? ledTo(row.elsewhere[outsider]) : answered(403),
        );
      if (row.needsRecentFactor)
        await keptOut('stale factor', sessionFor(role, { factorAgo: 11 }), ledTo('/confirm'));
    } else {
      await keptOut('without a session', Promise.resolve(NOBODY), noFailure);
      await keptOut('locked', sessionFor(role, { isLocked: true }), noFailure);
    }
    if (row.hasIds) {
      await keptOut('from another office', sessionFor(role, {}, neighbor), hidden);
      for (const id of [
        'x',
        '%00',
        "'%20or%201=1--",
        '00000000-0000-4000-8000-000000000000',
        'a'.repeat(3_000),
      ])
        await keptOut(`an id that is ${id.slice(0, 40)}`, sessionFor(role), noFailure, {
          path: spoiled(row, id),
        });
    }
    if (row.isOfCase) await restricted(() => keptOut('restricted to others', sessionFor(role), hidden));
    await test.step('somebody who may', async () => {
      const answer = await visit(row, await sessionFor(role));
      expectHeaders(answer, row);
      if (isStaffed(row))
        expect
          .soft(answer.status)
          .toBe(row.tellsScript?.whoMay ?? (row.isEmpty ? 404 : row.leadsBack ? 303 : 200));
      noFailure(answer);
      const [path = ''] = row.path(places).split('?');
      const odd = await visit(row, await sessionFor(role), {
        path: `${path}?q=%00&page=-1&page=1e9&__proto__[a]=b&id=%27`,
      });
      expectHeaders(odd, row);
      noFailure(odd);
    });
    expect(await writtenIn([office, neighbor]), 'opening writes nothing').toEqual(before);
  });
}

/** The address with its last id replaced. */
const spoiled = (row: RouteRow, id: string): string => {
  const ids = new Set(Object.values(places));
  return row
    .path(places)
    .split('/')
    .map((part) => (ids.has(part) ? id : part))
    .join('/');
};

/** Both cases are restricted to nobody while this runs. */
async function restricted(work: () => Promise<void>): Promise<void> {
  const cases = [places.caseId, places.closedCaseId];
  await office.owner.pool.query(
    `insert into restrictions (case_id, office_id, ground, reason, restricted_by, restricted_at)
     select id, $2, 'other', 'The sweep', $3, now() from unnest($1::uuid[]) id`,
    [cases, office.officeId, office.person('supervisor').userId],
  );
  await work();
  await office.owner.pool.query('delete from restrictions where case_id = any($1)', [cases]);
}

test('files named by their content may be kept for good, and carry the same headers', async () => {
  const signIn = await open({ path: '/sign-in', session: NOBODY, on: TODAY });
  const script = /\/_next\/static\/[^"]+\.js/.exec(signIn.text)?.[0] ?? '';
  const answer = await open({ path: script, session: NOBODY, on: TODAY });
  expect(answer.status).toBe(200);
  expectHeaders(answer);
  expect(answer.headers.get('cache-control')).toContain('immutable');
});
