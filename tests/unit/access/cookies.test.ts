import { expect, test } from 'vitest';
import { authOptions } from '../../../lib/access/session.ts';
import { readEnv, setEnv } from '../../../lib/env.ts';

function cookiesAt(appUrl: string) {
  const read = readEnv({
    NODE_ENV: 'test',
    APP_URL: appUrl,
    AUTH_SECRET: 'x'.repeat(40),
    DOCUMENT_KEY: 'k'.repeat(43),
    DATABASE_APP_URL: 'postgres://unused@localhost/unused',
  });
  if (!read.ok) throw new Error(read.problems.join(' '));
  setEnv(read.env);
  return Object.entries(authOptions().cookies ?? {});
}

const NAMES = ['callbackUrl', 'csrfToken', 'nonce', 'pkceCodeVerifier', 'sessionToken', 'state'];

test('binds every cookie of signing in to this very host where it is reached by https', () => {
  const cookies = cookiesAt('https://recourse.example.org');
  expect(cookies.map(([kind]) => kind).toSorted()).toEqual(NAMES);
  for (const [kind, { name, options }] of cookies) {
    expect(name, kind).toMatch(/^__Host-recourse-/);
    expect(options, kind).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
  }
});

test('keeps them from scripts and from other sites’ posts on this machine too', () => {
  for (const [kind, { name, options }] of cookiesAt('http://localhost:3000')) {
    expect(name, kind).toMatch(/^recourse-/);
    expect(options, kind).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false });
  }
});
