import type { StaffLanguage } from '../db/vocabulary.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';

/** Everything the staff's screens say, by area. English is the shape that every other language fills whole. */
export type Words = typeof english;

const WORDS: Readonly<Record<StaffLanguage, Words>> = { en: english, es: spanish };

/** The words of one language. A language that lacks one does not compile. */
export const wordsIn = (language: StaffLanguage): Words => WORDS[language];
