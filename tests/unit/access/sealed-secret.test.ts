import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSecret, sealSecret } from '../../../lib/access/sealed-secret.ts';

const key = randomBytes(32);
const SECRET = 'GEZDGNBVGY3TQOJQ';

test('opens for its owner with its key', () => {
  expect(openSecret(key, sealSecret(key, SECRET, 'ines'), 'ines')).toBe(SECRET);
});

test('says nothing of what is sealed, and is never the same twice', () => {
  const sealed = sealSecret(key, SECRET, 'ines');
  expect(sealed).not.toContain(SECRET);
  expect(sealSecret(key, SECRET, 'ines')).not.toBe(sealed);
});

test('opens neither for another owner nor with another key', () => {
  const sealed = sealSecret(key, SECRET, 'ines');
  expect(() => openSecret(key, sealed, 'tom')).toThrow();
  expect(() => openSecret(randomBytes(32), sealed, 'ines')).toThrow();
});

test('does not open once a part of it was changed, cut or left out', () => {
  const parts = sealSecret(key, SECRET, 'ines').split('.');
  for (const index of [1, 2, 3]) {
    const bytes = Buffer.from(parts[index] ?? '', 'base64url');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const changed = parts.with(index, bytes.toString('base64url')).join('.');
    expect(() => openSecret(key, changed, 'ines')).toThrow();
    expect(() => openSecret(key, parts.with(index, '').join('.'), 'ines')).toThrow();
  }
  const shortTag = Buffer.from(parts[3] ?? '', 'base64url')
    .subarray(0, 4)
    .toString('base64url');
  expect(() => openSecret(key, parts.with(3, shortTag).join('.'), 'ines')).toThrow();
  expect(() => openSecret(key, parts.with(0, 'v0').join('.'), 'ines')).toThrow();
});
