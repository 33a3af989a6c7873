import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import type { FilingChannel } from '../../../lib/db/vocabulary.ts';
import { proveBy } from '../../../lib/imr/prove-by.ts';

const fri2026Nov20 = localDate('2026-11-20');
const day = (text: string | null) => (text === null ? null : localDate(text));

describe('the day to have proof', () => {
  test.each<[FilingChannel, string]>([
    ['online', '2026-11-20'],
    ['email', '2026-11-23'],
    ['phone', '2026-11-23'],
    ['fax', '2026-11-23'],
    ['in-person', '2026-11-25'],
    // Thanksgiving and the day after are no working days.
    ['mail', '2026-12-01'],
    ['certified-mail', '2026-12-01'],
  ])('comes as soon as %s can give it', (channel, dueOn) => {
    expect(proveBy(channel, fri2026Nov20, null)).toBe(dueOn);
    expect(proveBy(channel, fri2026Nov20, day('2027-03-01'))).toBe(dueOn);
  });

  test.each<[string, string, string]>([
    ['the working day before the last day', '2026-11-25', '2026-11-24'],
    ['the Friday before a Monday', '2026-11-23', '2026-11-20'],
    ['today where the last day is tomorrow', '2026-11-21', '2026-11-20'],
    ['today where today is the last', '2026-11-20', '2026-11-20'],
  ])('by mail is %s', (_, lastDay, dueOn) => {
    expect(proveBy('mail', fri2026Nov20, day(lastDay))).toBe(dueOn);
  });

  test('is the channel’s own once the last day is over', () => {
    expect(proveBy('fax', fri2026Nov20, day('2026-11-19'))).toBe('2026-11-23');
  });
});
