import { and, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import { dateDocuments, documents, documentVersions, packets, storedFiles } from '../db/schema-documents.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { DocumentChange } from '../db/vocabulary.ts';
import { insertStoredFile } from '../document-store/repository.ts';
import type { MadeFile } from './make-pages.ts';
import type { PageMove, RuledDocument } from './rules.ts';

export type DocumentRow = typeof documents.$inferSelect;
export type ChangingDocument = DocumentRow & RuledDocument;

/** Locks a document of this case for one command; null where the case has none by that id. */
export async function loadDocument(
  unit: UnitOfWork,
  caseId: string,
  documentId: string,
): Promise<ChangingDocument | null> {
  const [row] = await unit.tx
    .select()
    .from(documents)
    .where(and(eq(documents.caseId, caseId), eq(documents.id, documentId)))
    .for('update');
  return row ? { ...row, isLetter: row.template !== null } : null;
}

type Description = Pick<DocumentRow, 'kind' | 'title' | 'letterOn' | 'receivedOn'>;

export async function saveDescription(
  unit: UnitOfWork,
  documentId: string,
  description: Description,
): Promise<void> {
  await unit.tx.update(documents).set(description).where(eq(documents.id, documentId));
}

export async function saveWithdrawal(
  unit: UnitOfWork<UserActor>,
  documentId: string,
  reason: string | null,
): Promise<void> {
  const withdrawal =
    reason === null
      ? { withdrawnAt: null, withdrawnBy: null, withdrawnReason: '' }
      : { withdrawnAt: unit.now, withdrawnBy: unit.actor.userId, withdrawnReason: reason };
  await unit.tx.update(documents).set(withdrawal).where(eq(documents.id, documentId));
}

/** Adds the next version of a document, with pages that are in the store already. */
export async function saveVersion(
  unit: UnitOfWork<UserActor>,
  document: ChangingDocument,
  change: DocumentChange,
  made: MadeFile,
): Promise<void> {
  const number = document.versionNumber + 1;
  const { id: documentId, caseId, officeId } = document;
  const pagesFileId = await insertStoredFile(unit, caseId, made.kept);
  const by = { madeBy: unit.actor.userId, madeAt: unit.now };
  await unit.tx
    .insert(documentVersions)
    .values({ officeId, caseId, documentId, number, change, pagesFileId, pageCount: made.pageCount, ...by });
  await unit.tx
    .update(documents)
    .set({ versionNumber: number, pageCount: made.pageCount })
    .where(eq(documents.id, documentId));
}

/** Makes a document of pages that were split from another. */
export async function insertSplit(
  unit: UnitOfWork<UserActor>,
  from: ChangingDocument,
  described: Pick<DocumentRow, 'kind' | 'title'>,
  made: MadeFile,
): Promise<string> {
  const { officeId, caseId } = from;
  const { pageCount } = made;
  const [row] = await unit.tx
    .insert(documents)
    .values({
      officeId,
      caseId,
      ...described,
      fileName: from.fileName,
      state: 'ready',
      letterOn: from.letterOn,
      receivedOn: from.receivedOn,
      pageCount,
      splitFrom: from.id,
      addedBy: unit.actor.userId,
      addedAt: unit.now,
    })
    .returning({ id: documents.id });
  if (!row) throw new Error('a document was not stored');
  const pagesFileId = await insertStoredFile(unit, caseId, made.kept);
  await unit.tx.insert(documentVersions).values({
    officeId,
    caseId,
    documentId: row.id,
    number: 1,
    change: 'split',
    pagesFileId,
    pageCount,
    madeBy: unit.actor.userId,
    madeAt: unit.now,
  });
  return row.id;
}

/** Lets the dates that are read from these pages point at where the pages are now. */
export async function movePages(
  unit: UnitOfWork,
  fromId: string,
  targets: readonly { readonly documentId: string; readonly moves: readonly PageMove[] }[],
): Promise<void> {
  const links = await unit.tx
    .select({ id: dateDocuments.id, page: dateDocuments.pageNumber })
    .from(dateDocuments)
    .where(eq(dateDocuments.documentId, fromId));
  for (const { id, page } of links) {
    const target = targets.find(({ moves }) => moves.some((move) => move.page === page));
    const to = target?.moves.find((move) => move.page === page)?.to;
    if (!target || to === undefined) continue;
    await unit.tx
      .update(dateDocuments)
      .set({ documentId: target.documentId, pageNumber: to })
      .where(eq(dateDocuments.id, id));
  }
}

/**
 * Destroys the files and texts of a document's versions before `number`: the rows of the files, which alone hold their
 * keys, are deleted. Answers how many versions that were.
 */
export async function destroyVersions(unit: UnitOfWork, documentId: string, number: number): Promise<number> {
  const doomed = await unit.tx
    .select({
      id: documentVersions.id,
      original: documentVersions.originalFileId,
      pages: documentVersions.pagesFileId,
    })
    .from(documentVersions)
    .where(
      and(
        eq(documentVersions.documentId, documentId),
        lt(documentVersions.number, number),
        isNull(documentVersions.destroyedAt),
        or(
          isNotNull(documentVersions.originalFileId),
          isNotNull(documentVersions.pagesFileId),
          isNotNull(documentVersions.body),
        ),
      ),
    )
    .for('update');
  if (doomed.length === 0) return 0;
  await unit.tx
    .update(documentVersions)
    .set({ originalFileId: null, pagesFileId: null, body: null, destroyedAt: unit.now })
    .where(
      inArray(
        documentVersions.id,
        doomed.map(({ id }) => id),
      ),
    );
  const files = doomed.flatMap(({ original, pages }) => [original, pages]).filter((id) => id !== null);
  if (files.length > 0) await unit.tx.delete(storedFiles).where(inArray(storedFiles.id, files));
  // The hash of what was destroyed would let somebody who guesses it find out that they are right.
  await unit.tx.update(documents).set({ sha256: '' }).where(eq(documents.id, documentId));
  return doomed.length;
}

export type Ancestor = { readonly id: string; readonly title: string; readonly splitNumber: number };

/** The documents these pages were split from, nearest first, each with the number of the version the split made. */
export async function listAncestors(unit: UnitOfWork, document: DocumentRow): Promise<Ancestor[]> {
  const ancestors: Ancestor[] = [];
  let child: Pick<DocumentRow, 'splitFrom' | 'addedAt'> = document;
  while (child.splitFrom !== null) {
    const [parent] = await unit.tx
      .select({
        id: documents.id,
        title: documents.title,
        splitFrom: documents.splitFrom,
        addedAt: documents.addedAt,
        splitNumber: documentVersions.number,
      })
      .from(documents)
      .innerJoin(
        documentVersions,
        and(
          eq(documentVersions.documentId, documents.id),
          eq(documentVersions.change, 'split'),
          eq(documentVersions.madeAt, child.addedAt),
        ),
      )
      .where(and(eq(documents.caseId, document.caseId), eq(documents.id, child.splitFrom)))
      // Of two splits in one moment the later: it leaves nothing that could show these pages.
      .orderBy(desc(documentVersions.number))
      .limit(1)
      .for('update', { of: documents });
    if (!parent) break;
    ancestors.push(parent);
    child = parent;
  }
  return ancestors;
}

/** The number of a packet that holds this document and is not finished yet. */
export async function findPacketInWork(unit: UnitOfWork, documentId: string): Promise<number | null> {
  const [row] = await unit.tx
    .select({ number: packets.number })
    .from(packets)
    .where(and(inArray(packets.state, ['waiting', 'assembling']), holdsDocument(documentId)))
    .limit(1);
  return row?.number ?? null;
}

/** Whether the plan of a packet names this document, wherever it does so. */
export const holdsDocument = (documentId: string) =>
  sql`jsonb_path_exists(${packets.contents}, '$.** ? (@ == $id)', jsonb_build_object('id', ${documentId}::text))`;
