import { foldJoined, foldWords } from '../cases/search-terms.ts';
import type { Violation } from '../errors.ts';
import type { Words } from '../words/words.ts';

type Said = Words['family'];

export type FoundCase = {
  readonly caseId: string;
  readonly number: string;
  readonly clientName: string;
  readonly foundIn: 'case' | 'note';
};

const about = (message: string, remedy: string): Violation => ({ field: 'other', message, remedy });

const listed = (cases: readonly FoundCase[]): string =>
  cases.map(({ number, clientName }) => `${number}, ${clientName}`).join('; ');

/**
 * Which of the cases that were found under what was typed is to be linked with `ownId`: the one of that number, or the
 * only one whose client's name starts with each of the words. What is only like it is told and never taken.
 */
export function otherCaseOf(
  found: readonly FoundCase[],
  typed: string,
  ownId: string,
  words: Said,
): { readonly other: FoundCase } | { readonly violation: Violation } {
  const numbered = found.filter(({ number }) => number === typed);
  const meant = numbered.length > 0 ? numbered : found.filter(({ clientName }) => isNamed(clientName, typed));
  const others = meant.filter(({ caseId }) => caseId !== ownId);
  const [other] = others;
  if (other && others.length === 1) return { other };
  if (other) return { violation: about(words.several(listed(others)), words.severalRemedy) };
  if (meant.length > 0) return { violation: about(words.sameCase, words.sameRemedy) };
  const near = found.filter(({ caseId, foundIn }) => foundIn === 'case' && caseId !== ownId);
  return {
    violation:
      near.length > 0
        ? about(words.nearly(listed(near)), words.severalRemedy)
        : about(words.noSuchCase, words.noSuchRemedy),
  };
}

/** Each word typed starts a word of the name, folded as the search folds both. */
function isNamed(name: string, typed: string): boolean {
  const parts = [...foldWords(name), ...foldJoined(name)];
  return [foldWords(typed), foldJoined(typed)].some(
    (words) => words.length > 0 && words.every((word) => parts.some((part) => part.startsWith(word))),
  );
}

export const alreadyLinked = (words: Said): Violation => about(words.already, words.alreadyRemedy);

/** Two families are not poured together unseen. */
export const ofAnotherFamily = (number: string, words: Said): Violation =>
  about(words.otherFamily(number), words.otherFamilyRemedy);

/** The same of two families one of which holds only what the reader may not know of: why is not theirs to read. */
export const notLinkable = (words: Said): Violation => about(words.notLinkable, words.notLinkableRemedy);

/** That two cases belong together would tell of the one that few may know of. */
export const restrictedOnes = (words: Said): Violation => ({
  ...about(words.restricted, words.restrictedRemedy),
  rule: words.restrictedRule,
});

export const notLinked = (words: Said): Violation => ({
  field: null,
  message: words.notLinked,
  remedy: words.notLinkedRemedy,
});

export const closedRelative = (number: string, words: Said): Violation => ({
  field: null,
  message: words.closedRelative(number),
  remedy: words.closedRelativeRemedy,
});
