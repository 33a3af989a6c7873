import { formatWallTime } from '../calendar/wall-time-words.ts';
import type { ReminderPolicy } from '../reminders/policy.ts';
import { WEEKDAYS, weekdayWord } from './weekdays.ts';

/** A policy as its form shows it; the form's input reads it back to the same policy. Pure. */
export function policyValues(policy: ReminderPolicy) {
  const [long, short = long] = policy.cadences;
  return {
    longWindow: String(long?.windowOfDays ?? ''),
    longDays: listed(long?.daysBefore),
    shortWindow: String(short?.windowOfDays ?? ''),
    shortDays: listed(short?.daysBefore),
    ownerAloneDays: listed(policy.ownerAloneDaysBefore),
    supervisorDays: listed(policy.supervisorDaysBefore),
    clientDays: listed(policy.clientDaysBefore),
    workingDays: policy.workingDays.map(String),
    opens: formatWallTime(policy.opensAt),
    closes: formatWallTime(policy.closesAt),
    digestHour: formatWallTime(policy.digestAt),
    teamDigestDay: String(policy.teamDigestOn),
    mostAloneADay: String(policy.mostAloneADay),
  };
}

export type PolicyValues = ReturnType<typeof policyValues>;

/** The same for the record, where days of the week have their names. */
export const recordedValues = (policy: ReminderPolicy) => ({
  ...policyValues(policy),
  workingDays: WEEKDAYS.filter(({ value }) => policy.workingDays.includes(value))
    .map(({ name }) => name)
    .join(', '),
  teamDigestDay: weekdayWord(policy.teamDigestOn),
});

const listed = (days: readonly number[] = []): string => days.join(', ');
