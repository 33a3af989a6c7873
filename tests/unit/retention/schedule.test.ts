import { expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { retainUntil } from '../../../lib/retention/schedule.ts';

test.each([
  ['2026-06-10', 7, '2033-06-10'],
  ['2028-02-29', 7, '2035-02-28'],
  ['2028-02-29', 4, '2032-02-29'],
  ['2026-12-31', 1, '2027-12-31'],
])('keeps a case closed on %s for %i years, until %s', (closedOn, years, until) => {
  expect(retainUntil(localDate(closedOn), years)).toBe(until);
});
