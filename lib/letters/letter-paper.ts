import type { LetterLanguage, LetterTemplate } from '../db/vocabulary.ts';
import { type Block, blocksOfText } from '../paper/blocks.ts';
import type { Letterhead } from '../paper/docx.ts';
import { TEMPLATES } from './fill-template.ts';
import { blanksOf } from './markup.ts';

/** One saved text of a letter. */
export type LetterVersion = { template: LetterTemplate; language: LetterLanguage; body: string };
export type LetterOffice = { name: string; phone: string };

export type LetterPaper = {
  title: string;
  language: LetterLanguage;
  letterhead: Letterhead | null;
  blocks: readonly Block[];
};

/** A letter as it is set on paper: on the office's letterhead where the office speaks. */
export function letterPaper({ template, language, body }: LetterVersion, office: LetterOffice): LetterPaper {
  const { titles, isOurs } = TEMPLATES[template];
  return {
    title: titles[language],
    language,
    letterhead: isOurs ? { name: office.name, lines: office.phone === '' ? [] : [office.phone] } : null,
    blocks: blocksOfText(body),
  };
}

/** A letter as it looks, and what is still to be filled in. */
export type LetterLook = { readonly paper: LetterPaper; readonly blanks: readonly string[] };

export const lookOf = (version: LetterVersion, office: LetterOffice): LetterLook => ({
  paper: letterPaper(version, office),
  blanks: blanksOf(version.body),
});
