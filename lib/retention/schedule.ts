import { addMonths, type LocalDate } from '../calendar/local-date.ts';

const MONTHS_A_YEAR = 12;

/** The first day on which a case closed on `closedOn` may be erased: that many years later, February 29 counting as 28. */
export const retainUntil = (closedOn: LocalDate, years: number): LocalDate =>
  addMonths(closedOn, years * MONTHS_A_YEAR);
