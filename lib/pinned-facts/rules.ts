import type { Violation } from '../errors.ts';
import type { Words } from '../words/words.ts';

/** More than this, and nobody reads them first. */
export const MOST_PINNED = 6;

export const tooManyPinned = (pinnedCount: number, words: Words['pinnedFacts']): Violation | null =>
  pinnedCount < MOST_PINNED
    ? null
    : {
        field: null,
        message: words.tooMany(MOST_PINNED),
        rule: words.tooManyRule,
        remedy: words.tooManyRemedy,
      };

export const notPinned = (words: Words['pinnedFacts']): Violation => ({
  field: null,
  message: words.notThere,
  remedy: words.notThereRemedy,
});
