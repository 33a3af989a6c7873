import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { PROGRAMS, REGULATORS } from '../db/vocabulary.ts';
import { checkbox, choice, line, longText, optionalDate, recordId, requiredLine } from '../input-fields.ts';

const planFields = {
  name: requiredLine('The plan’s name', 'Type the name on the member’s card.'),
  phone: line('Phone'),
  grievanceFax: line('Fax for grievances'),
  grievanceAddress: longText('Address for grievances'),
  note: longText('Note'),
};

const lineFields = (today: LocalDate) => ({
  name: requiredLine('The line’s name', 'Type how the plan sells it, with the company named on the card.'),
  program: choice(PROGRAMS, 'Choose the program.'),
  regulator: choice(REGULATORS, 'Choose the regulator, or say that it is not known.'),
  knoxKeene: checkbox,
  source: line('Source'),
  verifiedOn: optionalDate('Date verified', today),
});

export const planInput = () => z.object(planFields);
export const planChangeInput = () => z.object({ planId: recordId, ...planFields });
export const planLineInput = (today: LocalDate) => z.object({ planId: recordId, ...lineFields(today) });
export const planLineChangeInput = (today: LocalDate) =>
  z.object({ lineId: recordId, ...lineFields(today), reason: longText('Reason') });

export type PlanInput = z.infer<ReturnType<typeof planInput>>;
export type PlanChangeInput = z.infer<ReturnType<typeof planChangeInput>>;
export type PlanLineInput = z.infer<ReturnType<typeof planLineInput>>;
export type PlanLineChangeInput = z.infer<ReturnType<typeof planLineChangeInput>>;
