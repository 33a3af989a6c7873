import { formatMonthDay, formatShortDate } from '@/lib/calendar/format-date.ts';
import { isBefore, type LocalDate, yearOf } from '@/lib/calendar/local-date.ts';
import type { ListFilter } from '@/lib/worklist/list-filter.ts';
import type { CaseList, ListedCase } from '@/lib/worklist/queries.ts';

export type CaseBand = {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  readonly cases: readonly ListedCase[];
};

/** By days left the past comes first and stands apart; sorted otherwise, the list is one. */
export function bandsOf({ rows, counts }: CaseList, filter: ListFilter, today: LocalDate): CaseBand[] {
  const { total, totalPast } = counts;
  if (filter.closed) return [{ key: 'closed', title: 'Closed', count: total, cases: rows }];
  if (filter.sort !== 'due') return [{ key: 'all', title: 'All', count: total, cases: rows }];
  const isPast = ({ next }: ListedCase) => next !== null && isBefore(next.dueOn, today);
  const bands = [
    { key: 'past', title: 'Past their date', count: totalPast, cases: rows.filter(isPast) },
    { key: 'ahead', title: 'Ahead', count: total - totalPast, cases: rows.filter((row) => !isPast(row)) },
  ];
  return (filter.descending ? bands.toReversed() : bands).filter(({ cases }) => cases.length > 0);
}

/** The year takes the weekday's place where it has to be said. */
export const listDate = (on: LocalDate, today: LocalDate): string =>
  yearOf(on) === yearOf(today) ? formatShortDate(on, today) : formatMonthDay(on, today);
