import { addDays, type LocalDate, weekday } from '../../lib/calendar/local-date.ts';

/** What goes wrong in a drill, by the number of the day from 0. */
export type Mishaps = {
  readonly mailDownFrom: number;
  readonly mailUpOn: number;
  readonly awayFrom: number;
  readonly awayUntil: number;
  readonly deactivatedOn: number;
  readonly policyChangedOn: number;
};

/** In 90 days: mail is down on days 30 and 31, two people are away from day 40 to 47, one of them leaves on day 60. */
export const mishapsOf = (days: number): Mishaps => ({
  mailDownFrom: Math.floor(days / 3),
  mailUpOn: Math.floor(days / 3) + 2,
  awayFrom: Math.floor((days * 4) / 9),
  awayUntil: Math.floor((days * 4) / 9) + 7,
  deactivatedOn: Math.floor((days * 2) / 3),
  policyChangedOn: Math.floor(days / 5),
});

/** The days of a drill. It begins on a Monday in March, so that the clocks go forward in its first week. */
export const FIRST_DAY = '2026-03-02' as LocalDate;
export const dayOf = (index: number): LocalDate => addDays(FIRST_DAY, index);
export const isWorkday = (on: LocalDate): boolean => ![0, 6].includes(weekday(on));
