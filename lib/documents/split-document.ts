import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { SplitDocumentInput } from './input.ts';
import type { MadePages } from './make-pages.ts';
import { onDocument } from './on-document.ts';
import { everyPage } from './page-numbers.ts';
import { insertSplit, movePages, saveVersion } from './repository.ts';
import { pageWorkViolation, readPageRange } from './rules.ts';

/** Makes a document of its own of a range of pages; the first document keeps the rest. `made` holds both, kept before. */
export const splitDocument = (
  unit: UnitOfWork<UserActor>,
  input: SplitDocumentInput,
  made: MadePages,
): Promise<Outcome<{ caseId: string; documentId: string }>> =>
  onDocument(unit, input, async (document) => {
    const violation = pageWorkViolation(document, input.pagesNumber);
    if (violation) return refuse(violation);
    const range = readPageRange(input, document.pageCount);
    if ('message' in range) return refuse(range);
    const [left, taken] = made.files;
    if (!left || !taken) throw new Error('no pages were made');
    const { kind, title } = input;
    const { from, to } = range;
    const documentId = await insertSplit(unit, document, { kind, title }, taken);
    await saveVersion(unit, document, 'split', left);
    const pages = everyPage(document.pageCount);
    const within = pages.filter((page) => page >= from && page <= to);
    const outside = pages.filter((page) => page < from || page > to);
    await movePages(unit, document.id, [
      { documentId, moves: within.map((page, index) => ({ page, to: index + 1 })) },
      { documentId: document.id, moves: outside.map((page, index) => ({ page, to: index + 1 })) },
    ]);
    const pageWords = from === to ? `page ${from}` : `pages ${from} to ${to}`;
    for (const [subjectId, change] of [
      [document.id, `${pageWords} became “${title}”`],
      [documentId, `${pageWords} of “${document.title}”`],
    ] as const)
      unit.record({
        event: 'document.split',
        caseId: document.caseId,
        subjectId,
        changes: [
          { field: 'title', from: null, to: subjectId === documentId ? title : document.title },
          { field: 'pagesSplit', from: null, to: change },
        ],
      });
    return done({ caseId: document.caseId, documentId });
  });
