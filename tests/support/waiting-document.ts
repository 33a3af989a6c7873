import { eq } from 'drizzle-orm';
import { documents, documentVersions } from '../../lib/db/schema-documents.ts';
import { inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { DocumentStore } from '../../lib/document-store/document-store.ts';
import { insertStoredFile } from '../../lib/document-store/repository.ts';
import type { DocumentContext } from '../../lib/document-work/context.ts';
import { done } from '../../lib/errors.ts';
import { createLogger } from '../../lib/log.ts';
import { momentOf, type TestOffice, valueOf } from './office.ts';

/** A document as it is once its last byte came in, and nobody has looked inside yet. */
export async function addWaiting(
  office: TestOffice,
  store: DocumentStore,
  caseId: string,
  { bytes, mediaType, title = 'A paper' }: { bytes: Buffer; mediaType: string; title?: string },
): Promise<string> {
  const actor = office.person('caseworker');
  const kept = await store.keep(bytes, mediaType);
  const now = momentOf('2026-06-01');
  const added = await inUnitOfWork(office.app.db, actor, now, async (unit) => {
    const of = { officeId: actor.officeId, caseId };
    const originalFileId = await insertStoredFile(unit, caseId, kept);
    const added = { addedBy: actor.userId, addedAt: now };
    const [document] = await unit.tx
      .insert(documents)
      .values({ ...of, kind: 'other', title, fileName: 'a name', state: 'checking', ...added })
      .returning({ id: documents.id });
    if (!document) throw new Error('no document');
    const made = { madeBy: actor.userId, madeAt: now };
    await unit.tx
      .insert(documentVersions)
      .values({ ...of, documentId: document.id, number: 1, change: 'uploaded', originalFileId, ...made });
    unit.record({ event: 'document.added', caseId, subjectId: document.id });
    return done(document.id);
  });
  return valueOf(added);
}

/** A letter as it is once its first words were saved, and has no pages yet. */
export async function addWaitingLetter(office: TestOffice, caseId: string, body: string): Promise<string> {
  const { officeId, userId } = office.person('caseworker');
  const now = momentOf('2026-06-01');
  const of = { officeId, caseId };
  const letter = { kind: 'grievance', title: 'A letter', template: 'grievance', language: 'en' } as const;
  const [document] = await office.owner.db
    .insert(documents)
    .values({ ...of, ...letter, state: 'checking', addedBy: userId, addedAt: now })
    .returning({ id: documents.id });
  if (!document) throw new Error('no letter');
  const made = { madeBy: userId, madeAt: now };
  await office.owner.db
    .insert(documentVersions)
    .values({ ...of, documentId: document.id, number: 1, change: 'written', body, ...made });
  return document.id;
}

/** What the worker works with, at a moment the test sets. */
export const documentWork = (
  office: TestOffice,
  store: DocumentStore,
  at: string | (() => Date),
  more: Partial<DocumentContext> = {},
): DocumentContext => ({
  db: office.worker.db,
  store,
  clock: typeof at === 'string' ? () => new Date(at) : at,
  worker: 'a worker of the test',
  log: createLogger('test', 'silent'),
  ...more,
});

export async function readDocument(office: TestOffice, documentId: string) {
  const [document] = await office.owner.db.select().from(documents).where(eq(documents.id, documentId));
  const [version] = await office.owner.db
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId));
  if (!document || !version) throw new Error('no document');
  return { document, version };
}
