import type { CalculatorLanguage } from './language.ts';
import { english } from './messages.en.ts';
import { spanish } from './messages.es.ts';
import type { Words } from './words.ts';

/** Everything the calculator says in that language. */
export const wordsIn = (language: CalculatorLanguage): Words => (language === 'es' ? spanish : english);
