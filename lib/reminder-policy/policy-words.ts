import { formatWallTime } from '../calendar/wall-time-words.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { WEEKDAYS, weekdayWord } from './weekdays.ts';

/** "Monday to Friday, 8:00 am to 5:00 pm": consecutive days are run together. */
export function officeHoursText({ workingDays, opensAt, closesAt }: OfficePolicy): string {
  return `${daysText(workingDays)}, ${formatWallTime(opensAt)} to ${formatWallTime(closesAt)}`;
}

function daysText(workingDays: OfficePolicy['workingDays']): string {
  const runs: string[][] = [];
  WEEKDAYS.forEach(({ value, name }, index) => {
    if (!workingDays.includes(value)) return;
    const before = WEEKDAYS[index - 1]?.value;
    const run = before !== undefined && workingDays.includes(before) ? runs.at(-1) : undefined;
    if (run) run.push(name);
    else runs.push([name]);
  });
  return runs.map((run) => (run.length > 2 ? `${run[0]} to ${run.at(-1)}` : run.join(' and '))).join(', ');
}

export const digestText = ({ digestAt }: OfficePolicy): string =>
  `Every morning at ${formatWallTime(digestAt)}, to whoever has deadlines`;

export const teamDigestText = ({ teamDigestOn, digestAt }: OfficePolicy): string =>
  `${weekdayWord(teamDigestOn)}s at ${formatWallTime(digestAt)}`;
