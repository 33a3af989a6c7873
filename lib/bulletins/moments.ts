import { addDays, type LocalDate, weekday } from '../calendar/local-date.ts';
import { instantIn, type WallTime } from '../calendar/zoned-time.ts';
import { openDayFrom } from '../reminders/office-hours.ts';
import type { OfficePolicy } from '../reminders/policy.ts';

/** When somebody's digest of that day comes: at their own hour or the office's, on the office's clock. Pure. */
export const digestMoment = (on: LocalDate, ownHour: WallTime | null, policy: OfficePolicy): Date =>
  instantIn(policy.timeZone, on, ownHour ?? policy.digestAt);

/** Whether the team's digest comes that day: the policy's day of the week, or the first open day after it. Pure. */
export function isTeamDay(on: LocalDate, policy: OfficePolicy): boolean {
  const latestOn = addDays(on, -((weekday(on) - policy.teamDigestOn + 7) % 7));
  return openDayFrom(latestOn, policy) === on;
}
