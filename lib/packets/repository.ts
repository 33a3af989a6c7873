import { and, eq, inArray, lt, max, or, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { documents, documentVersions, officialForms, packets, storedFiles } from '../db/schema-documents.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { SealedFile } from '../document-store/document-store.ts';
import type { PacketContents, PacketPaper } from './contents.ts';

/** How long a worker may be silent before another takes its packet over. */
export const LEASE_SECONDS = 90;
/** After as many beginnings a packet is given up. */
export const MOST_ATTEMPTS = 3;

const IN_WORK = ['waiting', 'assembling'] as const;

/** Adds a packet to a locked case, under the case's next number, and wakes the worker. */
export async function insertPacket(
  { tx, actor, now }: UnitOfWork,
  caseId: string,
  contents: PacketContents,
  requestedBy: string,
): Promise<{ id: string; number: number }> {
  const [last] = await tx
    .select({ number: max(packets.number) })
    .from(packets)
    .where(eq(packets.caseId, caseId));
  const [row] = await tx
    .insert(packets)
    .values({
      officeId: actor.officeId,
      caseId,
      number: (last?.number ?? 0) + 1,
      regulator: contents.regulator,
      channel: contents.channel,
      state: 'waiting',
      contents,
      requestedBy,
      requestedAt: now,
    })
    .returning({ id: packets.id, number: packets.number });
  if (!row) throw new Error('a packet was not stored');
  await tx.execute(sql`select pg_notify('document_work', '')`);
  return row;
}

export async function hasPacketInWork(tx: Transaction, caseId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: packets.id })
    .from(packets)
    .where(and(eq(packets.caseId, caseId), inArray(packets.state, IN_WORK)));
  return row !== undefined;
}

/** A packet that one worker holds; `claimedAt` moves with its every sign of life. */
export type Claim = {
  readonly id: string;
  readonly caseId: string;
  readonly number: number;
  readonly contents: unknown;
  readonly attemptCount: number;
  readonly claimedAt: Date;
};

/** Takes the packet that waits longest, or one whose worker has been silent for longer than its lease. */
export async function claimPacket(tx: Transaction, now: Date): Promise<Claim | null> {
  const [free] = await tx
    .select({ id: packets.id })
    .from(packets)
    .where(
      or(
        eq(packets.state, 'waiting'),
        and(eq(packets.state, 'assembling'), lt(packets.claimedAt, leaseBegan(now))),
      ),
    )
    .orderBy(packets.requestedAt, packets.id)
    .limit(1)
    .for('update', { skipLocked: true });
  if (!free) return null;
  const [claimed] = await tx
    .update(packets)
    .set({
      state: 'assembling',
      claimedAt: now,
      attemptCount: sql`${packets.attemptCount} + 1`,
      stepsDone: 0,
      stepCount: 0,
    })
    .where(eq(packets.id, free.id))
    .returning({
      id: packets.id,
      caseId: packets.caseId,
      number: packets.number,
      contents: packets.contents,
      attemptCount: packets.attemptCount,
      claimedAt: packets.claimedAt,
    });
  return claimed?.claimedAt ? { ...claimed, claimedAt: claimed.claimedAt } : null;
}

const leaseBegan = (now: Date): Date => new Date(now.getTime() - LEASE_SECONDS * 1_000);
const isHeld = ({ id, claimedAt }: Claim) =>
  and(eq(packets.id, id), eq(packets.state, 'assembling'), eq(packets.claimedAt, claimedAt));

/** A sign of life, with how far it is; null where another worker has the packet by now. */
export async function keepClaim(
  tx: Transaction,
  claim: Claim,
  progress: { readonly stepsDone: number; readonly stepCount: number },
  now: Date,
): Promise<Claim | null> {
  const rows = await tx
    .update(packets)
    .set({ ...progress, claimedAt: now })
    .where(isHeld(claim))
    .returning({ id: packets.id });
  return rows.length > 0 ? { ...claim, claimedAt: now } : null;
}

/** Lets a packet wait again for whoever comes next: its worker was told to stop, or met a failure that may pass. */
export async function releaseClaim(tx: Transaction, claim: Claim, isCounted: boolean): Promise<void> {
  await tx
    .update(packets)
    .set({
      state: 'waiting',
      claimedAt: null,
      ...(isCounted ? {} : { attemptCount: claim.attemptCount - 1 }),
    })
    .where(isHeld(claim));
}

type Settlement =
  | {
      readonly state: 'ready';
      readonly fileId: string;
      readonly sha256: string;
      readonly pageCount: number;
      readonly changes: readonly string[];
    }
  | { readonly state: 'failed'; readonly failure: string };

/** Settles a packet for good unless another worker has it by now; says whether it did. */
export async function settlePacket(
  { tx, now }: UnitOfWork,
  claim: Claim,
  settled: Settlement,
): Promise<boolean> {
  const done = settled.state === 'ready' ? { stepsDone: sql`${packets.stepCount}` } : {};
  const rows = await tx
    .update(packets)
    .set({ ...settled, ...done, claimedAt: null, finishedAt: now })
    .where(isHeld(claim))
    .returning({ id: packets.id });
  return rows.length > 0;
}

/** The contents of the ready packet before this one; null where none is. */
export async function readFormerContents(
  tx: Transaction,
  { caseId, number }: Pick<Claim, 'caseId' | 'number'>,
): Promise<unknown> {
  const [former] = await tx
    .select({ contents: packets.contents })
    .from(packets)
    .where(and(eq(packets.caseId, caseId), eq(packets.state, 'ready'), lt(packets.number, number)))
    .orderBy(sql`${packets.number} desc`)
    .limit(1);
  return former?.contents ?? null;
}

export type PaperFile = {
  readonly title: string;
  readonly sealed: SealedFile | null;
  readonly isWithdrawn: boolean;
};

const SEALED = {
  storageKey: storedFiles.storageKey,
  wrappedKey: storedFiles.wrappedKey,
  masterKeyId: storedFiles.masterKeyId,
  byteCount: storedFiles.byteCount,
  sha256: storedFiles.sha256,
};

/** The pages of one version of a document; `sealed` is null where they were destroyed. */
export async function readPaperFile(
  tx: Transaction,
  { documentId, versionNumber }: PacketPaper,
): Promise<PaperFile | null> {
  const [row] = await tx
    .select({ title: documents.title, withdrawnAt: documents.withdrawnAt, sealed: SEALED })
    .from(documents)
    .innerJoin(
      documentVersions,
      and(eq(documentVersions.documentId, documents.id), eq(documentVersions.number, versionNumber)),
    )
    .leftJoin(storedFiles, eq(storedFiles.id, documentVersions.pagesFileId))
    .where(eq(documents.id, documentId));
  return row ? { title: row.title, sealed: row.sealed, isWithdrawn: row.withdrawnAt !== null } : null;
}

export async function readFormFile(tx: Transaction, formId: string): Promise<PaperFile | null> {
  const [row] = await tx
    .select({ title: officialForms.title, sealed: SEALED })
    .from(officialForms)
    .innerJoin(storedFiles, eq(storedFiles.id, officialForms.fileId))
    .where(eq(officialForms.id, formId));
  return row ? { ...row, isWithdrawn: false } : null;
}
