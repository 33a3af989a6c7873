import type { Words } from '../words/words.ts';
import type { Duplicate } from './queries.ts';

/** A client in the books, as a form says that it may be the one being entered. */
export type SaidDuplicate = {
  readonly href: string;
  readonly clientName: string;
  /** "born Mar 9, 1979" or "no birth date". */
  readonly birthText: string;
  readonly number: string;
  readonly planName: string | null;
  /** "closed 2025", for a case that is. */
  readonly closedText: string | null;
  /** "Same phone, name spelled nearly the same". */
  readonly why: string;
};

export const sayDuplicate = (
  found: Duplicate,
  words: Pick<Words['duplicates'], 'born' | 'closed' | 'why'>,
): SaidDuplicate => ({
  href: `/cases/${found.caseId}`,
  clientName: found.clientName,
  birthText: words.born(found.birthOn),
  number: found.number,
  planName: found.planName,
  closedText: found.closedIn === null ? null : words.closed(found.closedIn),
  why: words.why(found.alike),
});
