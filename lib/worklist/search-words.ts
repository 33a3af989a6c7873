import { compactCode, foldWords } from '../cases/search-terms.ts';

/** Terms from `from` up to but not including `before`, in bytewise order: all that start with a prefix. */
export type TermRange = { readonly from: string; readonly before: string; readonly orExactly: string | null };

/** One way to read a search: the ranges of terms a case must all have one of. */
export type Reading = readonly TermRange[];

const HIGHEST_CHARACTER = '\u{10FFFF}';
const SEQUENCE_DIGITS = 6;
const MOST_WORDS = 8;

/**
 * Reads what was typed into the search box: every word a prefix, folded as stored terms are. Typed digits that belong
 * to one phone or reference number, "(619) 555-0177", are also read as one. No word at all: no reading.
 */
export function readingsOf(query: string): Reading[] {
  const words = foldWords(query).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const readings = [words.map(rangeOf)];
  const joined = joinedCodes(query);
  if (joined.length > 0 && joined.length < words.length) readings.push(joined.map(rangeOf));
  return readings;
}

/** Neighboring words that carry digits, run together; the other words as they are. */
function joinedCodes(query: string): string[] {
  const words = foldWords(query.replaceAll(/(?<=\p{N}\S*)[\s().\-–/]+(?=\S*\p{N})/gu, ''));
  return words.map(compactCode).slice(0, MOST_WORDS);
}

function rangeOf(word: string): TermRange {
  return {
    from: word,
    before: `${word}${HIGHEST_CHARACTER}`,
    orExactly: sequenceNumber(word),
  };
}

/** "123" also finds the case 2026-000123. */
const sequenceNumber = (word: string): string | null =>
  /^\d{1,5}$/.test(word) ? word.padStart(SEQUENCE_DIGITS, '0') : null;
