import { addWorkingDays, federalRoll, nextWorkingDay, unreviewedYears } from '../calendar/business-days.ts';
import { federalHolidaySource, stateClosureSource } from '../calendar/holidays.ts';
import { addHours, type Instant, pacificDateOf } from '../calendar/instant.ts';
import { addDays, addFederalMonths, addMonths, isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { CaseReading, Moment } from './case-reading.ts';
import { isInForce } from './in-force.ts';
import type { DatedRule, Period } from './rules.ts';

/** When a rule falls due for one case, and what led there. */
export interface DueDate {
  /** What started the clock; that day is not counted. */
  readonly from: Moment;
  readonly period: Period;
  /** The end of the period, before anything moves it. */
  readonly countedTo: LocalDate;
  /** A later day the law waits for, where the rule has one. */
  readonly notBefore?: Moment;
  readonly on: LocalDate;
  readonly at?: Instant;
  readonly rolledOn?: LocalDate;
  readonly latestOn?: LocalDate;
}

/** When that rule falls due, or null where it does not apply or a fact it counts from is unknown. */
export function dueDateOf(rule: DatedRule, c: CaseReading): DueDate | null {
  if (!rule.appliesTo(c)) return null;
  const clock = rule.clocks.find(({ when }) => when === undefined || when(c));
  const from = clock?.from(c) ?? null;
  if (clock === undefined || from === null || !isInForce(rule, from.on)) return null;
  const { period } = clock;

  if (period.unit === 'hours' && from.at !== undefined) {
    const at = addHours(from.at, period.count);
    const on = pacificDateOf(at);
    return { from, period, countedTo: on, on, at };
  }

  const countedTo = lastDayOf(from.on, period);
  if (clock.notBefore !== undefined) {
    const notBefore = clock.notBefore(c);
    if (notBefore === null) return null;
    const on = isAfter(notBefore.on, countedTo) ? notBefore.on : countedTo;
    return { from, period, countedTo, notBefore, on };
  }

  const on = rule.rollover === 'law' ? federalRoll(countedTo) : countedTo;
  const rolledOn = rule.rollover === 'information' ? nextWorkingDay(on) : on;
  const extension = rule.extension?.period;
  return {
    from,
    period,
    countedTo,
    on,
    ...(rolledOn === on ? {} : { rolledOn }),
    ...(extension === undefined ? {} : { latestOn: lastDayOf(on, extension) }),
  };
}

/** The last day of a period that starts on that day; hours without a known hour count as whole days, rounded up. */
function lastDayOf(start: LocalDate, { count, unit }: Period): LocalDate {
  switch (unit) {
    case 'calendar days':
      return addDays(start, count);
    case 'working days':
      return addWorkingDays(start, count);
    case 'months':
      return addMonths(start, count);
    case 'federal months':
      return addFederalMonths(start, count);
    case 'hours':
      return addDays(start, wholeDaysOf(count));
  }
}

/** Hours as days, where the hour at which they begin is not known. */
export const wholeDaysOf = (hours: number): number => Math.ceil(hours / 24);

/** The days off that a due date rests on, and the years of them that no person has reviewed; null where it rests on none. */
export function unreviewedDaysOff(
  rule: DatedRule,
  due: DueDate,
): { readonly calendar: 'state' | 'federal'; readonly years: readonly number[] } | null {
  const isFederal = rule.rollover === 'law';
  const first = due.period.unit === 'working days' ? due.from.on : due.countedTo;
  const last = due.rolledOn ?? due.on;
  if (!isFederal && due.period.unit !== 'working days' && due.rolledOn === undefined) return null;
  const years = unreviewedYears(first, last, isFederal ? federalHolidaySource : stateClosureSource);
  return years.length === 0 ? null : { calendar: isFederal ? 'federal' : 'state', years };
}
