import { typesetApart } from '../paper/typeset-apart.ts';
import { type LetterOffice, type LetterVersion, letterPaper } from './letter-paper.ts';

/** The pages of a letter as a PDF; the same text gives the same bytes. */
export const letterPages = (version: LetterVersion, office: LetterOffice): Promise<Buffer> =>
  typesetApart({ template: 'letter', data: letterPaper(version, office) });
