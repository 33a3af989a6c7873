import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { RedactDocumentInput } from './input.ts';
import type { MadePages } from './make-pages.ts';
import { onDocument } from './on-document.ts';
import { destroyVersions, findPacketInWork, listAncestors, saveVersion } from './repository.ts';
import { packetInWork, pageWorkViolation, redactionViolations } from './rules.ts';

/**
 * Blacks out parts of a document for good: the redacted pages become its only ones, and the original and every earlier
 * version are destroyed, with those of the documents it was split from that still show these pages.
 */
export const redactDocument = (
  unit: UnitOfWork<UserActor>,
  input: RedactDocumentInput,
  made: MadePages,
): Promise<Outcome<{ caseId: string; documentId: string }>> =>
  onDocument(
    unit,
    input,
    async (document) => {
      const violation = pageWorkViolation(document, input.pagesNumber);
      if (violation) return refuse(violation);
      const violations = redactionViolations(input, document.pageCount);
      if (violations.length > 0) return refuse(...violations);
      const waiting = await findPacketInWork(unit, document.id);
      if (waiting !== null) return refuse(packetInWork(waiting));
      const [file] = made.files;
      if (!file) throw new Error('no pages were made');
      await saveVersion(unit, document, 'redacted', file);
      let destroyed = await destroyVersions(unit, document.id, document.versionNumber + 1);
      for (const ancestor of await listAncestors(unit, document))
        destroyed += await destroyVersions(unit, ancestor.id, ancestor.splitNumber);
      const pages = new Set(input.boxes.map(({ page }) => page)).size;
      unit.record({
        event: 'document.redacted',
        caseId: document.caseId,
        subjectId: document.id,
        changes: [
          { field: 'title', from: null, to: document.title },
          { field: 'pagesRedacted', from: null, to: pages },
          { field: 'versionsDestroyed', from: null, to: destroyed },
        ],
        reason: input.reason,
      });
      return done({ caseId: document.caseId, documentId: document.id });
    },
    { evenWithdrawn: true },
  );
