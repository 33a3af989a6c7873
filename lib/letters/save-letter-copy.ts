import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { SealedFile } from '../document-store/document-store.ts';
import { done, notFound, type Outcome } from '../errors.ts';
import type { LetterFormat } from './input.ts';
import type { LetterOffice, LetterVersion } from './letter-paper.ts';
import { readSavedLetter } from './queries.ts';

export type SaveLetterInput = {
  readonly caseId: string;
  readonly documentId: string;
  readonly format: LetterFormat;
};

export type SavedLetter = {
  readonly letter: LetterVersion;
  readonly office: LetterOffice;
  /** Made of the template and the case's number: what a person typed stands in no file name. */
  readonly fileName: string;
} & (
  | { readonly format: 'pdf'; readonly pages: SealedFile }
  | { readonly format: 'docx'; readonly pages: null }
);

/** Puts on the record that a copy of a letter is saved; one whose pages are not made yet cannot leave as a PDF. */
export async function saveLetterCopy(
  unit: UnitOfWork<UserActor>,
  { caseId, documentId, format }: SaveLetterInput,
): Promise<Outcome<SavedLetter>> {
  const found = await readSavedLetter(unit.tx, caseId, documentId);
  if (!found) return notFound;
  const { letter, office, pages, title, caseNumber } = found;
  if (format === 'pdf' && !pages) return notFound;
  unit.record({
    event: 'letter.saved',
    caseId,
    subjectId: documentId,
    changes: [
      { field: 'title', from: null, to: title },
      { field: 'format', from: null, to: format },
    ],
  });
  const copy = { letter, office, fileName: `${letter.template}-${caseNumber}.${format}` };
  return done(
    format === 'pdf' && pages ? { ...copy, format, pages } : { ...copy, format: 'docx', pages: null },
  );
}
