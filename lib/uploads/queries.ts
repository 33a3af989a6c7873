import { and, count, eq, gt, inArray, isNull, lte, ne } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { Transaction } from '../db/client.ts';
import { cases } from '../db/schema.ts';
import { documents, uploads } from '../db/schema-documents.ts';

export type Upload = typeof uploads.$inferSelect;
/** The document a file is already, which an upload of it leads to. */
export type Twin = { readonly documentId: string; readonly title: string };

/** One of a person's own uploads, on a case they still reach; null otherwise, whoever else it belongs to. */
export async function findUpload(tx: Transaction, actor: UserActor, id: string): Promise<Upload | null> {
  const [row] = await tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.startedBy, actor.userId)));
  return row ?? null;
}

export async function findCase(tx: Transaction, caseId: string): Promise<{ closedAt: Date | null } | null> {
  const [row] = await tx.select({ closedAt: cases.closedAt }).from(cases).where(eq(cases.id, caseId));
  return row ?? null;
}

/** How many uploads a person began since then and has not finished. */
export async function countUnfinished(tx: Transaction, actor: UserActor, since: Date): Promise<number> {
  const [row] = await tx
    .select({ unfinished: count() })
    .from(uploads)
    .where(
      and(eq(uploads.startedBy, actor.userId), isNull(uploads.documentId), gt(uploads.startedAt, since)),
    );
  return row?.unfinished ?? 0;
}

/** The same file on the same case, unless it could not be taken in or was withdrawn. */
export async function findTwin(tx: Transaction, caseId: string, sha256: string): Promise<Twin | null> {
  const [row] = await tx
    .select({ documentId: documents.id, title: documents.title })
    .from(documents)
    .where(
      and(
        eq(documents.caseId, caseId),
        eq(documents.sha256, sha256),
        ne(documents.state, 'refused'),
        isNull(documents.withdrawnAt),
      ),
    )
    .orderBy(documents.addedAt, documents.id)
    .limit(1);
  return row ?? null;
}

/** What an upload became: its own document, which has its id, or the one that was here. */
export async function readOutcome(
  tx: Transaction,
  upload: Pick<Upload, 'documentId' | 'caseId'>,
): Promise<Twin | null> {
  if (!upload.documentId) return null;
  const [row] = await tx
    .select({ documentId: documents.id, title: documents.title })
    .from(documents)
    .where(and(eq(documents.id, upload.documentId), eq(documents.caseId, upload.caseId)));
  return row ?? null;
}

/** The uploads of the office whose time is over. */
export async function listExpired(tx: Transaction, now: Date): Promise<string[]> {
  const rows = await tx.select({ id: uploads.id }).from(uploads).where(lte(uploads.expiresAt, now));
  return rows.map(({ id }) => id);
}

/** Which of these are uploads of the office that may still go on. */
export async function listUnfinished(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(inArray(uploads.id, [...ids]), isNull(uploads.documentId)));
  return rows.map(({ id }) => id);
}
