import { formatMonthDay, formatShortDate } from '@/lib/calendar/format-date.ts';
import { isBefore, type LocalDate, yearOf } from '@/lib/calendar/local-date.ts';
import type { Words } from '@/lib/words/words.ts';
import type { ListFilter } from '@/lib/worklist/list-filter.ts';
import type { CaseList, ListedCase } from '@/lib/worklist/queries.ts';

export type CaseBand = {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  readonly cases: readonly ListedCase[];
};

/** By days left the past comes first and stands apart; sorted otherwise, the list is one. */
export function bandsOf(
  { rows, counts }: CaseList,
  filter: ListFilter,
  today: LocalDate,
  { bands: words }: Words['caseList'],
): CaseBand[] {
  const { total, totalPast } = counts;
  if (filter.closed) return [{ key: 'closed', title: words.closed, count: total, cases: rows }];
  if (filter.sort !== 'due') return [{ key: 'all', title: words.all, count: total, cases: rows }];
  const isPast = ({ next }: ListedCase) => next !== null && isBefore(next.dueOn, today);
  const bands = [
    { key: 'past', title: words.past, count: totalPast, cases: rows.filter(isPast) },
    { key: 'ahead', title: words.ahead, count: total - totalPast, cases: rows.filter((row) => !isPast(row)) },
  ];
  return (filter.descending ? bands.toReversed() : bands).filter(({ cases }) => cases.length > 0);
}

/** The year takes the weekday's place where it has to be said. */
export const listDate = (on: LocalDate, today: LocalDate): string =>
  yearOf(on) === yearOf(today) ? formatShortDate(on, today) : formatMonthDay(on, today);

/** With whom a case waits: as somebody said, or else whoever owes the next clock, which on our side is the case's owner. */
export function withWhom({ waiting, next, ownerName }: ListedCase, words: Words['caseList']): string {
  if (waiting) return words.waitingOn[waiting.on];
  if (next && next.owedBy !== 'client') return words.owedBy[next.owedBy];
  return ownerName?.split(' ')[0] ?? words.nobody;
}

/** The language, or which one it is where it is none of the list. */
export const languageOf = ({ language, languageNote }: ListedCase, labels: Words['labels']): string =>
  language === 'other' && languageNote ? languageNote : labels.languageName[language];
