import { addWorkingDays, isWorkingDay } from '../calendar/business-days.ts';
import { addDays, earliest, isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { FilingChannel } from '../db/vocabulary.ts';

/** How many working days each channel takes to show that something arrived. */
const WORKING_DAYS: Readonly<Record<FilingChannel, number>> = {
  online: 0,
  email: 1,
  phone: 1,
  fax: 1,
  'in-person': 3,
  mail: 5,
  'certified-mail': 5,
};

/**
 * The day by which somebody has to have proof that an application recorded on `today` arrived: as soon as its channel
 * can give it, and while the client can still send it again, so before `lastDay` where that is ahead. Our own practice:
 * no law sets this day. Pure.
 */
export function proveBy(channel: FilingChannel, today: LocalDate, lastDay: LocalDate | null): LocalDate {
  const due = addWorkingDays(today, WORKING_DAYS[channel]);
  if (lastDay === null || isAfter(today, lastDay)) return due;
  return earliest(due, openDayBefore(lastDay, today));
}

/** The last working day before `lastDay`, and at the earliest `today`. */
function openDayBefore(lastDay: LocalDate, today: LocalDate): LocalDate {
  let day = addDays(lastDay, -1);
  while (isAfter(day, today) && !isWorkingDay(day)) day = addDays(day, -1);
  return isAfter(today, day) ? today : day;
}
