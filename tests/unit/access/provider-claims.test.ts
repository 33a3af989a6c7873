import { expect, test } from 'vitest';
import { readProviderClaims } from '../../../lib/access/provider-claims.ts';

const CLAIMS = { iss: 'https://id.example.org', sub: '42', email: 'ana@example.org', email_verified: true };
const UNTRUSTED = { emailIsVerified: false };
const TRUSTED = { emailIsVerified: true };

test('believes an address that the provider has verified', () => {
  expect(readProviderClaims(CLAIMS, UNTRUSTED)).toEqual({
    issuer: 'https://id.example.org',
    subject: '42',
    verifiedEmail: 'ana@example.org',
    factorShown: false,
  });
  expect(readProviderClaims({ ...CLAIMS, email_verified: 'true' }, UNTRUSTED)?.verifiedEmail).toBe(
    'ana@example.org',
  );
});

test.each([
  ['is said not to be verified', { ...CLAIMS, email_verified: false }],
  ['is not said to be verified', { ...CLAIMS, email_verified: undefined }],
  ['is said in a way nobody agreed on', { ...CLAIMS, email_verified: 'yes' }],
  ['is no address', { ...CLAIMS, email: 'ana' }],
  ['is missing', { ...CLAIMS, email: undefined }],
])('believes no address that %s', (_, claims) => {
  expect(readProviderClaims(claims, UNTRUSTED)).toMatchObject({ subject: '42', verifiedEmail: null });
});

test('believes an unsaid address only of a provider that is trusted with addresses', () => {
  const { email_verified: _, ...unsaid } = CLAIMS;
  expect(readProviderClaims(unsaid, TRUSTED)?.verifiedEmail).toBe('ana@example.org');
  for (const said of [false, 'false'])
    expect(readProviderClaims({ ...CLAIMS, email_verified: said }, TRUSTED)?.verifiedEmail).toBeNull();
});

test.each([
  [['pwd'], false],
  [['pwd', 'mfa'], true],
  [['otp'], true],
  [undefined, false],
  ['mfa', false],
])('reads from the ways %j whether more than a password was shown', (amr, factorShown) => {
  expect(readProviderClaims({ ...CLAIMS, amr }, UNTRUSTED)?.factorShown).toBe(factorShown);
});

test.each([
  null,
  [],
  'claims',
  {},
  { iss: 'https://id.example.org' },
  { iss: 'https://id.example.org', sub: '' },
])('reads nobody’s account from %j', (claims) => {
  expect(readProviderClaims(claims, TRUSTED)).toBeNull();
});
