import pino from 'pino';
import { documents, documentVersions } from '../../lib/db/schema-documents.ts';
import { inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { DocumentKind } from '../../lib/db/vocabulary.ts';
import type { DocumentStore } from '../../lib/document-store/document-store.ts';
import { insertStoredFile } from '../../lib/document-store/repository.ts';
import type { DocumentContext } from '../../lib/document-work/context.ts';
import { done } from '../../lib/errors.ts';
import { pageCountOf } from '../../lib/pages/read-pages.ts';
import { blocksOfPlainText } from '../../lib/paper/blocks.ts';
import { typeset } from '../../lib/paper/typeset.ts';
import { momentOf, type TestOffice, valueOf } from './office.ts';

/** A text on as many pages as it has parts. */
export const pagesOfText = (...pages: string[]): Promise<Buffer> =>
  typeset({ template: 'words', data: { title: 'Paper', blocks: blocksOfPlainText(pages.join('\f')) } });

export type Paper = {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly pages: Buffer;
  readonly on?: string;
  readonly letterOn?: string;
  /** Where the pages themselves do not say it. */
  readonly pageCount?: number;
};

/** A document of the case that the worker has looked at, as its rows are then. */
export async function addPaper(
  office: TestOffice,
  store: DocumentStore,
  caseId: string,
  { kind, title, pages, on = '2026-06-01', letterOn, ...paper }: Paper,
): Promise<string> {
  const actor = office.person('caseworker');
  const file = await store.keep(pages, 'application/pdf');
  const pageCount = paper.pageCount ?? (await pageCountOf(pages));
  const now = momentOf(on);
  const added = await inUnitOfWork(office.app.db, actor, now, async (unit) => {
    const fileId = await insertStoredFile(unit, caseId, file);
    const of = { officeId: actor.officeId, caseId };
    const [document] = await unit.tx
      .insert(documents)
      .values({
        ...of,
        kind,
        title,
        state: 'ready',
        letterOn: letterOn as never,
        pageCount,
        addedBy: actor.userId,
        addedAt: now,
      })
      .returning({ id: documents.id });
    if (!document) throw new Error('no document');
    await unit.tx.insert(documentVersions).values({
      ...of,
      documentId: document.id,
      number: 1,
      change: 'uploaded',
      originalFileId: fileId,
      pagesFileId: fileId,
      pageCount,
      madeBy: actor.userId,
      madeAt: now,
    });
    unit.record({ event: 'document.added', caseId, subjectId: document.id });
    return done(document.id);
  });
  return valueOf(added);
}

/** The worker's side of an office. */
export const documentContext = (office: TestOffice, store: DocumentStore, on: string): DocumentContext => ({
  db: office.worker.db,
  store,
  clock: () => momentOf(on),
  worker: 'test',
  log: pino({ level: 'silent' }),
});
