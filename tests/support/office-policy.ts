import { parseLocalDate } from '../../lib/calendar/local-date.ts';
import { instantIn, wallTime } from '../../lib/calendar/zoned-time.ts';
import { DEFAULT_POLICY, type OfficePolicy } from '../../lib/reminders/policy.ts';

const PACIFIC = 'America/Los_Angeles';

/** The policy every office begins with, in California. */
export const PACIFIC_POLICY: OfficePolicy = { ...DEFAULT_POLICY, timeZone: PACIFIC, since: null };

/** A moment on California's clocks: "2026-06-03T08:00". */
export const pacific = (text: string): Date => inZone(PACIFIC, text);

/** A moment on the clocks of a zone. */
export function inZone(timeZone: string, text: string): Date {
  const [day = '', time = ''] = text.split('T');
  const on = parseLocalDate(day);
  if (!on) throw new RangeError(`"${text}" has no day`);
  return instantIn(timeZone, on, wallTime(time));
}
