import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import {
  descriptionViolations,
  pageWorkViolation,
  readPageChange,
  readPageRange,
  redactionViolations,
  restoreViolation,
  withdrawalViolation,
} from '../../../lib/documents/rules.ts';

const today = localDate('2026-06-10');
const READY = { state: 'ready', isLetter: false, withdrawnAt: null, versionNumber: 2, pageCount: 5 } as const;
const fieldOf = (answer: object) => ('field' in answer ? answer.field : 'nothing wrong');

describe('the dates of a document', () => {
  const violations = (letterOn: string | null, receivedOn: string | null) =>
    descriptionViolations(
      { letterOn: letterOn && localDate(letterOn), receivedOn: receivedOn && localDate(receivedOn) } as never,
      today,
    ).map(({ field }) => field);

  test('may be today, the same day, or not known', () => {
    expect(violations('2026-06-10', '2026-06-10')).toEqual([]);
    expect(violations(null, null)).toEqual([]);
    expect(violations('2026-06-01', null)).toEqual([]);
  });
  test('do not lie ahead', () => {
    expect(violations('2026-06-11', null)).toEqual(['letterOn']);
    expect(violations(null, '2026-06-11')).toEqual(['receivedOn']);
  });
  test('do not have it received before it was dated', () => {
    expect(violations('2026-06-02', '2026-06-01')).toEqual(['receivedOn']);
  });
});

describe('work on pages', () => {
  test('is done on the version that was looked at', () => {
    expect(pageWorkViolation(READY, 2)).toBeNull();
    expect(pageWorkViolation(READY, 1)?.message).toMatch(/were changed since you opened/);
    expect(pageWorkViolation(READY, 3)).not.toBeNull();
  });
  test.each([
    [{ ...READY, isLetter: true }, /letter written here/],
    [{ ...READY, state: 'checking' as const }, /still being looked at/],
    [{ ...READY, state: 'refused' as const }, /could not be taken in/],
  ])('waits for pages that can be worked on', (document, words) => {
    expect(pageWorkViolation(document, 2)?.message).toMatch(words);
  });

  const change = (typed: Partial<Record<'order' | 'right' | 'around' | 'left', string>>) =>
    readPageChange({ order: '', right: '', around: '', left: '', ...typed }, 5);

  test('turns pages and leaves them where they are', () => {
    expect(change({ right: '2', left: '4-5' })).toEqual({
      order: [1, 2, 3, 4, 5],
      turns: { 2: 90, 4: 270, 5: 270 },
      isReordered: false,
    });
  });
  test('puts pages in order and loses none', () => {
    expect(change({ order: '5, 1-4' })).toMatchObject({ order: [5, 1, 2, 3, 4], isReordered: true });
    expect(fieldOf(change({ order: '1-4' }))).toBe('order');
    expect(fieldOf(change({ order: '1-4, 4' }))).toBe('order');
    expect(fieldOf(change({ order: '1-6' }))).toBe('order');
  });
  test('refuses a page that is not there, one named twice, and nothing at all', () => {
    expect(fieldOf(change({ around: '6' }))).toBe('around');
    expect(fieldOf(change({ right: '1', left: '1' }))).toBe('left');
    expect(fieldOf(change({ order: '1-5' }))).toBeNull();
  });
});

describe('a split', () => {
  const range = (fromPage: string, toPage: string) => readPageRange({ fromPage, toPage }, 5);
  test('takes a range, or one page', () => {
    expect(range('2', '4')).toEqual({ from: 2, to: 4 });
    expect(range('5', '')).toEqual({ from: 5, to: 5 });
    expect(range('1', '4')).toEqual({ from: 1, to: 4 });
  });
  test('leaves the first document a page', () => {
    expect(fieldOf(range('1', '5'))).toBe('toPage');
  });
  test('refuses pages that are not there or run backwards', () => {
    expect(fieldOf(range('0', '2'))).toBe('fromPage');
    expect(fieldOf(range('', ''))).toBe('fromPage');
    expect(fieldOf(range('2', '6'))).toBe('toPage');
    expect(fieldOf(range('3', '2'))).toBe('toPage');
  });
});

describe('a redaction', () => {
  const BOX = { page: 5, left: 0, top: 99, width: 100, height: 1 };
  const asked = (more: object = {}) =>
    redactionViolations({ boxes: [BOX], reason: 'Another patient.', confirmation: 'redact', ...more }, 5).map(
      ({ field }) => field,
    );
  test('may reach every edge of every page', () => {
    expect(asked()).toEqual([]);
    expect(asked({ confirmation: ' Redact ' })).toEqual([]);
  });
  test.each([
    [[], 'no box'],
    [[{ ...BOX, page: 6 }], 'a page that is not there'],
    [[{ ...BOX, page: 0 }], 'page 0'],
    [[{ ...BOX, page: 1.5 }], 'half a page'],
    [[{ ...BOX, height: 0 }], 'no height'],
    [[{ ...BOX, height: 2 }], 'over the edge'],
  ])('refuses %j: %s', (boxes) => {
    expect(asked({ boxes })).toEqual(['boxPage']);
  });
  test('needs a reason and the typed word', () => {
    expect(asked({ reason: ' ', confirmation: 'yes' })).toEqual(['reason', 'confirmation']);
  });
});

describe('a withdrawal', () => {
  test('needs a reason, but not of a file that could not be taken in', () => {
    expect(withdrawalViolation(READY, '')?.field).toBe('reason');
    expect(withdrawalViolation(READY, 'Another case’s.')).toBeNull();
    expect(withdrawalViolation({ ...READY, state: 'refused' }, '')).toBeNull();
  });
  test('is done once, and undone only where there is something to bring back', () => {
    const withdrawn = { ...READY, withdrawnAt: new Date(0) };
    expect(withdrawalViolation(withdrawn, 'Again.')).not.toBeNull();
    expect(restoreViolation(withdrawn)).toBeNull();
    expect(restoreViolation(READY)).not.toBeNull();
    expect(restoreViolation({ ...withdrawn, state: 'refused' })?.message).toMatch(/removed/);
  });
});
