const SHORTEST = 3;
const LONGEST = 30;
const LONG_WORD = 8;

/** What a typed word is compared by to find the words somebody may have meant. */
export type Spelling = {
  /** The word, and the word without each of its letters: a word one slip away shares one of them. */
  readonly keys: readonly string[];
  readonly length: number;
  /** Patterns of the words of its length that differ in one letter, and those with two neighbors changed places. */
  readonly patterns: readonly string[];
  /** Long words may hold two slips. */
  readonly mayDifferTwice: boolean;
};

/** The word itself and each form of it that lacks one letter, the same as the database keeps. */
export function wordKeys(word: string): string[] {
  const letters = Array.from(word);
  return [...new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))])];
}

/** How a word may have been meant; null for numbers, of which one digit off is another client, and for the shortest. */
export function spellingOf(word: string): Spelling | null {
  const letters = Array.from(word);
  if (letters.length < SHORTEST || letters.length > LONGEST || /[0-9]/.test(word)) return null;
  const replaced = letters.map((_, at) => letters.with(at, '_').join(''));
  const swapped = letters
    .slice(1)
    .map((letter, at) => letters.toSpliced(at, 2, letter, letters[at] ?? '').join(''));
  return {
    keys: wordKeys(word),
    length: letters.length,
    patterns: [...new Set([...replaced, ...swapped])],
    mayDifferTwice: letters.length >= LONG_WORD,
  };
}

/** True for two words that differ in one letter: another, one more, one less, or two neighbors changed places. */
export function isOneSlipAway(a: string, b: string): boolean {
  const [one, other] = [Array.from(a), Array.from(b)].toSorted((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  if (a === b || one.length < SHORTEST || other.length - one.length > 1) return false;
  const start = one.findIndex((letter, at) => letter !== other[at]);
  const from = start === -1 ? one.length : start;
  const rest = (letters: readonly string[], skipped: number) => letters.slice(from + skipped).join('');
  if (other.length > one.length) return rest(one, 0) === rest(other, 1);
  const isSwapped = one[from] === other[from + 1] && one[from + 1] === other[from];
  return rest(one, 1) === rest(other, 1) || (isSwapped && rest(one, 2) === rest(other, 2));
}
