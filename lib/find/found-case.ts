import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { Words } from '../words/words.ts';
import type { Hit } from './queries.ts';

/** A case as a search box shows it. */
export type FoundCase = {
  readonly href: string;
  readonly number: string;
  readonly clientName: string;
  readonly planName: string | null;
  readonly ownerName: string | null;
  /** Its next deadline in words, "Fri Jun 12, 6 days, plan". */
  readonly dueText: string | null;
  readonly isClosed: boolean;
  readonly foundIn: 'case' | 'note';
};

/** What a search box is sent of a case that was found: words and its address, no id or date to make sense of. */
export const foundCase = (hit: Hit, today: LocalDate, words: Words): FoundCase => ({
  href: `/cases/${hit.caseId}`,
  number: hit.number,
  clientName: hit.clientName,
  planName: hit.planName,
  ownerName: hit.ownerName,
  dueText: hit.next && sayDue(hit.next, today, words),
  isClosed: hit.isClosed,
  foundIn: hit.foundIn,
});

function sayDue({ dueOn, owedBy }: NonNullable<Hit['next']>, today: LocalDate, words: Words): string {
  const { left, over, late } = words.find;
  const days = daysBetween(today, dueOn);
  const said = days >= 0 ? left(days) : owedBy === 'client' ? over(-days) : late(-days);
  return [words.dates.short(dueOn, today), said, words.labels.owedBy[owedBy]].join(', ');
}
