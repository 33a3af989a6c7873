import type { Violation } from '../errors.ts';

export const NOT_A_LETTER: Violation = {
  field: null,
  message: 'This document came from outside, so it has no text to edit here.',
  remedy: 'Open it among the documents, or start a letter of your own.',
};
