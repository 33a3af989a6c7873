import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { RestoreDocumentInput } from './input.ts';
import { onDocument } from './on-document.ts';
import { saveWithdrawal } from './repository.ts';
import { restoreViolation } from './rules.ts';

/** Brings a withdrawn document back into the checklist and into new packets. */
export const restoreDocument = (
  unit: UnitOfWork<UserActor>,
  input: RestoreDocumentInput,
): Promise<Outcome<{ caseId: string; documentId: string }>> =>
  onDocument(
    unit,
    input,
    async (document) => {
      const violation = restoreViolation(document);
      if (violation) return refuse(violation);
      await saveWithdrawal(unit, document.id, null);
      unit.record({
        event: 'document.restored',
        caseId: document.caseId,
        subjectId: document.id,
        changes: [{ field: 'title', from: null, to: document.title }],
      });
      return done({ caseId: document.caseId, documentId: document.id });
    },
    { evenWithdrawn: true },
  );
