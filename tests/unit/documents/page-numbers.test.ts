import { describe, expect, test } from 'vitest';
import { isWholeOrder, readPageNumbers, writePageNumbers } from '../../../lib/documents/page-numbers.ts';

describe('page numbers', () => {
  test.each([
    ['1-3, 6, 5', [1, 2, 3, 6, 5]],
    ['3-1', [3, 2, 1]],
    ['2', [2]],
    [' 4 ; 2–3 ', [4, 2, 3]],
    ['', []],
  ])('are read from “%s”', (text, pages) => {
    expect(readPageNumbers(text, 6)).toEqual(pages);
  });

  test.each(['0', '7', '1-7', 'two', '1-', '-1', '1.5', '1-2-3', '999999999'])(
    'are not read from “%s”',
    (text) => {
      expect(readPageNumbers(text, 6)).toBeNull();
    },
  );

  test('are not read without end', () => {
    expect(readPageNumbers('1-9999, 1-9999', 9_999)).toBeNull();
  });

  test.each([
    [[1, 2, 3, 6, 5, 4]],
    [[1, 2]],
    [[9]],
    [[3, 1, 2]],
    [[5, 4, 3, 2, 1]],
    [[]],
    [[1, 3, 5, 7, 8, 9, 2]],
  ])('are read again as they were written: %j', (pages) => {
    expect(readPageNumbers(writePageNumbers(pages), 10)).toEqual(pages);
  });

  test('are written short', () => {
    expect(writePageNumbers([1, 2, 3, 4, 6, 8, 7])).toBe('1-4, 6, 8, 7');
  });

  test('are a whole order only where every page comes once', () => {
    expect(isWholeOrder([2, 1, 3], 3)).toBe(true);
    expect(isWholeOrder([2, 1], 3)).toBe(false);
    expect(isWholeOrder([2, 1, 1], 3)).toBe(false);
  });
});
