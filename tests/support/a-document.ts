import { documents } from '../../lib/db/schema-documents.ts';
import { inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import { done } from '../../lib/errors.ts';
import { momentOf, type TestOffice, valueOf } from './office.ts';

type Row = typeof documents.$inferInsert;

/** The row of a document as the worker leaves it, for what reads no file; each call adds another. */
export async function addDocument(
  office: TestOffice,
  caseId: string,
  row: Pick<Row, 'kind'> & Partial<Row>,
  on = '2026-06-01',
): Promise<string> {
  const actor = office.person('caseworker');
  const added = await inUnitOfWork(office.app.db, actor, momentOf(on), async (unit) => {
    const [document] = await unit.tx
      .insert(documents)
      .values({
        officeId: actor.officeId,
        caseId,
        title: `A paper, ${row.kind}`,
        state: 'ready',
        pageCount: 3,
        addedBy: actor.userId,
        addedAt: unit.now,
        ...row,
      })
      .returning({ id: documents.id });
    if (!document) throw new Error('no document');
    unit.record({ event: 'document.added', caseId, subjectId: document.id });
    return done(document.id);
  });
  return valueOf(added);
}
