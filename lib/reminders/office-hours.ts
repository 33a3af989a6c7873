import { closureName } from '../calendar/business-days.ts';
import { addDays, type LocalDate, weekday } from '../calendar/local-date.ts';
import { dateIn, instantIn } from '../calendar/zoned-time.ts';
import type { OfficePolicy } from './policy.ts';

/** Whether the office works that day: one of its working days, and no holiday on which the state's offices are closed. */
export const isOpenDay = (on: LocalDate, { workingDays }: OfficePolicy): boolean =>
  workingDays.includes(weekday(on)) && closureName(on) === null;

/** The last day on or before that one on which the office works. */
export function openDayUpTo(on: LocalDate, policy: OfficePolicy): LocalDate {
  let day = on;
  while (!isOpenDay(day, policy)) day = addDays(day, -1);
  return day;
}

/** The first day on or after that one on which the office works. */
export function openDayFrom(on: LocalDate, policy: OfficePolicy): LocalDate {
  let day = on;
  while (!isOpenDay(day, policy)) day = addDays(day, 1);
  return day;
}

export const openingOn = (on: LocalDate, { timeZone, opensAt }: OfficePolicy): Date =>
  instantIn(timeZone, on, opensAt);

export const closingOn = (on: LocalDate, { timeZone, closesAt }: OfficePolicy): Date =>
  instantIn(timeZone, on, closesAt);

/** Whether the office is open at that moment. */
export function isOpenAt(at: Date, policy: OfficePolicy): boolean {
  const on = dateIn(policy.timeZone, at);
  return isOpenDay(on, policy) && openingOn(on, policy) <= at && at < closingOn(on, policy);
}

/** When the office next opens after that moment. */
export function nextOpeningAfter(at: Date, policy: OfficePolicy): Date {
  const today = dateIn(policy.timeZone, at);
  const isBeforeOpening = isOpenDay(today, policy) && at < openingOn(today, policy);
  return openingOn(isBeforeOpening ? today : openDayFrom(addDays(today, 1), policy), policy);
}

/** The latest stretch of office hours that begins before that moment, cut off there. */
export function lastHoursBefore(at: Date, policy: OfficePolicy): { readonly from: Date; readonly to: Date } {
  let on = openDayUpTo(dateIn(policy.timeZone, at), policy);
  while (openingOn(on, policy) >= at) on = openDayUpTo(addDays(on, -1), policy);
  const closing = closingOn(on, policy);
  return { from: openingOn(on, policy), to: closing < at ? closing : at };
}
