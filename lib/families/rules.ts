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

/**
 * Which of the cases that were found under what was typed is to be linked with `ownId`: the one of that number, or the
 * only one. A case that only a note speaks of is not meant.
 */
export function otherCaseOf(
  found: readonly FoundCase[],
  typed: string,
  ownId: string,
  words: Said,
): { readonly other: FoundCase } | { readonly violation: Violation } {
  const named = found.filter(({ number }) => number === typed);
  const meant = named.length > 0 ? named : found.filter(({ foundIn }) => foundIn === 'case');
  const others = meant.filter(({ caseId }) => caseId !== ownId);
  const [other] = others;
  if (!other)
    return {
      violation:
        meant.length > 0
          ? about(words.sameCase, words.sameRemedy)
          : about(words.noSuchCase, words.noSuchRemedy),
    };
  if (others.length === 1) return { other };
  const listed = others.map(({ number, clientName }) => `${number}, ${clientName}`).join('; ');
  return { violation: about(words.several(listed), words.severalRemedy) };
}

export const alreadyLinked = (words: Said): Violation => about(words.already, words.alreadyRemedy);

/** Two families are not poured together unseen. */
export const ofAnotherFamily = (number: string, words: Said): Violation =>
  about(words.otherFamily(number), words.otherFamilyRemedy);

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
