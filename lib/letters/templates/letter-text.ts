import type { LetterLanguage } from '../../db/vocabulary.ts';
import type { LetterFacts } from '../letter-facts.ts';

/** A template: the whole letter in each language, in the light markup of letters. */
export type LetterText = Readonly<Record<LetterLanguage, (f: LetterFacts) => string>>;
