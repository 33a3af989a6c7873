import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerAuth, authOptions, startSingleSignOn } from '../../../lib/access/session.ts';
import { getEnv, setEnv } from '../../../lib/env.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, TEST_PASS_PHRASE, type TestOffice } from '../../support/office.ts';
import { passwordShown, visit } from '../../support/signing-in.ts';

/** The request that is looked at, and what next-auth reads in its cookie. */
const request = vi.hoisted(() => ({ headers: new Headers(), session: null as object | null }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({ set: () => undefined }),
}));
vi.mock('next-auth', async (load) => ({
  ...(await load<typeof import('next-auth')>()),
  getServerSession: async () => request.session,
}));
vi.mock('next/server', async (load) => ({
  ...(await load<typeof import('next/server')>()),
  after: (work: () => Promise<void>) => work(),
}));
vi.mock('../../../lib/db/app-database.ts', () => ({ getDatabase: () => office.app.db }));

let database: TestDatabase;
let office: TestOffice;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
beforeEach(() => {
  request.headers = new Headers();
  request.session = null;
});

describe('signing in through next-auth’s own address', () => {
  type Given = Record<'email' | 'password', unknown>;
  const authorize = (given: Given) => {
    const [password] = authOptions().providers;
    const { authorize: asked } = (
      password as unknown as { options: { authorize: (given: Given, request: object) => Promise<unknown> } }
    ).options;
    return asked(given, { headers: {} });
  };

  test('opens a session for the right password alone', async () => {
    const email = office.emailOf('caseworker');
    expect(await authorize({ email, password: TEST_PASS_PHRASE })).toMatchObject({
      id: office.person('caseworker').userId,
    });
    expect(await authorize({ email, password: 'not the pass phrase' })).toBeNull();
  });

  test.each([
    ['an object', { $ne: '' }],
    ['a list', ['a']],
    ['a NUL', 'ana\0@example.org'],
    ['nothing', undefined],
  ])('tells nobody what went wrong with %s instead of an address', async (_, email) => {
    expect(await authorize({ email, password: TEST_PASS_PHRASE })).toBeNull();
    expect(await authorize({ email: office.emailOf('caseworker'), password: email })).toBeNull();
  });

  test('ends the session the browser had before', async () => {
    const former = await passwordShown(office, 'caseworker');
    request.session = former;
    const account = { provider: 'password', type: 'credentials', providerAccountId: former.userId } as const;
    expect(await authOptions().callbacks?.signIn?.({ user: { id: former.userId }, account })).toBe(true);
    expect(await visit(office, former)).toBeNull();
  });
});

test.each(['_log', 'session', 'providers', 'verify-request', ''])(
  'answers nobody at next-auth’s address “%s”, which nothing here asks for',
  async (action) => {
    const asked = new Request('http://localhost:3000/api/auth/x', { method: 'POST', body: '{}' });
    const answer = await answerAuth(asked, { params: Promise.resolve({ nextauth: [action] }) });
    expect(answer.status).toBe(404);
  },
);

describe('the way to the identity provider', () => {
  beforeAll(() => {
    const settings = { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
    setEnv({ ...getEnv(), ...settings });
  });

  test.each(['cross-site', 'same-site'])('is not begun by a %s link', async (site) => {
    request.headers.set('sec-fetch-site', site);
    await expect(startSingleSignOn('/plans')).rejects.toMatchObject({
      digest: expect.stringContaining(';/sign-in?to=%2Fplans;'),
    });
  });

  test('asks for somebody who has just shown themselves there', () => {
    const provider = authOptions().providers.find(({ id }) => id === 'provider');
    expect(provider).toMatchObject({ authorization: { params: { max_age: 600 } } });
  });
});
