import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { Client } from '../cases/case-record.ts';
import type { Language } from '../db/vocabulary.ts';
import type { LetterLanguage } from '../mail/letter.ts';
import { letterLanguage, wordsIn } from '../reminders/letters/client-languages.ts';
import type { ChecklistItem } from './checklist.ts';
import { CLIENT_ITEMS, type ListWords } from './client-items.ts';
import { chinese } from './languages/chinese.ts';
import { english } from './languages/english.ts';
import { korean } from './languages/korean.ts';
import { spanish } from './languages/spanish.ts';
import { tagalog } from './languages/tagalog.ts';
import { vietnamese } from './languages/vietnamese.ts';

const WORDS: Readonly<Record<LetterLanguage, ListWords>> = {
  en: english,
  es: spanish,
  'zh-Hant': chinese,
  vi: vietnamese,
  ko: korean,
  tl: tagalog,
};

export type ClientList = {
  readonly language: LetterLanguage;
  /** There are no words in the language that was asked for. */
  readonly isFallback: boolean;
  readonly review: ListWords['review'];
  /** Empty where the client does not want it said who writes. */
  readonly from: string;
  readonly title: string;
  readonly intro: string;
  readonly items: readonly string[];
  readonly notes: readonly string[];
  /** All of it, to be pasted. */
  readonly text: string;
};

type About = {
  readonly language: Language;
  readonly client: Pick<Client, 'birthOn' | 'address' | 'phone'>;
  readonly fileBy: LocalDate | null;
  readonly today: LocalDate;
  readonly officeName: string;
  readonly officePhone: string;
};

/** What the client can still bring, tell or sign, in their language; nothing of what the office does itself. */
export function clientList(checklist: readonly ChecklistItem[], about: About): ClientList {
  const { language, isFallback } = letterLanguage(about.language);
  const words = WORDS[language];
  const missing = new Set(checklist.filter(({ state }) => state === 'missing').map(({ item }) => item));
  const { birthOn, address, phone } = about.client;
  const unknown = [
    birthOn ? '' : words.details.birthOn,
    address ? '' : words.details.address,
    phone ? '' : words.details.phone,
  ].filter((detail) => missing.has('client-details') && detail !== '');
  const items = [
    ...unknown,
    ...CLIENT_ITEMS.filter((item) => missing.has(item)).map((item) => words.items[item]),
  ];
  const { fileBy } = about;
  const notes = [
    ...(items.length > 0 ? [words.copies, words.soon] : []),
    ...(items.length > 0 && fileBy && !isAfter(about.today, fileBy)
      ? [words.lastDay(wordsIn(language).day(fileBy))]
      : []),
    ...(about.officePhone ? [words.call(about.officePhone)] : []),
  ];
  const intro = items.length > 0 ? words.intro : words.nothing;
  const from = about.officeName;
  const lines = items.map((item) => `- ${item}`).join('\n');
  return {
    language,
    isFallback,
    review: words.review,
    from,
    title: words.title,
    intro,
    items,
    notes,
    text: [from, words.title, intro, lines, notes.join('\n')].filter((part) => part !== '').join('\n\n'),
  };
}
