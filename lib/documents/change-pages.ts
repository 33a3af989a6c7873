import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { ChangePagesInput } from './input.ts';
import type { MadePages } from './make-pages.ts';
import { onDocument } from './on-document.ts';
import { movePages, saveVersion } from './repository.ts';
import { movesOfOrder, pageWorkViolation, readPageChange } from './rules.ts';

/** Turns pages and puts them in another order; `made` are the new pages, kept before. */
export const changePages = (
  unit: UnitOfWork<UserActor>,
  input: ChangePagesInput,
  made: MadePages,
): Promise<Outcome<{ caseId: string; documentId: string }>> =>
  onDocument(unit, input, async (document) => {
    const violation = pageWorkViolation(document, input.pagesNumber);
    if (violation) return refuse(violation);
    const change = readPageChange(input, document.pageCount);
    if ('message' in change) return refuse(change);
    const [file] = made.files;
    if (!file) throw new Error('no pages were made');
    await saveVersion(unit, document, change.isReordered ? 'reordered' : 'rotated', file);
    await movePages(unit, document.id, [{ documentId: document.id, moves: movesOfOrder(change.order) }]);
    unit.record({
      event: 'document.pages-changed',
      caseId: document.caseId,
      subjectId: document.id,
      changes: [
        { field: 'title', from: null, to: document.title },
        { field: 'change', from: null, to: wordsOf(change) },
      ],
    });
    return done({ caseId: document.caseId, documentId: document.id });
  });

const wordsOf = ({
  turns,
  isReordered,
}: {
  turns: Readonly<Record<number, number>>;
  isReordered: boolean;
}) => {
  const turned = Object.keys(turns).length;
  const parts = [
    turned > 0 ? `${turned === 1 ? '1 page' : `${turned} pages`} turned` : '',
    isReordered ? 'put in another order' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
};
