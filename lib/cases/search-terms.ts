import type { CaseRecord } from './case-record.ts';

const LONGEST_TERM = 60;
const MOST_TERMS = 60;

/**
 * Folds text into the words it is found under: lower case, no accents, letters and digits of any script. The same
 * folding reads what is stored and what is typed, so "Nunez" finds "Núñez".
 */
export function foldWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])].map((word) => word.slice(0, LONGEST_TERM));
}

export type Findable = Pick<
  CaseRecord,
  'id' | 'officeId' | 'number' | 'memberNumber' | 'client' | 'grievances'
>;

/** Every word under which a case is found: names, its number, the plan's reference, the member number and phones. */
export function searchTermsOf(record: Findable): string[] {
  const { client } = record;
  const names = [client.name, client.representativeName].flatMap(foldWords);
  const references = [record.memberNumber, ...record.grievances.map(({ planReference }) => planReference)];
  const codes = [record.number, ...references, client.phone, client.representativePhone].map(compactCode);
  const numberParts = foldWords(record.number);
  return [...new Set([...names, ...codes, ...numberParts, ...references.flatMap(foldWords)])]
    .filter((term) => term !== '')
    .slice(0, MOST_TERMS);
}

/** A code without its separators: "(619) 555-0177" and "619.555.0177" are found alike. */
export const compactCode = (code: string): string => foldWords(code).join('').slice(0, LONGEST_TERM);
