import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { SealedFile } from '../document-store/document-store.ts';
import { done, notFound, type Outcome } from '../errors.ts';
import { readSavedFile } from './files/queries.ts';

export type SaveDocumentInput = {
  readonly caseId: string;
  readonly documentId: string;
  /** The file as it came in, or the pages of a version; of the latest where none is named. */
  readonly what: 'original' | 'pages';
  readonly number?: number;
};

export type SavedFile = {
  readonly file: SealedFile & { readonly mediaType: string };
  /** Made of the kind and the case's number: what a person typed stands in no file name. */
  readonly fileName: string;
};

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/tiff': 'tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/plain': 'txt',
};

/** Puts on the record that a copy was saved, and says which file it is; what is on record may leave. */
export async function saveDocument(
  unit: UnitOfWork<UserActor>,
  { caseId, documentId, what, number }: SaveDocumentInput,
): Promise<Outcome<SavedFile>> {
  const found = await readSavedFile(unit.tx, caseId, documentId, { what, number });
  if (!found) return notFound;
  const { document, file, caseNumber } = found;
  // Nobody has looked inside yet, or what was found there is harmful.
  if (document.state === 'checking' || document.refusal === 'infected') return notFound;
  unit.record({
    event: 'document.saved',
    caseId,
    subjectId: documentId,
    changes: [{ field: 'title', from: null, to: document.title }],
  });
  const parts = [document.kind, caseNumber, what === 'original' ? 'original' : ''];
  const fileName = `${parts.filter((part) => part !== '').join('-')}.${ENDINGS[file.mediaType] ?? 'bin'}`;
  return done({ file, fileName });
}
