import { eq, sql } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { documents, documentVersions } from '../db/schema-documents.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { DocumentRow } from '../documents/repository.ts';

type NewLetter = Pick<DocumentRow, 'kind' | 'title' | 'template' | 'language'>;

/** Stores a new letter, whose pages the worker makes. */
export async function insertLetter(
  unit: UnitOfWork<UserActor>,
  { officeId, id: caseId }: Pick<CaseRecord, 'officeId' | 'id'>,
  letter: NewLetter,
  body: string,
): Promise<string> {
  const [row] = await unit.tx
    .insert(documents)
    .values({
      officeId,
      caseId,
      ...letter,
      state: 'checking',
      addedBy: unit.actor.userId,
      addedAt: unit.now,
    })
    .returning({ id: documents.id });
  if (!row) throw new Error('a letter was not stored');
  await insertBody(unit, { officeId, caseId, id: row.id }, 1, body);
  return row.id;
}

/** Stores what a letter says now as its next version, whose pages the worker makes. */
export async function saveLetter(
  unit: UnitOfWork<UserActor>,
  document: Pick<DocumentRow, 'officeId' | 'caseId' | 'id' | 'versionNumber'>,
  body: string,
): Promise<void> {
  const number = document.versionNumber + 1;
  await insertBody(unit, document, number, body);
  await unit.tx
    .update(documents)
    .set({
      versionNumber: number,
      pageCount: 0,
      state: 'checking',
      refusal: null,
      claimedAt: null,
      attemptCount: 0,
    })
    .where(eq(documents.id, document.id));
}

async function insertBody(
  unit: UnitOfWork<UserActor>,
  { officeId, caseId, id: documentId }: Pick<DocumentRow, 'officeId' | 'caseId' | 'id'>,
  number: number,
  body: string,
): Promise<void> {
  await unit.tx.insert(documentVersions).values({
    officeId,
    caseId,
    documentId,
    number,
    change: 'written',
    body,
    madeBy: unit.actor.userId,
    madeAt: unit.now,
  });
  // Heard by the workers when this is committed.
  await unit.tx.execute(sql`select pg_notify('document_work', '')`);
}
