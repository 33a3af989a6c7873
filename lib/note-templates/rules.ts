import type { Violation } from '../errors.ts';
import type { Words } from '../words/words.ts';

type Said = Words['noteTemplates'];

export const nameTaken = (name: string, words: Said): Violation => ({
  field: 'name',
  message: words.nameTaken(name),
  remedy: words.nameTakenRemedy,
});

export const templateGone = (words: Said): Violation => ({
  field: null,
  message: words.gone,
  remedy: words.goneRemedy,
});

export const nothingChanged = (words: Said): Violation => ({
  field: null,
  message: words.unchanged,
  remedy: words.unchangedRemedy,
});
