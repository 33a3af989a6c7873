import { changedFields } from '../audit/events.ts';
import { NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { provingViolation, RECEIPT_KINDS } from '../imr/proof-of-filing.ts';
import type { DescribeDocumentInput } from './input.ts';
import { onDocument } from './on-document.ts';
import { saveDescription } from './repository.ts';
import { descriptionViolations } from './rules.ts';

/** Says what a document is, what to call it, and which dates are on it. */
export const describeDocument = (
  unit: UnitOfWork,
  input: DescribeDocumentInput,
): Promise<Outcome<{ caseId: string; documentId: string }>> =>
  onDocument(unit, input, async (document, record) => {
    const { kind, title, letterOn, receivedOn } = input;
    const proving = RECEIPT_KINDS.includes(kind) ? null : provingViolation(record, document.id);
    if (proving) return refuse({ ...proving, field: 'kind' });
    const violations = descriptionViolations(input, unit.today);
    if (violations.length > 0) return refuse(...violations);
    const described = { documentKind: kind, title, letterOn, receivedOn };
    const changes = changedFields({ ...document, documentKind: document.kind }, described);
    if (changes.length === 0) return refuse(NOTHING_CHANGED);
    await saveDescription(unit, document.id, { kind, title, letterOn, receivedOn });
    unit.record({
      event: 'document.described',
      caseId: document.caseId,
      subjectId: document.id,
      // The sentence names the document even where its title stayed.
      changes: changes.some(({ field }) => field === 'title')
        ? changes
        : [{ field: 'title', from: null, to: title }, ...changes],
    });
    return done({ caseId: document.caseId, documentId: document.id });
  });
