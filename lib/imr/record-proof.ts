import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Outcome } from '../errors.ts';
import { changeCurrentApplication } from './change-current-application.ts';
import { numberViolation, receiptViolation } from './filing-evidence.ts';
import type { FilingProofInput } from './input.ts';
import { noProofGiven } from './rules.ts';

/**
 * Records what shows that the application arrived. The client's clock stops as of the day it was sent, however much
 * later it is proved.
 */
export const recordProof = (
  unit: UnitOfWork,
  input: FilingProofInput,
): Promise<Outcome<{ caseId: string }>> =>
  changeCurrentApplication(
    unit,
    { ...input, reason: '' },
    {
      barred: async (former) => {
        const violation =
          input.confirmationNumber === '' && !input.receiptDocumentId
            ? noProofGiven
            : (numberViolation(input, former) ??
              (await receiptViolation(unit, input.caseId, { ...former, ...input }, former)));
        return violation ? [violation] : [];
      },
      // What was there already is corrected with the filing: here something is only added.
      entry: (former) => ({
        confirmationNumber: input.confirmationNumber || former.confirmationNumber,
        receiptDocumentId: input.receiptDocumentId ?? former.receiptDocumentId,
      }),
      event: () => 'imr.proved',
    },
  );
