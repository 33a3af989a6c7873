import type { LocalDate } from '../calendar/local-date.ts';
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
export const foundCase = (
  { caseId, number, clientName, planName, ownerName, next, isClosed, foundIn }: Hit,
  today: LocalDate,
  words: Words['find'],
): FoundCase => ({
  href: `/cases/${caseId}`,
  number,
  clientName,
  planName,
  ownerName,
  dueText: next && words.due(next.dueOn, today, next.owedBy),
  isClosed,
  foundIn,
});
