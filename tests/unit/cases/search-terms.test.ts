import { expect, test } from 'vitest';
import { compactCode, foldWords } from '../../../lib/cases/search-terms.ts';

test.each([
  ['Rosario Villaseñor', ['rosario', 'villasenor']],
  ['José Luis Núñez-Ávila', ['jose', 'luis', 'nunez', 'avila']],
  ['Nguyễn Thị Bình', ['nguyen', 'thi', 'binh']],
  ['王小明', ['王小明']],
  ['Հայկ', ['հայկ']],
  ['  ', []],
])('folds %s', (text, words) => {
  expect(foldWords(text)).toEqual(words);
});

test('finds a code with or without its separators', () => {
  expect(compactCode('(619) 555-0177')).toBe(compactCode('619.555.0177'));
  expect(compactCode('2026-000123')).toBe('2026000123');
});
