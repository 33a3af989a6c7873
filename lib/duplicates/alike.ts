import type { LocalDate } from '../calendar/local-date.ts';
import { compactCode, foldJoined, foldWords, phoneTerms } from '../cases/search-terms.ts';
import { isOneSlipAway } from '../find/spelling.ts';

/** What is known of a person whom somebody enters, or who is in the office's books. */
export type Told = {
  readonly name: string;
  readonly birthOn: LocalDate | null;
  readonly phone: string;
  readonly memberNumber: string;
};

export const LIKENESSES = ['member', 'phone', 'birth', 'name', 'nearly-name'] as const;
export type Likeness = (typeof LIKENESSES)[number];

const WEIGHTS: Readonly<Record<Likeness, number>> = {
  member: 5,
  phone: 4,
  birth: 4,
  name: 3,
  'nearly-name': 2,
};

export type Alike = {
  readonly reasons: readonly Likeness[];
  /** How much speaks for one person; between equals the closer name tips it. */
  readonly weight: number;
};

/**
 * In what a person who is being entered is like one in the books; null where they are hardly the same. A name alone
 * counts when it has two words, and speaks for nobody who was born on another day.
 */
export function alikeIn(typed: Told, known: Told): Alike | null {
  const name = likenessOfNames(typed.name, known.name);
  const isBornAlike = typed.birthOn !== null && typed.birthOn === known.birthOn;
  const isBornApart = typed.birthOn !== null && known.birthOn !== null && !isBornAlike;
  const reasons: Likeness[] = [];
  if (isSameCode(typed.memberNumber, known.memberNumber)) reasons.push('member');
  if (isSamePhone(typed.phone, known.phone)) reasons.push('phone');
  const isSameNumber = reasons.length > 0;
  if (isBornAlike) reasons.push('birth');
  const isOfSuchName = name !== null && (isBornAlike || (!name.isPart && !isBornApart));
  if (!isSameNumber && !isOfSuchName) return null;
  if (name && !name.isPart) reasons.push(name.isExact ? 'name' : 'nearly-name');
  const weight = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
  return { reasons, weight: weight + (name?.closeness ?? 0) / CLOSEST };
}

type NameLikeness = {
  /** Word for word. */
  readonly isExact: boolean;
  /** Not every word of the shorter name, or only one word: too little by itself. */
  readonly isPart: boolean;
  readonly closeness: number;
};

/** Compares two names word by word, whatever their order; null where they share none. */
function likenessOfNames(typed: string, known: string): NameLikeness | null {
  const [shorter = [], longer = []] = [foldWords(typed), foldWords(known)].toSorted(
    (a, b) => a.length - b.length,
  );
  const matches = shorter.map((word) => Math.max(0, ...longer.map((other) => likenessOfWords(word, other))));
  const joined = [foldJoined(typed).join(''), foldJoined(known).join('')];
  if (joined[0] !== '' && joined[0] === joined[1])
    return { isExact: true, isPart: false, closeness: SAME * longer.length };
  if (!matches.some((match) => match >= NEAR)) return null;
  return {
    isExact: matches.every((match) => match === SAME) && shorter.length === longer.length,
    isPart: shorter.length < 2 || matches.some((match) => match === 0),
    closeness: matches.reduce((sum, match) => sum + match, 0) - (longer.length - shorter.length) / 2,
  };
}

const SAME = 3;
const NEAR = 2;
const INITIAL = 1;
/** More than the words of any name come to. */
const CLOSEST = 1_000;
const SHORTEST_START = 3;

/** The same word, one spelled nearly so or begun so, an initial for it, or none of these. */
function likenessOfWords(a: string, b: string): number {
  if (a === b) return SAME;
  if (isOneSlipAway(a, b) || isStartOf(a, b) || isStartOf(b, a)) return NEAR;
  const [one, other] = [Array.from(a), Array.from(b)];
  return (one.length === 1 || other.length === 1) && one[0] === other[0] ? INITIAL : 0;
}

const isStartOf = (start: string, word: string) => start.length >= SHORTEST_START && word.startsWith(start);

const isSameCode = (a: string, b: string): boolean =>
  compactCode(a) !== '' && compactCode(a) === compactCode(b);

const isSamePhone = (a: string, b: string): boolean => {
  const [digits = ''] = phoneTerms(a);
  return digits.length >= 7 && digits === phoneTerms(b)[0];
};
