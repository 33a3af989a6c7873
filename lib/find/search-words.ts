import { compactCode, foldJoined, foldWords, piecesOf } from '../cases/search-terms.ts';

/** Terms from `from` up to but not including `before`, in bytewise order: all that start with a prefix. */
export type TermRange = { readonly from: string; readonly before: string };

/** One way to read a search: the ranges of terms a case must all have one of. */
export type Reading = readonly TermRange[];

const HIGHEST_CHARACTER = '\u{10FFFF}';
const SEQUENCE_DIGITS = 6;
const WORDS_WITH_SEQUENCE = 2;
const MOST_WORDS = 6;

/**
 * Reads what was typed into a search box: every word a prefix, folded as stored terms are. Digits that belong to one
 * phone or reference number, "(619) 555-0177", are also read as one, and so is a name across an apostrophe or a hyphen.
 * No word at all: no reading.
 */
export function readingsOf(query: string): Reading[] {
  const words = foldWords(query);
  if (words.length === 0) return [];
  const ways = [words, joinedCodes(query), foldJoined(query), ...withSequenceNumber(words)].map((way) =>
    [...new Set(way.flatMap(piecesOf))].slice(0, MOST_WORDS),
  );
  const told = new Map(ways.map((way) => [way.join(' '), way.map(rangeOf)]));
  return [...told.values()];
}

/** Neighboring words that carry digits, run together and without the country's 1; the other words as they are. */
function joinedCodes(query: string): string[] {
  const joined = query.replaceAll(/(?<=\p{N}\S*)[\s().\-–/]+(?=\S*\p{N})/gu, '');
  return foldWords(joined).map((word) => compactCode(word).replace(/^1(?=\d{10}$)/, ''));
}

const rangeOf = (word: string): TermRange => ({ from: word, before: `${word}${HIGHEST_CHARACTER}` });

/** "123" also finds the case 2026-000123, as does "2026 123"; a part of a phone number does not. */
function withSequenceNumber(words: readonly string[]): string[][] {
  const last = words.at(-1) ?? '';
  if (words.length > WORDS_WITH_SEQUENCE || !/^\d{1,5}$/.test(last)) return [];
  return [[...words.slice(0, -1), last.padStart(SEQUENCE_DIGITS, '0')]];
}
