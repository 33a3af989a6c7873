import { z } from 'zod';
import { DOCUMENT_KINDS } from '../db/vocabulary.ts';
import { choice, recordId } from '../input-fields.ts';

const LONGEST_NAME = 200;
const LONGEST_ENDING = 20;
/** Control characters and marks that turn the text behind them around; the joiners that Persian needs stay. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufeff]+/gu;

/** A name as text to show: never a path, and never what a file is called on our disk. A long one keeps its ending. */
export function shownName(given: string): string {
  const letters = Array.from(given.replace(UNSHOWN, ' ').replace(/\s+/g, ' ').trim());
  if (letters.length <= LONGEST_NAME) return letters.join('');
  const beginning = letters.slice(0, LONGEST_NAME - LONGEST_ENDING - 1);
  return `${beginning.join('')}…${letters.slice(-LONGEST_ENDING).join('')}`;
}

/** What a document is called until somebody calls it otherwise: the name of its file without the ending. */
export const titleOf = (fileName: string): string =>
  fileName.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').trim() || fileName;

/** What the uploader says of a file before it sends any of it: the metadata of the tus protocol. */
export const uploadInput = z.object({
  caseId: recordId,
  kind: choice(DOCUMENT_KINDS, 'Choose what this document is from the list.'),
  fileName: z.string().max(10_000).transform(shownName).pipe(z.string().min(1, 'The file has no name.')),
});
export type UploadInput = z.infer<typeof uploadInput>;
