import { and, eq, isNull, sql } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { Transaction } from '../db/client.ts';
import { documents, documentVersions, uploads } from '../db/schema-documents.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Upload } from './queries.ts';

export async function insertUpload(tx: Transaction, upload: typeof uploads.$inferInsert): Promise<void> {
  await tx.insert(uploads).values(upload);
}

/** Takes down how much is safely on disk; a finished upload stays as it is. */
export async function saveReceived(tx: Transaction, id: string, receivedCount: number): Promise<void> {
  await tx
    .update(uploads)
    .set({ receivedCount })
    .where(and(eq(uploads.id, id), isNull(uploads.documentId)));
}

export async function deleteUpload(tx: Transaction, id: string): Promise<void> {
  await tx.delete(uploads).where(eq(uploads.id, id));
}

/** Says what an upload became, once: false where it became something before, or is gone. */
export async function finishUpload(tx: Transaction, id: string, documentId: string): Promise<boolean> {
  const finished = await tx
    .update(uploads)
    .set({ documentId, receivedCount: sql`${uploads.byteCount}` })
    .where(and(eq(uploads.id, id), isNull(uploads.documentId)))
    .returning({ id: uploads.id });
  return finished.length > 0;
}

/** Makes the document that an upload became: it takes the upload's id, so that none is made twice. */
export async function insertDocument(
  unit: UnitOfWork<UserActor>,
  upload: Upload,
  described: { readonly title: string; readonly sha256: string; readonly originalFileId: string },
): Promise<void> {
  const { officeId, caseId, id } = upload;
  const { title, sha256, originalFileId } = described;
  const { userId } = unit.actor;
  await unit.tx.insert(documents).values({
    id,
    officeId,
    caseId,
    kind: upload.kind,
    title,
    fileName: upload.name,
    state: 'checking',
    sha256,
    addedBy: userId,
    addedAt: unit.now,
  });
  await unit.tx.insert(documentVersions).values({
    officeId,
    caseId,
    documentId: id,
    number: 1,
    change: 'uploaded',
    originalFileId,
    madeBy: userId,
    madeAt: unit.now,
  });
  // Heard by the workers when this is committed.
  await unit.tx.execute(sql`select pg_notify('document_work', '')`);
}
