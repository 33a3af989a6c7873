import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { provingViolation } from '../imr/proof-of-filing.ts';
import type { WithdrawDocumentInput } from './input.ts';
import { onDocument } from './on-document.ts';
import { destroyVersions, saveWithdrawal } from './repository.ts';
import { withdrawalViolation } from './rules.ts';

/**
 * Takes a document out of the checklist and of new packets; it stays on the record. Of a file that could not be taken in
 * nothing but the record stays.
 */
export const withdrawDocument = (
  unit: UnitOfWork<UserActor>,
  input: WithdrawDocumentInput,
): Promise<Outcome<{ caseId: string; documentId: string }>> =>
  onDocument(
    unit,
    input,
    async (document, record) => {
      const violation = provingViolation(record, document.id) ?? withdrawalViolation(document, input.reason);
      if (violation) return refuse(violation);
      await saveWithdrawal(unit, document.id, input.reason);
      if (document.state === 'refused') await destroyVersions(unit, document.id, document.versionNumber + 1);
      unit.record({
        event: 'document.withdrawn',
        caseId: document.caseId,
        subjectId: document.id,
        changes: [{ field: 'title', from: null, to: document.title }],
        reason: input.reason,
      });
      return done({ caseId: document.caseId, documentId: document.id });
    },
    { evenWithdrawn: true },
  );
