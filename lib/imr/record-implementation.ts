import { shownDates } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Outcome } from '../errors.ts';
import { dateSourcesOf } from '../input-fields.ts';
import { changeCurrentApplication } from './change-current-application.ts';
import type { ImplementationInput } from './input.ts';
import { notDetermined } from './rules.ts';

/** Records when the plan received the determination and when it authorized or paid. */
export const recordImplementation = (
  unit: UnitOfWork,
  input: ImplementationInput,
): Promise<Outcome<{ caseId: string }>> => {
  const { planReceivedOn, implementedOn } = input;
  return changeCurrentApplication(unit, input, {
    barred: ({ determinedOn, outcome }) => (determinedOn && outcome !== 'upheld' ? [] : [notDetermined]),
    entry: ({ dateSources }) => ({
      planReceivedOn,
      implementedOn,
      dateSources: dateSourcesOf({ planReceivedOn, implementedOn }, input, dateSources),
    }),
    shown: { noun: 'implementation', dates: shownDates(input, ['implementedOn']) },
    event: () => 'imr.implemented',
  });
};
