import type { LocalDate } from '../calendar/local-date.ts';
import {
  barredWhenClosed,
  type CaseForm,
  clockOf,
  clockSentence,
  type DateValue,
  dateValuesOf,
} from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { regulatorOf } from '../imr/rules.ts';

export type ComplaintValues = {
  readonly regulator: 'DMHC' | 'CDI' | '';
  readonly receivedOn: DateValue;
  readonly decidedOn: DateValue;
  readonly note: string;
};

export async function readComplaintForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<ComplaintValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { complaint } = source.record;
  const clock = clockOf(source.assessment, ['ca.complaint.decide']);
  return {
    case: source.case,
    lead: clock
      ? clockSentence(clock, today)
      : 'A dispute about what the contract covers goes to the regulator as a complaint, not to an IMR (H&S 1374.31(b)).',
    barred: barredWhenClosed(source.record),
    isCorrection: complaint !== null,
    values: {
      regulator: complaint?.regulator ?? regulatorOf(source.record) ?? '',
      ...dateValuesOf(complaint, ['receivedOn', 'decidedOn']),
      note: complaint?.note ?? '',
    },
  };
}
