import type { Violation } from '../errors.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 200;
/** One character can be many code points; nobody types more than this many for 200 of them. */
const MOST_CODE_UNITS = 1_600;

/** Whom a password is for: what others know of them is no secret. */
export type PasswordOwner = { readonly name: string; readonly email: string; readonly officeName?: string };

/**
 * The form of a password that is hashed: Unicode NFKC, as NIST SP 800-63B asks, so that one password typed on two
 * keyboards is one. Nothing else of it is changed: case and spaces count.
 */
export const normalizedPassword = (password: string): string => password.normalize('NFKC');

/**
 * Why this cannot be the person's password, in one sentence; empty where it can. Length alone is asked for, no kinds of
 * characters (NIST SP 800-63B); refused is what a guesser tries first.
 */
export function passwordViolations(password: string, owner: PasswordOwner): Violation[] {
  const tooLong = violation(`The password has more than ${LONGEST_PASSWORD} characters.`, 'Shorten it.');
  // Counting takes memory by the character, so what nobody types is not counted.
  if (password.length > MOST_CODE_UNITS) return tooLong;
  const length = lengthOf(password);
  if (length < SHORTEST_PASSWORD)
    return violation(
      password === ''
        ? 'The password is missing.'
        : `The password has ${length} of the ${SHORTEST_PASSWORD} characters it needs.`,
      'Four or five unrelated words make a good one, and spaces count.',
    );
  if (length > LONGEST_PASSWORD) return tooLong;
  const bare = normalizedPassword(password).toLowerCase().replace(/\s+/gu, '');
  if (lengthOf(repeatedUnit(bare)) < SHORTEST_PASSWORD && lengthOf(repeatedUnit(bare)) < lengthOf(bare))
    return violation('The password says the same thing over and over.', 'Use different words instead.');
  const found = weigh(bare, personalWords(owner));
  if (found.weight >= WEAKEST) return [];
  if (found.isPersonal)
    return violation(
      'The password is little more than a name, an address or a word that others connect with you.',
      'Use words that have nothing to do with you or this program.',
    );
  return found.hasWord
    ? violation(
        'The password is made of passwords that are known to everybody who guesses them.',
        'Add unrelated words, or start with others.',
      )
    : violation('The password is a row of neighbors, such as 12345.', 'Use unrelated words instead.');
}

const violation = (message: string, remedy: string): Violation[] => [{ field: 'password', message, remedy }];

/** Characters as a person counts them, so that an emoji is one. */
const lengthOf = (text: string): number => Array.from(new Intl.Segmenter().segment(text)).length;

// ---------------------------------------------------------------- what a guesser would need

// Two common passwords and what people put around them stay below; three unrelated words are enough.
const WORD = 3;
const CHARACTER = 2;
const MARK = 1;
const WEAKEST = 9;

type Piece = { readonly kind: 'word' | 'personal' | 'row' | 'character' | 'mark'; readonly text: string };
const WEIGHTS: Readonly<Record<Piece['kind'], number>> = {
  word: WORD,
  personal: 0,
  row: 0,
  character: CHARACTER,
  mark: MARK,
};

const LONGEST_ENTRY = Math.max(...[...COMMON_PASSWORDS].map(({ length }) => length));
const SHORTEST_ROW = 3;

/** Takes the text apart into the pieces that are guessed with the least effort; a piece that comes again adds nothing. */
function weigh(text: string, personal: ReadonlySet<string>) {
  type Cover = { readonly weight: number; readonly pieces: readonly Piece[] };
  const characters = Array.from(text);
  const covers: Cover[] = [{ weight: 0, pieces: [] }];
  const longest = Math.max(LONGEST_ENTRY, ...[...personal].map(({ length }) => length));
  for (let end = 1; end <= characters.length; end += 1) {
    let best: Cover | undefined;
    for (let start = end - 1; start >= Math.max(0, end - longest); start -= 1) {
      const before = covers[start];
      const piece = pieceOf(characters.slice(start, end).join(''), personal);
      if (!before || !piece) continue;
      const weight = before.weight + WEIGHTS[piece.kind];
      if (!best || weight < best.weight) best = { weight, pieces: [...before.pieces, piece] };
    }
    covers.push(best ?? { weight: Number.POSITIVE_INFINITY, pieces: [] });
  }
  const pieces = covers.at(-1)?.pieces ?? [];
  const counted = pieces.filter(
    ({ kind, text: own }, index) =>
      kind === 'character' || pieces.findIndex((each) => each.text === own) === index,
  );
  return {
    weight: counted.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0),
    isPersonal: pieces.some(({ kind }) => kind === 'personal'),
    hasWord: pieces.some(({ kind }) => kind === 'word'),
  };
}

function pieceOf(text: string, personal: ReadonlySet<string>): Piece | null {
  const unmasked = text.replace(/[@$!013457]/g, (mark) => MASKS[mark] ?? mark);
  if (personal.has(text) || personal.has(unmasked)) return { kind: 'personal', text };
  if (isRow(text) || /^(19|20)\d\d$/.test(text)) return { kind: 'row', text };
  if (COMMON_PASSWORDS.has(text) || COMMON_PASSWORDS.has(unmasked)) return { kind: 'word', text: unmasked };
  if (Array.from(text).length > 1) return null;
  return { kind: /[\p{L}\p{N}]/u.test(text) ? 'character' : 'mark', text };
}

/** What people write for a letter, as in "p@ssw0rd". */
const MASKS: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '!': 'i',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};

const KEYBOARD_ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '!@#$%^&*()'].flatMap((row) => [
  row,
  Array.from(row).toReversed().join(''),
]);

/** Three or more of one character, of the alphabet in order, or of neighboring keys. */
function isRow(text: string): boolean {
  const codes = Array.from(text).map((character) => character.codePointAt(0) ?? 0);
  if (codes.length < SHORTEST_ROW) return false;
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  if (
    Math.abs(step) <= 1 &&
    codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step)
  )
    return true;
  return KEYBOARD_ROWS.some((row) => row.includes(text));
}

/** The shortest part that gives the text when it is written again and again; the text itself where there is none. */
const repeatedUnit = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;

/** The words of a name and an address, and what this program is called. */
function personalWords({ name, email, officeName = '' }: PasswordOwner): ReadonlySet<string> {
  const text = normalizedPassword(`${name} ${email} ${officeName} recourse`).toLowerCase();
  return new Set(text.split(/[^\p{L}\p{N}]+/u).filter((word) => Array.from(word).length >= SHORTEST_ROW));
}
