import type { LocalDate } from '../calendar/local-date.ts';
import {
  barredWhenClosed,
  type CaseForm,
  clockOf,
  clockSentence,
  type DateValue,
  dateValuesOf,
  leadOf,
} from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { programViolation } from './rules.ts';

export type HearingValues = {
  readonly requestedOn: DateValue;
  readonly heldOn: DateValue;
  readonly note: string;
};

export async function readHearingForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<HearingValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { hearing } = source.record;
  const clock = clockOf(source.assessment, ['mc.hearing.file']);
  const violation = programViolation(source.record);
  return {
    case: source.case,
    lead: clock ? clockSentence(clock, today) : leadOf(source),
    barred:
      barredWhenClosed(source.record) ??
      (violation && { violation, ways: [{ folder: 'coverage', label: 'Correct the plan’s line' }] }),
    isCorrection: hearing !== null,
    values: { ...dateValuesOf(hearing, ['requestedOn', 'heldOn']), note: hearing?.note ?? '' },
  };
}
