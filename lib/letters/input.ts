import { z } from 'zod';
import { LETTER_LANGUAGES, LETTER_TEMPLATES } from '../db/vocabulary.ts';
import { caseForm, choice, longText, recordId } from '../input-fields.ts';

export const writeLetterInput = () =>
  z.object({
    ...caseForm,
    template: choice(LETTER_TEMPLATES, 'Choose what the letter is for from the list.'),
    language: choice(LETTER_LANGUAGES, 'Choose English or Spanish.'),
  });
export type WriteLetterInput = z.infer<ReturnType<typeof writeLetterInput>>;

export const editLetterInput = () =>
  z.object({
    ...caseForm,
    documentId: recordId,
    body: longText('The letter').refine((text) => text.length > 0, {
      message: 'The letter is empty.',
      params: { remedy: 'Write it, or withdraw it among the documents if it is not needed.' },
    }),
  });
export type EditLetterInput = z.infer<ReturnType<typeof editLetterInput>>;

export const LETTER_FORMATS = ['pdf', 'docx'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];
