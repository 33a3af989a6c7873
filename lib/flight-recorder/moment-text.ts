import { formatMediumDate } from '../calendar/format-date.ts';
import { formatWallTime } from '../calendar/wall-time-words.ts';
import { dateIn, wallTime, wallTimeIn } from '../calendar/zoned-time.ts';
import type { OfficePolicy } from '../reminders/policy.ts';

type OfficeClock = Pick<OfficePolicy, 'timeZone'>;

const MIDNIGHT = wallTime('00:00');

/** What is planned for midnight is planned for the day. */
export const plannedText = (at: Date, policy: OfficeClock): string =>
  wallTimeIn(policy.timeZone, at) === MIDNIGHT
    ? formatMediumDate(dateIn(policy.timeZone, at))
    : momentText(at, policy);

/** "Wed, Mar 4, 2026, 8:00 am", on the office's clock. */
export const momentText = (at: Date, { timeZone }: OfficeClock): string =>
  `${formatMediumDate(dateIn(timeZone, at))}, ${formatWallTime(wallTimeIn(timeZone, at))}`;
