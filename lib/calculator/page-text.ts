import { contactsFor } from './contacts.ts';
import type { Words } from './words.ts';

/** The words of the page around a result, as plain data. */
export type PageText = Pick<
  Words,
  | 'language'
  | 'sections'
  | 'questions'
  | 'optional'
  | 'programs'
  | 'regulators'
  | 'payers'
  | 'bases'
  | 'answers'
  | 'determinations'
  | 'yesNo'
  | 'cardHelp'
> & {
  readonly page: {
    readonly [Key in keyof Words['page'] as Words['page'][Key] extends string ? Key : never]: string;
  };
  readonly problemsKept: string;
  readonly weekdayLetters: readonly string[];
  readonly fileName: string;
  readonly help: ReturnType<typeof contactsFor>;
};

export function pageTextOf(words: Words): PageText {
  const { computedOn: _computedOn, anotherReading: _anotherReading, ...page } = words.page;
  return {
    page,
    language: words.language,
    sections: words.sections,
    questions: words.questions,
    optional: words.optional,
    programs: words.programs,
    regulators: words.regulators,
    payers: words.payers,
    bases: words.bases,
    answers: words.answers,
    determinations: words.determinations,
    yesNo: words.yesNo,
    cardHelp: words.cardHelp,
    problemsKept: words.problems.kept,
    weekdayLetters: words.dates.weekdayLetters,
    fileName: words.calendar.fileName,
    help: contactsFor(null, words),
  };
}
