import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { filesToDiscard, storedFiles, uploads } from '../db/schema-documents.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { KeptFile } from './document-store.ts';
import type { WrappedKey } from './file-keys.ts';

/** Records a file that is in the store already; `caseId` is null for what belongs to the office. */
export async function insertStoredFile(
  unit: UnitOfWork,
  caseId: string | null,
  file: KeptFile,
): Promise<string> {
  const [row] = await unit.tx
    .insert(storedFiles)
    .values({ officeId: unit.actor.officeId, caseId, createdAt: unit.now, ...file })
    .returning({ id: storedFiles.id });
  if (!row) throw new Error('a file was not recorded');
  return row.id;
}

export async function saveWrapping(unit: UnitOfWork, fileId: string, wrapped: WrappedKey): Promise<void> {
  await unit.tx.update(storedFiles).set(wrapped).where(eq(storedFiles.id, fileId));
}

export async function saveUploadWrapping(
  unit: UnitOfWork,
  uploadId: string,
  wrapped: WrappedKey,
): Promise<void> {
  await unit.tx.update(uploads).set(wrapped).where(eq(uploads.id, uploadId));
}

/** Forgets bytes that are out of the store. */
export async function forgetDiscarded(tx: Transaction, storageKey: string): Promise<void> {
  await tx.delete(filesToDiscard).where(eq(filesToDiscard.storageKey, storageKey));
}
