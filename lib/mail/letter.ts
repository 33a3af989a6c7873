/**
 * The languages letters are written in, as the tags that mail and pages carry (BCP 47). `tl` is the registered tag of
 * Tagalog itself; `fil` names Filipino, the national standard that is based on it.
 */
export const LETTER_LANGUAGES = ['en', 'es', 'zh-Hant', 'vi', 'ko', 'tl'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** A message before it has a form: the text part and the HTML part are two prints of it. */
export type Letter = {
  readonly language: LetterLanguage;
  readonly subject: string;
  /** What a list of messages shows beside the subject: like the subject, it is read over shoulders. */
  readonly preview: string;
  readonly greeting: string;
  /** Whole sentences, in which `strong` sets a date off. */
  readonly paragraphs: readonly Paragraph[];
  readonly sections?: readonly LetterSection[];
  readonly tables?: readonly LetterTable[];
  /** What lies beyond the sections, said below them. */
  readonly beyond?: string | null;
  readonly button: { readonly label: string; readonly href: string } | null;
  readonly closing: string | null;
  readonly footnote: string;
  readonly footnoteLinks?: readonly { readonly label: string; readonly href: string }[];
};

/** A heading with its rows: "Overdue 1". A reader of the text part gets the same lines in the same order. */
export type LetterSection = {
  readonly heading: string;
  readonly count: number;
  readonly rows: readonly LetterRow[];
  /** Where the rest is, if the rows are not all: "37 more on Today". */
  readonly more?: { readonly label: string; readonly href: string } | null;
};

/** "Wed Nov 18", "3 days over, client", what is to be done (a link to the case), and the case's number. */
export type LetterRow = {
  readonly when: string;
  readonly note: string;
  readonly text: string;
  readonly href: string;
  readonly reference: string;
};

/** A few figures for each of several people, small enough for a phone. */
export type LetterTable = {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  /** What the figures mean, below them. */
  readonly note: string;
};

export type Paragraph = string | readonly (string | Strong)[];
export type Strong = { readonly strong: string };

export const strong = (text: string): Strong => ({ strong: text });
