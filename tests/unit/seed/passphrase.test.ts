import { expect, test } from 'vitest';
import { newPassphrase, words } from '../../../scripts/seed/passphrase.ts';

test('draws each passphrase from at least 44 bits of chance', () => {
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((word) => !/^[a-z]{3,10}$/.test(word))).toEqual([]);
  const drawn = newPassphrase().split(' ');
  expect(drawn.every((word) => words.includes(word))).toBe(true);
  expect(drawn.length * Math.log2(words.length)).toBeGreaterThan(44);
  expect(new Set(Array.from({ length: 50 }, newPassphrase)).size).toBe(50);
});
