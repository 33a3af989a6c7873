import { expect, test } from 'vitest';
import {
  canonicalRecoveryCode,
  looksLikeRecoveryCode,
  newRecoveryCode,
} from '../../../lib/access/recovery-code.ts';

test('is never the same twice and has no letter that looks like another', () => {
  const codes = new Set(Array.from({ length: 500 }, newRecoveryCode));
  expect(codes.size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{6}-[a-hjkmnp-z2-9]{6}$/);
});

test('is read however it was typed off the paper', () => {
  const code = newRecoveryCode();
  for (const typed of [code, code.toUpperCase(), code.replace('-', ''), ` ${code.replace('-', ' - ')} `]) {
    expect(canonicalRecoveryCode(typed)).toBe(canonicalRecoveryCode(code));
    expect(looksLikeRecoveryCode(typed)).toBe(true);
  }
  for (const typed of ['', '123456', `${code}2`, code.slice(1), 'il01il-01il01'])
    expect(looksLikeRecoveryCode(typed), typed).toBe(false);
});
