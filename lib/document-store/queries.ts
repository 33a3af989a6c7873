import { asc, gt, inArray, ne } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { filesToDiscard, storedFiles, uploads } from '../db/schema-documents.ts';
import type { SealedFile } from './document-store.ts';

export type StoredFile = SealedFile & { readonly id: string };

const sealed = {
  id: storedFiles.id,
  storageKey: storedFiles.storageKey,
  wrappedKey: storedFiles.wrappedKey,
  masterKeyId: storedFiles.masterKeyId,
  byteCount: storedFiles.byteCount,
  sha256: storedFiles.sha256,
};

/** The files of the office in the order of their ids, after one of them. */
export async function listStoredFiles(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<StoredFile[]> {
  return tx
    .select(sealed)
    .from(storedFiles)
    .where(after === null ? undefined : gt(storedFiles.id, after))
    .orderBy(asc(storedFiles.id))
    .limit(limit);
}

/** Files of the office whose keys are wrapped under another master key than this, locked. */
export async function lockOtherwiseWrapped(
  tx: Transaction,
  masterKeyId: string,
  limit: number,
): Promise<StoredFile[]> {
  return tx
    .select(sealed)
    .from(storedFiles)
    .where(ne(storedFiles.masterKeyId, masterKeyId))
    .orderBy(asc(storedFiles.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

export type WrappedUpload = Pick<typeof uploads.$inferSelect, 'id' | 'wrappedKey' | 'masterKeyId'>;

export async function lockOtherwiseWrappedUploads(
  tx: Transaction,
  masterKeyId: string,
  limit: number,
): Promise<WrappedUpload[]> {
  return tx
    .select({ id: uploads.id, wrappedKey: uploads.wrappedKey, masterKeyId: uploads.masterKeyId })
    .from(uploads)
    .where(ne(uploads.masterKeyId, masterKeyId))
    .orderBy(asc(uploads.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** How many files and uploads of the office need another master key than this. */
export async function countWrappedOtherwise(tx: Transaction, masterKeyId: string): Promise<number> {
  return (
    (await tx.$count(storedFiles, ne(storedFiles.masterKeyId, masterKeyId))) +
    (await tx.$count(uploads, ne(uploads.masterKeyId, masterKeyId)))
  );
}

/** Sealed bytes of the office whose rows are gone. */
export async function listFilesToDiscard(tx: Transaction, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ storageKey: filesToDiscard.storageKey })
    .from(filesToDiscard)
    .orderBy(asc(filesToDiscard.since), asc(filesToDiscard.storageKey))
    .limit(limit);
  return rows.map(({ storageKey }) => storageKey);
}

/** Which of these storage keys belong to files of the office. */
export async function listKnownKeys(tx: Transaction, keys: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ storageKey: storedFiles.storageKey })
    .from(storedFiles)
    .where(inArray(storedFiles.storageKey, [...keys]));
  return rows.map(({ storageKey }) => storageKey);
}
