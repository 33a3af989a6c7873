import type { Violation } from '../errors.ts';
import { LAST_RUNGS, type ReminderPolicy } from '../reminders/policy.ts';
import type { ReminderPolicyInput } from './input.ts';

const SHORTEST_OPENING_HOURS = 4;

const LAST_DAYS_RULE =
  'The day before and the day itself are in every countdown: nobody can switch them off.';

const LEFT_OUT: Readonly<Record<string, string>> = {
  '1': 'The day before (1) cannot be left out.',
  '0': 'The day itself (0) cannot be left out.',
  '1,0': 'The day before (1) and the day itself (0) cannot be left out.',
};

type DayLists = 'longDays' | 'shortDays' | 'ownerAloneDays' | 'supervisorDays' | 'clientDays';

/** What keeps a typed policy from being one: a last reminder left out, a day in no countdown, no time to send in. */
export function policyViolations(typed: ReminderPolicyInput): Violation[] {
  const counted = [...typed.longDays, ...typed.shortDays];
  return [
    ...['longDays' as const, 'shortDays' as const, 'ownerAloneDays' as const].flatMap((field) =>
      leavesOut(field, typed[field], LAST_RUNGS),
    ),
    ...leavesOut('supervisorDays', typed.supervisorDays, [1]),
    ...(['ownerAloneDays', 'supervisorDays', 'clientDays'] as const).flatMap((field) =>
      inNoCountdown(field, typed[field], counted),
    ),
    ...officeHoursViolations(typed),
  ];
}

function leavesOut(field: DayLists, days: readonly number[], needed: readonly number[]): Violation[] {
  const missing = needed.filter((day) => !days.includes(day));
  if (missing.length === 0) return [];
  return [
    {
      field,
      message: LEFT_OUT[missing.join()] ?? '',
      rule:
        field === 'supervisorDays'
          ? 'A supervisor always hears the day before a client’s limit is missed.'
          : LAST_DAYS_RULE,
      remedy: `Add ${missing.join(' and ')} to the list.`,
    },
  ];
}

function inNoCountdown(field: DayLists, days: readonly number[], counted: readonly number[]): Violation[] {
  const stray = days.filter((day) => !counted.includes(day));
  if (stray.length === 0) return [];
  return [
    {
      field,
      message: `${stray.join(' and ')} ${stray.length === 1 ? 'is' : 'are'} in no countdown, so nothing would go then.`,
      remedy: 'Add the day to a countdown above, or take it out here.',
    },
  ];
}

function officeHoursViolations(typed: ReminderPolicyInput): Violation[] {
  const { workingDays, opens, closes, teamDigestDay } = typed;
  const violations: Violation[] = [];
  if (workingDays.length === 0)
    violations.push({
      field: 'workingDays',
      message: 'The office works on at least one day.',
      remedy: 'Choose the days on which somebody reads mail.',
    });
  else if (!workingDays.includes(teamDigestDay))
    violations.push({
      field: 'teamDigestDay',
      message: 'The office does not work on that day.',
      remedy: 'Choose one of its working days.',
    });
  if (minutesOf(closes) - minutesOf(opens) < SHORTEST_OPENING_HOURS * 60)
    violations.push({
      field: 'closes',
      message: `The office is open for at least ${SHORTEST_OPENING_HOURS} hours in a row.`,
      rule: 'Mail waits for office hours, so there have to be some.',
      remedy: 'Type a later hour of closing, or an earlier one of opening.',
    });
  return violations;
}

const minutesOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));

/** The policy that was typed. */
export const policyOf = (typed: ReminderPolicyInput): ReminderPolicy => ({
  cadences: [
    { windowOfDays: typed.longWindow, daysBefore: typed.longDays },
    { windowOfDays: typed.shortWindow, daysBefore: typed.shortDays },
  ],
  ownerAloneDaysBefore: typed.ownerAloneDays,
  supervisorDaysBefore: typed.supervisorDays,
  clientDaysBefore: typed.clientDays,
  workingDays: typed.workingDays,
  opensAt: typed.opens,
  closesAt: typed.closes,
  digestAt: typed.digestHour,
  teamDigestOn: typed.teamDigestDay,
  mostAloneADay: typed.mostAloneADay,
});
