import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Outcome } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import { changeCurrentApplication } from './change-current-application.ts';
import type { ImrDeterminationInput } from './input.ts';

/** Records the determination; one that overturned the denial starts the plan's five working days to carry it out. */
export const recordDetermination = (
  unit: UnitOfWork,
  input: ImrDeterminationInput,
): Promise<Outcome<{ caseId: string }>> => {
  const { outcome, determinedOn, planReceivedOn } = input;
  return changeCurrentApplication(unit, input, {
    entry: ({ dateSources }) => ({
      outcome,
      determinedOn,
      planReceivedOn,
      dateSources: dateSourcesOf({ determinedOn, planReceivedOn }, input, dateSources),
    }),
    shown: { noun: 'imr-determination', dates: shownDates(input, ['determinedOn', 'planReceivedOn']) },
    event: () => 'imr.determined',
    fields: { 'imr.rejectedOn': 'determinedOn' },
  });
};
