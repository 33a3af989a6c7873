import type { Language } from '../../db/vocabulary.ts';
import type { LetterLanguage } from '../../mail/letter.ts';
import type { ClientWords } from './client-words.ts';
import { chinese } from './languages/chinese.ts';
import { english } from './languages/english.ts';
import { korean } from './languages/korean.ts';
import { spanish } from './languages/spanish.ts';
import { tagalog } from './languages/tagalog.ts';
import { vietnamese } from './languages/vietnamese.ts';

const WORDS: Readonly<Record<LetterLanguage, ClientWords>> = {
  en: english,
  es: spanish,
  'zh-Hant': chinese,
  vi: vietnamese,
  ko: korean,
  tl: tagalog,
};

const LANGUAGES: Readonly<Partial<Record<Language, LetterLanguage>>> = {
  en: 'en',
  es: 'es',
  zh: 'zh-Hant',
  vi: 'vi',
  ko: 'ko',
  tl: 'tl',
};

/** Clients are written to in the languages we have, and otherwise in English, which the staff have to know. */
export function letterLanguage(language: Language): { language: LetterLanguage; isFallback: boolean } {
  const own = LANGUAGES[language];
  return { language: own ?? 'en', isFallback: own === undefined };
}

/** The languages as browsers name them, which know Tagalog as Filipino. */
const TAGS = new Map<string, LetterLanguage>([...Object.entries(LANGUAGES), ['fil', 'tl']]);

/** The first language of a header Accept-Language that there are words in; English where there is none. */
export function languageAccepted(header: string | null): LetterLanguage {
  const asked = (header ?? '').toLowerCase().split(',');
  return asked.flatMap((range) => TAGS.get(range.trim().split(/[-;]/)[0] ?? '') ?? [])[0] ?? 'en';
}

export const wordsIn = (language: LetterLanguage): ClientWords => WORDS[language];
