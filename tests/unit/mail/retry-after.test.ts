import { describe, expect, test } from 'vitest';
import { retryAfter } from '../../../lib/mail/retry-after.ts';

const now = new Date('2026-11-21T17:00:00Z');

describe('a Retry-After header', () => {
  test.each([
    ['2', '2026-11-21T17:00:02.000Z'],
    [' 120 ', '2026-11-21T17:02:00.000Z'],
    ['0', '2026-11-21T17:00:00.000Z'],
    ['Sat, 21 Nov 2026 17:05:00 GMT', '2026-11-21T17:05:00.000Z'],
  ])('of %j names the moment %s', (header, expected) => {
    expect(retryAfter(header, now)?.toISOString()).toBe(expected);
  });

  test.each([null, undefined, '', 'soon', '-5'])('of %j names none', (header) => {
    expect(retryAfter(header, now)).toBeNull();
  });

  test('that lies in the past means now', () => {
    expect(retryAfter('Sat, 21 Nov 2026 16:00:00 GMT', now)).toEqual(now);
  });

  test('keeps a message for a day at most', () => {
    expect(retryAfter('31536000', now)?.toISOString()).toBe('2026-11-22T17:00:00.000Z');
    expect(retryAfter('Fri, 21 Nov 2036 17:00:00 GMT', now)?.toISOString()).toBe('2026-11-22T17:00:00.000Z');
  });
});
