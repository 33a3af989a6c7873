import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { authenticatorAddress, authenticatorSecret, stepOfCode } from '../../../lib/access/one-time-code.ts';

const SECRET = authenticatorSecret(Buffer.from('12345678901234567890'));

/** RFC 6238, appendix B, for SHA-1; the last six of its eight digits. */
const VECTORS: readonly [seconds: number, code: string][] = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
];

const at = (seconds: number) => new Date(seconds * 1_000);

describe('a code of an authenticator', () => {
  test.each(VECTORS)('is taken at second %i as the standard computes it', (seconds, code) => {
    expect(stepOfCode(SECRET, code.slice(2), at(seconds))).toBe(Math.floor(seconds / 30));
  });

  test('is taken half a minute early or late, and names its own half minute', () => {
    const code = '081804';
    const step = Math.floor(1_111_111_109 / 30);
    expect(stepOfCode(SECRET, code, at(step * 30 - 30))).toBe(step);
    expect(stepOfCode(SECRET, code, at(step * 30 + 59))).toBe(step);
    expect(stepOfCode(SECRET, code, at(step * 30 - 31))).toBeNull();
    expect(stepOfCode(SECRET, code, at(step * 30 + 60))).toBeNull();
  });

  test('may be typed in two groups, and is nothing else than six digits', () => {
    const moment = at(1_111_111_109);
    expect(stepOfCode(SECRET, '081 804', moment)).not.toBeNull();
    for (const typed of ['', '81804', '0818040', '08180x', '０８１８０４', '-081804 1'])
      expect(stepOfCode(SECRET, typed, moment), typed).toBeNull();
  });
});

test('an authenticator’s address says the product, the person and the secret in the form apps read', () => {
  const address = new URL(authenticatorAddress(SECRET, 'ana.o’hara+x@example.org'));
  expect(address.protocol).toBe('otpauth:');
  expect(address.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(address.searchParams.get('issuer')).toBe('Recourse');
  const read = new TOTP({ secret: Secret.fromBase32(address.searchParams.get('secret') ?? '') });
  expect(read.generate({ timestamp: 59_000 })).toBe('287082');
});
