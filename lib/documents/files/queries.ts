import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { cases } from '../../db/schema.ts';
import { documents, documentVersions, storedFiles } from '../../db/schema-documents.ts';
import type { SealedFile } from '../../document-store/document-store.ts';
import { recordId } from '../../input-fields.ts';
import type { RuledDocument } from '../rules.ts';

export type PagesFile = {
  readonly document: RuledDocument;
  /** Of the version that was asked for. */
  readonly pageCount: number;
  readonly file: SealedFile | null;
};

/** Where the pages of a document are, of its latest version or of one that is asked for. */
export async function readPagesFile(
  tx: Transaction,
  caseId: string,
  documentId: string,
  number?: number,
): Promise<PagesFile | null> {
  const found = await readVersionFile(tx, caseId, documentId, {
    number,
    column: documentVersions.pagesFileId,
  });
  if (!found) return null;
  const { document, file, pageCount } = found;
  return { document: { ...document, isLetter: document.template !== null }, file, pageCount };
}

/** A file of a document that is to leave: the one that came in, or the pages of a version. */
export async function readSavedFile(
  tx: Transaction,
  caseId: string,
  documentId: string,
  { what, number }: { readonly what: 'original' | 'pages'; readonly number: number | undefined },
) {
  const found = await readVersionFile(
    tx,
    caseId,
    documentId,
    what === 'original'
      ? { number: 1, column: documentVersions.originalFileId }
      : { number, column: documentVersions.pagesFileId },
  );
  return found?.file ? { ...found, file: found.file } : null;
}

async function readVersionFile(
  tx: Transaction,
  caseId: string,
  documentId: string,
  {
    number,
    column,
  }: {
    number: number | undefined;
    column: typeof documentVersions.pagesFileId | typeof documentVersions.originalFileId;
  },
) {
  if (![caseId, documentId].every((id) => recordId.safeParse(id).success)) return null;
  const [row] = await tx
    .select({
      document: documents,
      file: storedFiles,
      pageCount: documentVersions.pageCount,
      caseNumber: cases.number,
    })
    .from(documents)
    .innerJoin(cases, eq(cases.id, documents.caseId))
    .innerJoin(
      documentVersions,
      and(
        eq(documentVersions.documentId, documents.id),
        eq(documentVersions.number, number ?? documents.versionNumber),
      ),
    )
    .leftJoin(storedFiles, eq(storedFiles.id, column))
    .where(and(eq(documents.caseId, caseId), eq(documents.id, documentId)));
  return row ?? null;
}
