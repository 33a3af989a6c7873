import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Outcome } from '../errors.ts';
import { acceptanceDates, acceptanceEntry, acceptanceViolations } from './acceptance.ts';
import { changeCurrentApplication } from './change-current-application.ts';
import type { ImrAcceptanceInput } from './input.ts';

/** Records what the department answered, and when the plan's records reached the reviewer; each date starts its clock. */
export const recordAcceptance = (
  unit: UnitOfWork,
  input: ImrAcceptanceInput,
): Promise<Outcome<{ caseId: string }>> =>
  changeCurrentApplication(unit, input, {
    barred: () => acceptanceViolations(input, unit.now),
    entry: (former) => acceptanceEntry(input, former),
    shown: { noun: 'imr-acceptance', dates: acceptanceDates(input) },
    event: (former, entry) => {
      if (entry.rejectedOn && !former.rejectedOn) return 'imr.rejected';
      return entry.acceptedOn && !former.acceptedOn ? 'imr.accepted' : 'imr.records-logged';
    },
  });
