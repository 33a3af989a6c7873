import { docxOf } from '../paper/docx.ts';
import { type LetterOffice, type LetterVersion, letterPaper } from './letter-paper.ts';

/** A letter as a Word document. */
export function letterDocx(version: LetterVersion, office: LetterOffice): Promise<Buffer> {
  const { blocks, ...options } = letterPaper(version, office);
  return docxOf(blocks, options);
}
