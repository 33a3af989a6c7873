import { expect, test } from 'vitest';
import {
  compactCode,
  foldJoined,
  foldWords,
  noteTermsOf,
  phoneTerms,
  piecesOf,
} from '../../../lib/cases/search-terms.ts';

test.each([
  ['Rosario Villaseñor', ['rosario', 'villasenor']],
  ['José Luis Núñez-Ávila', ['jose', 'luis', 'nunez', 'avila']],
  ['Nguyễn Thị Bình', ['nguyen', 'thi', 'binh']],
  ['王小明', ['王小明']],
  ['Հայկ', ['հայկ']],
  ['Đặng Văn Łukasz', ['dang', 'van', 'lukasz']],
  ['Siobhán O’Brien-Keogh', ['siobhan', 'o', 'brien', 'keogh']],
  ['علي', ['علی']],
  ['٦١٩ ۵۵۵', ['619', '555']],
  ['  ', []],
])('folds %s', (text, words) => {
  expect(foldWords(text)).toEqual(words);
});

test('finds a code with or without its separators', () => {
  expect(compactCode('(619) 555-0177')).toBe(compactCode('619.555.0177'));
  expect(compactCode('2026-000123')).toBe('2026000123');
});

test('reads a name across its apostrophe and hyphen', () => {
  expect(foldJoined('O’Brien-Keogh Kaʻahumanu')).toEqual(['obrienkeogh', 'kaahumanu']);
  expect(foldJoined('2026-000123')).toEqual(['2026', '000123']);
});

test.each([
  ['(619) 555-0177', ['6195550177', '5550177']],
  ['+1 619.555.0177', ['6195550177', '5550177']],
  ['619-555-0177 ext. 42', ['6195550177', '5550177']],
  ['555-555-5555', ['5555555555', '5555555']],
  ['+44 20 7946 0958', ['442079460958', '9460958']],
  ['', ['']],
])('is called at %j', (phone, terms) => {
  expect(phoneTerms(phone)).toEqual(terms);
});

test('keeps of a note what somebody may look for', () => {
  expect(noteTermsOf('He is at 12 Elm, Dr. Núñez says: call 916-555-0123.')).toEqual([
    'elm',
    'nunez',
    'says',
    'call',
    '916',
    '555',
    '0123',
  ]);
  expect(noteTermsOf('药房拒绝')).toEqual(['药房拒绝', '房拒绝', '拒绝', '绝']);
  expect(noteTermsOf(Array.from({ length: 900 }, (_, index) => `word${index}`).join(' '))).toHaveLength(500);
});

test('cuts what has no spaces into pieces that terms can hold', () => {
  expect(piecesOf('villasenor')).toEqual(['villasenor']);
  expect(piecesOf('病人说药房拒绝给药请再打电话')).toEqual(['病人说药房拒绝给药请再打', '电话']);
});
