import type { CaseRecord } from './case-record.ts';

const LONGEST_TERM = 60;
const MOST_TERMS = 120;
const MOST_NOTE_TERMS = 500;
const SHORTEST_NOTE_WORD = 3;
const LONGEST_PIECE = 12;
const LOCAL_PHONE_DIGITS = 7;

/** What no decomposition takes apart, and letters that two keyboards write differently. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ـ: '',
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
const APOSTROPHES = /['’‘ʻʼ`]/gu;
const HYPHENS = /(?<=\p{L})[-‐‑–](?=\p{L})/gu;
/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}]/u;

/**
 * Folds text into the words it is found under: lower case, no accents, letters and digits of any script. The same
 * folding reads what is stored and what is typed, so "Nunez" finds "Núñez".
 */
export const foldWords = (text: string): string[] => [
  ...new Set(wordsOf(text).map((word) => word.slice(0, LONGEST_TERM))),
];

function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(APOSTROPHES, ' ')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text in which apostrophes and hyphens part nothing: "O’Brien" and "Nwosu-Bello" are one word each. */
export const foldJoined = (text: string): string[] =>
  foldWords(text.replace(APOSTROPHES, '').replace(HYPHENS, ''));

/** Parts of a word that a search compares as they are: the word itself, or short pieces where a script has no spaces. */
export function piecesOf(word: string): string[] {
  const letters = Array.from(word);
  if (!UNSPACED.test(word) || letters.length <= LONGEST_PIECE) return [word];
  return Array.from({ length: Math.ceil(letters.length / LONGEST_PIECE) }, (_, index) =>
    letters.slice(index * LONGEST_PIECE, (index + 1) * LONGEST_PIECE).join(''),
  );
}

/** True where every letter can begin a search, as in "王小明". */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);

export type Findable = Pick<
  CaseRecord,
  'id' | 'officeId' | 'number' | 'memberNumber' | 'client' | 'grievances'
>;

/** Every word under which a case is found: names, its number, the plan's reference, the member number and phones. */
export function searchTermsOf(record: Findable): string[] {
  const { client } = record;
  const names = [client.name, client.representativeName];
  const references = [record.memberNumber, ...record.grievances.map(({ planReference }) => planReference)];
  const terms = [
    ...names.flatMap(foldWords),
    ...[record.number, ...references].map(compactCode),
    ...[client.phone, client.representativePhone].flatMap(phoneTerms),
    ...foldWords(record.number),
    ...references.flatMap(foldWords),
    ...names.flatMap(foldJoined),
    ...names.flatMap(foldWords).flatMap(endings),
  ];
  return [...new Set(terms)].filter((term) => term !== '').slice(0, MOST_TERMS);
}

/** The words under which a case is found for what its notes say: short words of scripts with spaces are left out. */
export function noteTermsOf(text: string): string[] {
  const words = foldWords(text).filter(isFoundInNotes);
  return [...new Set(words.flatMap((word) => (isUnspaced(word) ? endings(word) : [word])))].slice(
    0,
    MOST_NOTE_TERMS,
  );
}

/** True for a word that the terms of a note can hold. */
export const isFoundInNotes = (word: string): boolean =>
  isUnspaced(word) || Array.from(word).length >= SHORTEST_NOTE_WORD;

/** Every ending of a word without spaces, so that what starts an ending is found inside the word. */
function endings(word: string): string[] {
  if (!isUnspaced(word)) return [];
  const letters = Array.from(word);
  return letters.map((_, index) => letters.slice(index, index + LONGEST_PIECE).join(''));
}

/** A code without its separators: "(619) 555-0177" and "619.555.0177" are found alike. */
export const compactCode = (code: string): string => wordsOf(code).join('').slice(0, LONGEST_TERM);

/** A phone's digits without the country's 1 and without an extension; also as it is said inside its area. */
export function phoneTerms(phone: string): string[] {
  const digits = compactCode(phone.replace(/\p{L}.*$/su, '')).replace(/^1(?=\d{10}$)/, '');
  return digits.length > LOCAL_PHONE_DIGITS ? [digits, digits.slice(-LOCAL_PHONE_DIGITS)] : [digits];
}
