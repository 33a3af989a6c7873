import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { documents, documentVersions, storedFiles } from '../db/schema-documents.ts';
import { workerRuns } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { LetterLanguage, LetterTemplate } from '../db/vocabulary.ts';
import type { KeptFile, SealedFile } from '../document-store/document-store.ts';
import { insertStoredFile } from '../document-store/repository.ts';
import type { RefusalCode } from '../inspection/refusals.ts';

/** Longer than any inspection may take, so that only what a dead worker left is taken over. */
export const LEASE_MILLISECONDS = 15 * 60_000;

/** A document that is this worker's to look at. */
export type ClaimedDocument = {
  readonly id: string;
  readonly caseId: string;
  readonly title: string;
  readonly versionNumber: number;
  readonly attemptCount: number;
  readonly claimedAt: Date;
  readonly original: (SealedFile & { readonly mediaType: string }) | null;
  readonly letter: {
    readonly template: LetterTemplate;
    readonly language: LetterLanguage;
    readonly body: string;
  } | null;
};

/** Claims the document that has waited longest; two workers never get the same one. */
export async function claimDocument(tx: Transaction, now: Date): Promise<ClaimedDocument | null> {
  const takenBefore = new Date(now.getTime() - LEASE_MILLISECONDS);
  const waiting = tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.state, 'checking'),
        isNull(documents.withdrawnAt),
        or(isNull(documents.claimedAt), lte(documents.claimedAt, takenBefore)),
      ),
    )
    .orderBy(asc(documents.addedAt), asc(documents.id))
    .limit(1)
    .for('update', { skipLocked: true });
  const [claimed] = await tx
    .update(documents)
    .set({ claimedAt: now, attemptCount: sql`${documents.attemptCount} + 1` })
    .where(eq(documents.id, sql`(${waiting})`))
    .returning();
  return claimed ? { ...claimed, claimedAt: now, ...(await contentOf(tx, claimed)) } : null;
}

async function contentOf(tx: Transaction, claimed: typeof documents.$inferSelect) {
  const [version] = await tx
    .select({ body: documentVersions.body, original: storedFiles })
    .from(documentVersions)
    .leftJoin(storedFiles, eq(storedFiles.id, documentVersions.originalFileId))
    .where(
      and(eq(documentVersions.documentId, claimed.id), eq(documentVersions.number, claimed.versionNumber)),
    );
  const { template, language } = claimed;
  const body = version?.body ?? null;
  const letter = template && language && body !== null ? { template, language, body } : null;
  return { original: version?.original ?? null, letter };
}

/** Lets go of a claim: the document may be looked at again after `afterMilliseconds`. */
export async function letGo(
  tx: Transaction,
  { id, claimedAt }: ClaimedDocument,
  { isAttempt, afterMilliseconds }: { readonly isAttempt: boolean; readonly afterMilliseconds: number },
): Promise<void> {
  await tx
    .update(documents)
    .set({
      claimedAt: new Date(claimedAt.getTime() - LEASE_MILLISECONDS + afterMilliseconds),
      ...(!isAttempt && { attemptCount: sql`${documents.attemptCount} - 1` }),
    })
    .where(and(eq(documents.id, id), eq(documents.claimedAt, claimedAt)));
}

/** Locks the document as it was claimed; false when it was changed or taken over in the meantime. */
export async function isStillClaimed(
  { tx }: UnitOfWork,
  { id, versionNumber, claimedAt }: ClaimedDocument,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.id, id),
        eq(documents.state, 'checking'),
        eq(documents.versionNumber, versionNumber),
        eq(documents.claimedAt, claimedAt),
      ),
    )
    .for('update');
  return row !== undefined;
}

export async function savePages(
  unit: UnitOfWork,
  { id, caseId, versionNumber }: ClaimedDocument,
  kept: KeptFile,
  pageCount: number,
): Promise<void> {
  const pagesFileId = await insertStoredFile(unit, caseId, kept);
  await unit.tx
    .update(documentVersions)
    .set({ pagesFileId, pageCount })
    .where(and(eq(documentVersions.documentId, id), eq(documentVersions.number, versionNumber)));
  await unit.tx
    .update(documents)
    .set({ state: 'ready', pageCount, claimedAt: null, attemptCount: 0 })
    .where(eq(documents.id, id));
}

export async function saveRefusal(
  { tx }: UnitOfWork,
  { id }: ClaimedDocument,
  refusal: RefusalCode,
): Promise<void> {
  await tx.update(documents).set({ state: 'refused', refusal, claimedAt: null }).where(eq(documents.id, id));
}

/** When the virus scanner was last asked, and, where it answered, that it did. */
export async function noteScanner(tx: Transaction, at: Date, isAnswered: boolean): Promise<void> {
  const asked = { job: SCANNER, startedAt: at, ...(isAnswered && { finishedAt: at }) };
  await tx
    .insert(workerRuns)
    .values(asked)
    .onConflictDoUpdate({
      target: workerRuns.job,
      set: { startedAt: at, ...(isAnswered && { finishedAt: at }) },
    });
}

/** The name under which the books of scheduled work keep the scanner's answers. */
export const SCANNER = 'virus-scanner';
