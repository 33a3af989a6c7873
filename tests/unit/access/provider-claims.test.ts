import { expect, test } from 'vitest';
import {
  type ProviderTrust,
  readProviderClaims,
  SHOWN_WITHIN_SECONDS,
} from '../../../lib/access/provider-claims.ts';

const ISSUER = 'https://id.example.org';
const CLAIMS = { iss: ISSUER, sub: '42', email: 'ana@example.org', email_verified: true };
const UNTRUSTED = { issuer: ISSUER, emailIsVerified: false };
const TRUSTED = { issuer: ISSUER, emailIsVerified: true };
const NOW = new Date('2026-03-20T17:00:00Z');
const read = (given: unknown, trust: ProviderTrust) => readProviderClaims(given, trust, NOW);
const secondsAgo = (seconds: number) => NOW.getTime() / 1_000 - seconds;

test('believes an address that the provider has verified', () => {
  expect(read(CLAIMS, UNTRUSTED)).toEqual({
    issuer: 'https://id.example.org',
    subject: '42',
    verifiedEmail: 'ana@example.org',
    factorShown: false,
  });
  expect(read({ ...CLAIMS, email_verified: 'true' }, UNTRUSTED)?.verifiedEmail).toBe('ana@example.org');
});

test.each([
  ['is said not to be verified', { ...CLAIMS, email_verified: false }],
  ['is not said to be verified', { ...CLAIMS, email_verified: undefined }],
  ['is said in a way nobody agreed on', { ...CLAIMS, email_verified: 'yes' }],
  ['is no address', { ...CLAIMS, email: 'ana' }],
  ['is missing', { ...CLAIMS, email: undefined }],
])('believes no address that %s', (_, claims) => {
  expect(read(claims, UNTRUSTED)).toMatchObject({ subject: '42', verifiedEmail: null });
});

test('believes an unsaid address only of a provider that is trusted with addresses', () => {
  const { email_verified: _, ...unsaid } = CLAIMS;
  expect(read(unsaid, TRUSTED)?.verifiedEmail).toBe('ana@example.org');
  for (const said of [false, 'false'])
    expect(read({ ...CLAIMS, email_verified: said }, TRUSTED)?.verifiedEmail).toBeNull();
});

test.each([
  [['pwd'], false],
  [['pwd', 'mfa'], true],
  [['otp'], false],
  [['hwk'], true],
  [undefined, false],
  ['mfa', false],
])('reads from the ways %j whether more than a password was shown', (amr, factorShown) => {
  expect(read({ ...CLAIMS, amr }, UNTRUSTED)?.factorShown).toBe(factorShown);
});

test.each([
  null,
  [],
  'claims',
  {},
  { iss: 'https://id.example.org' },
  { iss: 'https://id.example.org', sub: '' },
])('reads nobody’s account from %j', (claims) => {
  expect(read(claims, TRUSTED)).toBeNull();
});

test('believes no other issuer than the one it was told, save for a slash at the end', () => {
  for (const iss of [
    'https://id.example.org.evil.example',
    'https://ID.example.org',
    'https://id.example.org/x',
  ])
    expect(read({ ...CLAIMS, iss }, TRUSTED)).toBeNull();
  expect(read({ ...CLAIMS, iss: `${ISSUER}/` }, TRUSTED)).toMatchObject({ subject: '42' });
  expect(read(CLAIMS, { ...TRUSTED, issuer: `${ISSUER}/` })).toMatchObject({ subject: '42' });
});

test('believes nobody who showed themselves to the provider longer ago than was asked for', () => {
  const shown = (secondsBefore: unknown) => read({ ...CLAIMS, auth_time: secondsBefore }, TRUSTED);
  expect(shown(secondsAgo(0))).toMatchObject({ subject: '42' });
  expect(shown(secondsAgo(SHOWN_WITHIN_SECONDS + 60))).toMatchObject({ subject: '42' });
  expect(shown(secondsAgo(SHOWN_WITHIN_SECONDS + 61))).toBeNull();
  expect(shown('yesterday')).toBeNull();
});
